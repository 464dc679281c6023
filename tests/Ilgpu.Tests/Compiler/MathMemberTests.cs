using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>Rounding, constants, bits and array bounds in kernels against .NET's own functions and values by hand.</summary>
public class MathMemberTests
{
    private static readonly double[] Values = [-2.5, -1.5, -0.5, -0.25, 0, 0.25, 0.5, 1.5, 2.5, 2.345, -7.125, 123456.789, 1e17];

    [Theory, Accelerators]
    public void RoundingFollowsItsMode(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var x = accelerator.Allocate1D(Values);
        using var y = accelerator.Allocate1D<double>(Values.Length * 6);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<double>, ArrayView<double>>(Rounded)(Values.Length, x.View.AsContiguous(), y.View.AsContiguous());
        double[] expected =
        [
            .. Values.SelectMany(v => new[]
            {
                Math.Round(v, MidpointRounding.AwayFromZero), Math.Round(v, MidpointRounding.ToZero),
                Math.Round(v, MidpointRounding.ToNegativeInfinity), Math.Round(v, 2, MidpointRounding.AwayFromZero), Math.Round(v, 1), (float)v * (MathF.PI / 180),
            }),
        ];
        Assert.Equal(expected, y.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void BitsConstantsAndBoundsOfArrays(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(9);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Members)(1, y.View.AsContiguous());
        Assert.Equal([2, 27, 3, 0, 3, 31415, 2, 127, 0], y.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void IndicesAreExchangedAtomically(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D(new Index1D[] { new(7), new(3), new(-1) });
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<Index1D>>(Exchanged)(1, y.View.AsContiguous());
        Assert.Equal([new Index1D(5), new Index1D(4), new Index1D(10)], y.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void HostMemoryIsCopiedWithoutPinning(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        int[] data = [3, 1, 4, 1, 5], back = new int[5];
        using var y = accelerator.Allocate1D<int>(5);
        var view = y.View.AsContiguous();
        view.CopyFromCPUUnsafeAsync(ref data[0], 5);
        view.CopyToCPUUnsafeAsync(accelerator.DefaultStream, ref back[0], 5);
        accelerator.Synchronize();
        Assert.Equal(data, back);
    }

    [Theory, Accelerators]
    public void KernelsWithAGivenGroupSizeTellTheirInformation(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(9);
        var kernel = accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>>(Members, 4, out var info);
        kernel(1, y.View.AsContiguous());
        Assert.Equal(127, y.GetAsArray1D()[7]);
        Assert.NotNull(info);
    }

    [Fact]
    public void KindsOfProcessorsHaveTheirShapes()
    {
        Assert.Equal([16, 1024, 256, 256, 128], CPUDevice.All.Select(device => device.MaxNumThreadsPerGroup));
        Assert.Equal([4, 32, 32, 64, 16], CPUDevice.All.Select(device => device.WarpSize));
    }

    private static void Rounded(Index1D i, ArrayView<double> x, ArrayView<double> y)
    {
        y[6 * i] = XMath.RoundAwayFromZero(x[i]);
        y[6 * i + 1] = XMath.Round(x[i], MidpointRounding.ToZero);
        y[6 * i + 2] = XMath.Round(x[i], MidpointRounding.ToNegativeInfinity);
        y[6 * i + 3] = XMath.Round(x[i], 2, MidpointRounding.AwayFromZero);
        y[6 * i + 4] = XMath.Round(x[i], 1);
        y[6 * i + 5] = XMath.DegToRad((float)x[i]);
    }

    private static void Members(Index1D i, ArrayView<int> y)
    {
        var array = new int[4];
        y[0] = XMath.PopCount(i + 17);
        y[1] = IntrinsicMath.BitOperations.LeadingZeroCount(i + 31);
        y[2] = XMath.TrailingZeroCount((ulong)(i + 8));
        y[3] = array.GetLowerBound(0);
        y[4] = array.GetUpperBound(0) + (int)(array.LongLength - array.GetLongLength(0));
        y[5] = (int)(XMath.PI * 10000 + i);
        y[6] = (int)IntrinsicMath.CPUOnly.Log2(4f + i);
        y[7] = XMath.Min((sbyte)127, XMath.Abs((short)-300)) + Array.Empty<int>().Length;
        y[8] = (int)XMath.IEEERemainder(6.0 + i, 3.0);
    }

    private static void Exchanged(Index1D i, ArrayView<Index1D> y)
    {
        var first = Atomic.Exchange(ref y[0], new Index1D(5));
        var second = Atomic.CompareExchange(ref y[1], new Index1D(3), new Index1D(4));
        y[2] = new Index1D(first.X + second.X + i);
    }
}
