using System.Globalization;

namespace Gpu.Tutorials;

/// <summary>The command line.</summary>
internal sealed record Options
{
    public const string Usage =
        """
        Usage: dotnet run -c Release --project examples/Tutorials -- [options]
          --device NAME   cpu (default), accelerator, opencl, cuda; opencl:1 is the second one
          --only NAME     one tutorial; may be given several times
          --seed N        seed of the random numbers, 0 by default
          --json FILE     writes the results to a file
          --list          names the tutorials
          --help          shows this
        """;

    public string Device { get; private init; } = "cpu";
    public required IReadOnlyList<Tutorial> Tutorials { get; init; }
    public ulong Seed { get; private init; }
    public string? Json { get; private init; }
    public bool List { get; private init; }
    public bool Help { get; private init; }

    /// <exception cref="UsageException">A flag is unknown, lacks its value or has one that cannot be.</exception>
    public static Options Parse(IReadOnlyList<string> arguments, IReadOnlyList<Tutorial> tutorials)
    {
        var options = new Options { Tutorials = tutorials };
        var only = new List<Tutorial>();
        for (int i = 0; i < arguments.Count; i++)
        {
            string flag = arguments[i];
            options = flag switch
            {
                "--device" => options with { Device = Value() },
                "--seed" => options with { Seed = ParseSeed(Value()) },
                "--json" => options with { Json = Value() },
                "--list" => options with { List = true },
                "--help" or "-h" => options with { Help = true },
                "--only" => Only(Value()),
                _ => throw new UsageException($"Unknown argument '{flag}'.\n{Usage}"),
            };

            string Value() => ++i < arguments.Count ? arguments[i] : throw new UsageException($"{flag} needs a value.\n{Usage}");
        }
        return only.Count == 0 ? options : options with { Tutorials = only };

        Options Only(string name)
        {
            only.Add(tutorials.FirstOrDefault(tutorial => tutorial.Name == name)
                ?? throw new UsageException($"There is no tutorial '{name}'. The names are {string.Join(", ", tutorials.Select(tutorial => tutorial.Name))}."));
            return options;
        }
    }

    private static ulong ParseSeed(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
        ? seed
        : throw new UsageException($"--seed needs a whole number of 0 or more, not '{text}'.");
}

/// <summary>The command line cannot be followed.</summary>
internal sealed class UsageException(string message) : Exception(message);
