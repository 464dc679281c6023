using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>16-bit reals in kernels; the expected numbers are those of System.Half.</summary>
public class HalfTests
{
    [Theory, Accelerators]
    public void RoundsAsSystemHalf(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        // 2049 and 2051 are ties; 1.00048828125 + 2^-30 would be rounded wrongly by way of 32 bits.
        double[] values = [0, -0.0, 1, -1.5, 65504, 65520, 1e-8, 6e-8, 0.1, 2049, 2051, 1 + 0.00048828125 + 1.0 / (1 << 30), double.NaN, double.NegativeInfinity];
        using var x = accelerator.Allocate1D(values);
        using var y = accelerator.Allocate1D<float>(3 * values.Length);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<double>, ArrayView<float>>(Round)(values.Length, x.View, y.View);
        var found = y.GetAsArray1D();
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal((float)(System.Half)values[i], found[3 * i]);
            Assert.Equal((float)(System.Half)(float)values[i], found[3 * i + 1]);
            Assert.Equal((float)((System.Half)(float)values[i] * (System.Half)3f), found[3 * i + 2]);
        }
    }

    private static void Round(Index1D i, ArrayView<double> x, ArrayView<float> y)
    {
        y[3 * i] = (ILGPU.Half)x[i];
        var half = (ILGPU.Half)(float)x[i];
        y[3 * i + 1] = half;
        y[3 * i + 2] = half * (ILGPU.Half)3f;
    }
}
