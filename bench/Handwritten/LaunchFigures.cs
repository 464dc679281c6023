using System.Diagnostics;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Handwritten;

/// <summary>Launches of a kernel with four arguments that does next to nothing: many are queued, then the device is waited for.</summary>
internal static class LaunchFigures
{
    private const int Launches = 1000, Items = 256;
    private const double Most = 1.5;

    public static IEnumerable<Figure> Measure(Machine machine, int rounds)
    {
        float[] values = Values.Of(Items, 1);
        const float scale = 2;
        double[] expected = [.. values.Select(value => (double)value * scale)];

        var bare = machine.Bare;
        nint kernel = bare.Build(Sources.Touch, "touch"), bareX = bare.Buffer(values), bareY = bare.Buffer(Items);

        var accelerator = machine.Accelerator;
        using var x = accelerator.Allocate1D(values);
        using var y = accelerator.Allocate1D<float>(Items);
        ArrayView<float> from = x.View, to = y.View;
        var touch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, float, int>(OurKernels.Touch);

        Action queueByHand = () =>
        {
            for (int i = 0; i < Launches; i++)
            {
                BareDevice.Set(kernel, 0, bareX);
                BareDevice.Set(kernel, 1, bareY);
                BareDevice.Set(kernel, 2, scale);
                BareDevice.Set(kernel, 3, Items);
                bare.Queue(kernel, Items, Items);
            }
        };
        Action queue = () =>
        {
            for (int i = 0; i < Launches; i++) touch(Items, from, to, scale, Items);
        };
        double queuedByHand = double.PositiveInfinity, queued = double.PositiveInfinity;
        Action byHand = () =>
        {
            queuedByHand = Math.Min(queuedByHand, Seconds(queueByHand));
            bare.Finish();
        };
        Action ours = () =>
        {
            queued = Math.Min(queued, Seconds(queue));
            accelerator.Synchronize();
        };
        byHand();
        Values.Check("launch by hand", bare.Read(bareY, Items), expected, 0);
        ours();
        Values.Check("launch", y.GetAsArray1D(), expected, 0);

        double[] times = Rounds.InTurn(rounds, byHand, ours);
        yield return Ratio("launch with four arguments, done", times[1], times[0], Most);
        yield return Ratio("launch with four arguments, least time to queue", queued, queuedByHand, null);

        long before = GC.GetAllocatedBytesForCurrentThread();
        queue();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        accelerator.Synchronize();
        yield return new($"memory allocated by {Launches} launches", null, null, "bytes", allocated, false, 0);
    }

    private static Figure Ratio(string name, double ours, double by, double? most) =>
        new(name, ours / Launches * 1e6, by / Launches * 1e6, "of the base's time", ours / by, false, most);

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
