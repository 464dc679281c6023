using System.Globalization;

namespace Gpu.Handwritten;

/// <summary>bench/opencl: our kernels beside OpenCL C written by hand, in turn, in one run; and the CPU accelerator's own lines. docs/benchmarks.md says more.</summary>
internal static class Program
{
    private const string Usage = "bench/opencl [--device N] [--rounds N] [--shortest] [--only TEXT] [--json FILE] [--docs FILE]";

    private static int Main(string[] args)
    {
        // Checks cost time in every kernel; the lines are for kernels without.
        Environment.SetEnvironmentVariable("GPU_CHECKS", "0");
        int device = 0, rounds = 31;
        string only = "";
        string? json = null, docs = null;
        for (int i = 0; i < args.Length; i += 2)
        {
            if (args[i] == "--shortest")
            {
                Rounds.Shortest = true;
                i--;
                continue;
            }
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--device" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out device): break;
                case "--rounds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out rounds) && rounds > 0: break;
                case "--only" when value != null: only = value; break;
                case "--json" when value != null: json = value; break;
                case "--docs" when value != null: docs = value; break;
                default:
                    Console.Error.WriteLine($"'{args[i]}' is not understood, or its value is missing. {Usage}");
                    return 2;
            }
        }
        if (docs != null) Report.CheckDocs(docs);

        using var machine = Machine.Open(device);
        if (machine == null) Console.Error.WriteLine($"This machine has no OpenCL device {device}: the CPU accelerator alone.");
        var report = new Report(machine?.Name ?? "none", rounds);
        Report.Head();
        if (machine != null)
        {
            Measure("add", () => AddFigures.Measure(machine, rounds));
            Measure("product", () => ProductFigures.Measure(machine, Math.Min(rounds, 11)));
            Measure("launch", () => LaunchFigures.Measure(machine, rounds));
        }
        Measure("cpu", () => ProcessorFigures.Measure(rounds));
        if (json != null) report.WriteJson(json);
        if (docs != null) report.WriteDocs(docs);
        return 0;

        void Measure(string group, Func<IEnumerable<Figure>> figures)
        {
            if (!group.Contains(only, StringComparison.Ordinal)) return;
            foreach (var figure in figures()) report.Add(figure);
        }
    }
}
