using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gpu.Handwritten;

/// <summary>The figures, for people and for programs.</summary>
internal sealed class Report(string device, int rounds)
{
    private const string Begin = "<!-- the next lines are written by bench/opencl --docs -->", End = "<!-- end of bench/opencl -->";

    private readonly string _loadAtStart = Load();
    private readonly string _date = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public List<Figure> Figures { get; } = [];

    public void Add(Figure figure)
    {
        Figures.Add(figure);
        Console.WriteLine(FormattableString.Invariant($"{figure.Name,-54} {Us(figure.OursUs),12} {Us(figure.BaseUs),12} {Value(figure),9} {figure.What,-20} {LineOf(figure),-14} {figure.Verdict}"));
    }

    public static void Head() => Console.WriteLine($"{"",-54} {"ours, us",12} {"base, us",12} {"figure",9} {"",-20} {"line",-14}");

    public void WriteJson(string file)
    {
        var content = new
        {
            machine = new { device, processor = Processor(), cores = Environment.ProcessorCount, dotnet = RuntimeInformation.FrameworkDescription, rounds, date = _date, load_at_start = _loadAtStart, load_at_end = Load() },
            rows = Figures.Select(f => new { name = f.Name, ours_us = f.OursUs, base_us = f.BaseUs, figure = f.Value, what = f.What, line = f.Line, at_least = f.AtLeast, passed = f.Passed }),
        };
        File.WriteAllText(file, JsonSerializer.Serialize(content, JsonOptions) + "\n");
    }

    /// <exception cref="InvalidOperationException">The file has no marks.</exception>
    public static void CheckDocs(string file) => Marks(File.ReadAllText(file), file);

    public void WriteDocs(string file)
    {
        string text = File.ReadAllText(file);
        var (from, to) = Marks(text, file);
        var lines = new List<string>
        {
            "",
            $"Device {device}, processor {Processor()}, cores {Environment.ProcessorCount}, {RuntimeInformation.FrameworkDescription}, date {_date}, rounds {rounds}, load at start {_loadAtStart}, load at end {Load()}.",
            "",
            "| | ours, us | base, us | figure | line | |",
            "|---|---:|---:|---:|---|---|",
        };
        lines.AddRange(Figures.Select(f => $"| {f.Name} | {Us(f.OursUs)} | {Us(f.BaseUs)} | {Value(f)} {f.What} | {LineOf(f)} | {f.Verdict} |"));
        File.WriteAllText(file, text[..from] + string.Join('\n', lines) + "\n\n" + text[to..]);
    }

    private static readonly JsonSerializerOptions JsonOptions = new() { WriteIndented = true };

    private static (int From, int To) Marks(string text, string file)
    {
        int from = text.IndexOf(Begin, StringComparison.Ordinal), to = text.IndexOf(End, StringComparison.Ordinal);
        return from >= 0 && to > from ? (from + Begin.Length + 1, to) : throw new InvalidOperationException($"{file} needs the lines '{Begin}' and '{End}' to write between.");
    }

    private static string LineOf(Figure figure) => figure.Line is { } line ? FormattableString.Invariant($"at {(figure.AtLeast ? "least" : "most")} {line:0.###}") : "-";

    private static string Us(double? value) => value?.ToString("N2", CultureInfo.InvariantCulture) ?? "-";

    private static string Value(Figure figure) => figure.Value.ToString(figure.Value < 0.1 && figure.Value > 0 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static string Processor()
    {
        string? line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
