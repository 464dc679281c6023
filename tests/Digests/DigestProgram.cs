using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gpu.Kernels;
using Gpu.Tutorials;

namespace Gpu.Digests;

/// <summary>
/// Prints a digest of the bits of many computations, one "part/name digest" a line: two runs that print the same lines computed the same bits.
/// A line before them, starting with #, says what they ran on.
/// </summary>
public static class DigestProgram
{
    private const string Usage =
        """
        Usage: Gpu.Digests [options]
          --device NAME    cpu (default), accelerator, opencl, cuda
          --threads N      threads of the host
          --part NAME      operations, shapes, training or tutorials; may be given several times
        """;

    private static readonly Dictionary<string, Func<Device, IEnumerable<(string Name, string Digest)>>> s_parts = new()
    {
        ["operations"] = OperationDigests.Of,
        ["shapes"] = ShapeDigests.Of,
        ["training"] = TrainingDigests.Of,
        ["tutorials"] = Tutorials,
    };

    /// <summary>The names of all parts.</summary>
    public static IReadOnlyCollection<string> Parts => s_parts.Keys;

    /// <summary>The program.</summary>
    /// <returns>0, or 2 when the command line cannot be followed.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        string device = "cpu";
        var parts = new List<string>();
        for (int i = 0; i < arguments.Count; i += 2)
        {
            string? value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            if (arguments[i] == "--device" && value != null) device = value;
            else if (arguments[i] == "--threads" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int threads)) HostThreads.Count = threads;
            else if (arguments[i] == "--part" && value != null && s_parts.ContainsKey(value)) parts.Add(value);
            else
            {
                error.WriteLine(Usage);
                return 2;
            }
        }
        var target = Device.Get(device);
        output.WriteLine($"# {target.Name} ({target.Description}); vectors {Vectors}; threads {HostThreads.Count}");
        foreach (string part in parts.Count == 0 ? s_parts.Keys : (IEnumerable<string>)parts)
            foreach (var (name, digest) in s_parts[part](target))
                output.WriteLine($"{part}/{name} {digest}");
        return 0;
    }

    /// <summary>The widest vectors that the runtime lets this process use.</summary>
    public static string Vectors => Avx512F.IsSupported ? "512" : Avx2.IsSupported ? "256" : Vector128.IsHardwareAccelerated ? "128" : "none";

    private static IEnumerable<(string, string)> Tutorials(Device device)
    {
        foreach (var tutorial in Tutorial.All)
        {
            var lesson = new Lesson(device, TextWriter.Null);
            Generator.Seed(0);
            tutorial.Run(lesson);
            yield return (tutorial.Name, lesson.Digest.ToString());
        }
    }
}
