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

/// <summary>Work per second at the median time, in units of 10⁹.</summary>
internal sealed class ThroughputColumn(string name, Func<Work, double> amount) : IColumn
{
    public string Id => "Throughput." + name;
    public string ColumnName => name;
    public bool AlwaysShow => true;
    public ColumnCategory Category => ColumnCategory.Custom;
    public int PriorityInCategory => 0;
    public bool IsNumeric => true;
    public UnitType UnitType => UnitType.Dimensionless;
    public string Legend => $"{name} at the median time";
    public bool IsAvailable(Summary summary) => true;
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (summary[benchmarkCase]?.ResultStatistics is not { } time) return "-";
        var benchmark = (IHasWork)Activator.CreateInstance(benchmarkCase.Descriptor.Type)!;
        foreach (var parameter in benchmarkCase.Parameters.Items)
            benchmarkCase.Descriptor.Type.GetProperty(parameter.Name)!.SetValue(benchmark, parameter.Value);
        double value = amount(benchmark.WorkOf(benchmarkCase.Descriptor.WorkloadMethod.Name));
        return value == 0 ? "-" : (value / time.Median).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }
}
