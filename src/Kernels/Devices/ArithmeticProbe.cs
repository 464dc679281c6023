using Gpu.Kernels.Accelerated;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels;

/// <summary>Finds out whether an accelerator computes as IEEE 754 says, which is what equal bits on all devices rest on.</summary>
internal static class ArithmeticProbe
{
    private const int Samples = 4096;

    private static readonly string[] s_what = ["fused multiply-add", "multiply and add without contraction", "subnormal numbers", "division", "square root"];

    /// <summary>What the accelerator computes otherwise than the host; null when nothing.</summary>
    public static string? Run(Accelerator accelerator, bool float64)
    {
        var wrong = new bool[s_what.Length];
        Compare(accelerator, Arguments32(), Host32, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>>(Device32), static x => BitConverter.SingleToInt32Bits(x), wrong);
        if (float64)
            Compare(accelerator, Arguments64(), Host64, static a => a.LoadAutoGroupedStreamKernel<
                Index1D, ArrayView<double>, ArrayView<double>, ArrayView<double>, ArrayView<double>>(Device64), static x => BitConverter.DoubleToInt64Bits(x), wrong);
        return wrong.Contains(true)
            ? $"{accelerator.Name} rounds differently: {string.Join(", ", s_what.Where((_, i) => wrong[i]))}."
            : null;
    }

    private static void Compare<T>(Accelerator accelerator, (T[] A, T[] B, T[] C) arguments, Action<T, T, T, T[]> host,
        Func<Accelerator, Action<Index1D, ArrayView<T>, ArrayView<T>, ArrayView<T>, ArrayView<T>>> load, Func<T, long> bits, bool[] wrong) where T : unmanaged
    {
        using var a = accelerator.Allocate1D(arguments.A);
        using var b = accelerator.Allocate1D(arguments.B);
        using var c = accelerator.Allocate1D(arguments.C);
        using var y = accelerator.Allocate1D<T>(Samples * s_what.Length);
        load(accelerator)(Samples, a.AsContiguous(), b.AsContiguous(), c.AsContiguous(), y.AsContiguous());
        T[] actual = y.AsContiguous().GetAsArray(), expected = new T[s_what.Length];
        for (int i = 0; i < Samples; i++)
        {
            host(arguments.A[i], arguments.B[i], arguments.C[i], expected);
            for (int k = 0; k < expected.Length; k++)
                wrong[k] |= bits(expected[k]) != bits(actual[i * s_what.Length + k]);
        }
    }

    internal static void Device32(Index1D i, ArrayView<float> a, ArrayView<float> b, ArrayView<float> c, ArrayView<float> y)
    {
        int at = i.X * 5;
        y[at] = DeviceMath.Fma(a[i], b[i], c[i]);
        y[at + 1] = a[i] * b[i] + c[i];
        y[at + 2] = a[i] * 1e-38f;
        y[at + 3] = a[i] / b[i];
        y[at + 4] = MathF.Sqrt(b[i]);
    }

    internal static void Device64(Index1D i, ArrayView<double> a, ArrayView<double> b, ArrayView<double> c, ArrayView<double> y)
    {
        int at = i.X * 5;
        y[at] = DeviceMath.Fma(a[i], b[i], c[i]);
        y[at + 1] = a[i] * b[i] + c[i];
        y[at + 2] = a[i] * 1e-308;
        y[at + 3] = a[i] / b[i];
        y[at + 4] = Math.Sqrt(b[i]);
    }

    private static void Host32(float a, float b, float c, float[] y) =>
        (y[0], y[1], y[2], y[3], y[4]) = (MathF.FusedMultiplyAdd(a, b, c), a * b + c, a * 1e-38f, a / b, MathF.Sqrt(b));

    private static void Host64(double a, double b, double c, double[] y) =>
        (y[0], y[1], y[2], y[3], y[4]) = (Math.FusedMultiplyAdd(a, b, c), a * b + c, a * 1e-308, a / b, Math.Sqrt(b));

    /// <summary>a in (-1, 1), b in (0, 1), and c so near to -a b that the rounding of the product shows.</summary>
    private static (float[] A, float[] B, float[] C) Arguments32()
    {
        var (a, b, c) = (new float[Samples], new float[Samples], new float[Samples]);
        var random = new Random(1);
        for (int i = 0; i < Samples; i++)
        {
            (a[i], b[i]) = (2 * random.NextSingle() - 1, 1 - random.NextSingle());
            c[i] = -(a[i] * b[i]);
        }
        return (a, b, c);
    }

    private static (double[] A, double[] B, double[] C) Arguments64()
    {
        var (a, b, c) = (new double[Samples], new double[Samples], new double[Samples]);
        var random = new Random(2);
        for (int i = 0; i < Samples; i++)
        {
            (a[i], b[i]) = (2 * random.NextDouble() - 1, 1 - random.NextDouble());
            c[i] = -(a[i] * b[i]);
        }
        return (a, b, c);
    }
}
