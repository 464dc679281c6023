using System.Diagnostics;
using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu.Check;

/// <summary>One measured kernel.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Microseconds">The shortest of the rounds, the wait for the device included.</param>
/// <param name="Amount">Work per second in units of 10⁹.</param>
/// <param name="Unit">GB/s or GFLOP/s.</param>
internal sealed record Row(string Name, double Microseconds, double Amount, string Unit);

/// <summary>Kernel throughput of a device: each kernel is queued several times, then the device is waited for.</summary>
internal static class Throughput
{
    private const int Rounds = 7;
    private const double RoundSeconds = 0.05;
    private const int Count = 10_000_000;

    public static List<Row> Measure(Device device)
    {
        var rows = new List<Row>();
        var (a, b, y, sum) = (Random(device, Count), Random(device, Count), Empty(device, Count), Empty(device, 1));
        var backend = device.Backend;
        Add("copy 1e7", () => backend.Copy(a, y), 8.0 * Count, "GB/s");
        Add("add 1e7", () => backend.MapNum(new Add(), a, b, y), 12.0 * Count, "GB/s");
        Add("sigmoid 1e7", () => backend.Map(new Sigmoid(), a, y), 8.0 * Count, "GB/s");
        Add("sum 1e7", () => backend.Reduce(new Sum(), a, sum), 4.0 * Count, "GB/s");
        var (one, two) = (Random(device, 1), Empty(device, 1));
        Add("launch", () => backend.Map(new Sigmoid(), one, two), 0, "");
        foreach (int size in device.Name.StartsWith("cuda", StringComparison.Ordinal) ? (int[])[256, 1024, 4096] : [256, 1024])
        {
            var (left, right, product) = (Random(device, 1, size, size), Random(device, 1, size, size), Empty(device, 1, size, size));
            Add($"matmul {size}", () => backend.MatMul(left, right, product), 2.0 * size * size * size, "GFLOP/s");
        }

        return rows;

        void Add(string name, Action queue, double work, string unit)
        {
            double seconds = Best(device, queue);
            var row = new Row(name, Math.Round(seconds * 1e6, 2), work == 0 ? 0 : Math.Round(work / seconds / 1e9, 2), unit);
            rows.Add(row);
            Console.WriteLine($"{device.Name,-12} {row.Name,-16} {row.Microseconds,12:F2} us {(work == 0 ? "" : $"{row.Amount,10:F1} {unit}")}");
        }
    }

    private static double Best(Device device, Action queue)
    {
        // The first call compiles.
        queue();
        device.Synchronize();
        int times = 1;
        double best = Round(device, queue, times);
        while (best * times < RoundSeconds && times < 10_000) best = Round(device, queue, times *= 2);
        for (int round = 1; round < Rounds; round++) best = Math.Min(best, Round(device, queue, times));
        return best;
    }

    private static double Round(Device device, Action queue, int times)
    {
        long start = Stopwatch.GetTimestamp();
        for (int k = 0; k < times; k++) queue();
        device.Synchronize();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / times;
    }

    private static Operand Random(Device device, params int[] sizes)
    {
        var operand = Empty(device, sizes);
        device.Backend.Random(new(Distribution.Uniform, 1, 0, -1.0, 1.0), operand);
        return operand;
    }

    private static Operand Empty(Device device, params int[] sizes)
    {
        var layout = Layout.Contiguous(sizes);
        return new(new Storage(device, DType.Float32, layout.Count), layout);
    }
}
