using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Gpu.Bench;

/// <summary>What one call of a benchmark moves and computes.</summary>
/// <param name="Bytes">Bytes read and written, each once.</param>
/// <param name="Flops">Floating-point operations, a multiply-add counted as two.</param>
public readonly record struct Work(double Bytes, double Flops);

/// <summary>Says how much work a benchmark does, from its parameters.</summary>
public interface IHasWork
{
    /// <summary>The work of one call of the benchmark method of that name.</summary>
    Work WorkOf(string method);
}

/// <summary>A column over the work per second at the median time.</summary>
internal abstract class WorkColumn(string name, string legend) : IColumn
{
    public string Id => "Work." + name;
    public string ColumnName => name;
    public bool AlwaysShow => true;
    public ColumnCategory Category => ColumnCategory.Custom;
    public int PriorityInCategory => 0;
    public bool IsNumeric => true;
    public UnitType UnitType => UnitType.Dimensionless;
    public string Legend => legend;
    public bool IsAvailable(Summary summary) => true;
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        Value(summary, benchmarkCase) is { } value ? value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : "-";

    protected abstract double? Value(Summary summary, BenchmarkCase benchmarkCase);

    /// <summary>An amount of work by nanosecond; null where it was not measured or is none.</summary>
    protected static double? PerNanosecond(Summary summary, BenchmarkCase benchmarkCase, Func<Work, double> amount)
    {
        if (summary[benchmarkCase]?.ResultStatistics is not { } time) return null;
        var benchmark = (IHasWork)Activator.CreateInstance(benchmarkCase.Descriptor.Type)!;
        foreach (var parameter in benchmarkCase.Parameters.Items)
            benchmarkCase.Descriptor.Type.GetProperty(parameter.Name)!.SetValue(benchmark, parameter.Value);
        double value = amount(benchmark.WorkOf(benchmarkCase.Descriptor.WorkloadMethod.Name));
        return value == 0 ? null : value / time.Median;
    }
}

/// <summary>Work per second in units of 10⁹.</summary>
internal sealed class ThroughputColumn(string name, Func<Work, double> amount) : WorkColumn(name, $"{name} at the median time")
{
    protected override double? Value(Summary summary, BenchmarkCase benchmarkCase) => PerNanosecond(summary, benchmarkCase, amount);
}

/// <summary>Throughput over that of the baseline with the same parameters, which is what the device can do at most: a copy, or a loop of multiply-adds.</summary>
internal sealed class CeilingColumn() : WorkColumn("of ceiling", "throughput over that of the device's measured ceiling: Copy in GB/s, FmaLoop in GFLOP/s")
{
    protected override double? Value(Summary summary, BenchmarkCase benchmarkCase)
    {
        var baseline = summary.BenchmarksCases.FirstOrDefault(other => other.Descriptor.Baseline && other.Descriptor.Type == benchmarkCase.Descriptor.Type
            && other.Parameters.ValueInfo == benchmarkCase.Parameters.ValueInfo);
        if (baseline == null) return null;
        return Ratio(work => work.Flops) ?? Ratio(work => work.Bytes);

        double? Ratio(Func<Work, double> amount) => PerNanosecond(summary, benchmarkCase, amount) / PerNanosecond(summary, baseline, amount);
    }
}
