using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>Runs a kernel on an accelerator and, as the meaning of the C# method, on the CPU accelerator; the bits must be equal.</summary>
internal static class SameResults
{
    private const string Reference = "CPU";

    /// <summary>Numbers that reach the corners of integer arithmetic.</summary>
    public static int[] Integers(int count = 256)
    {
        int[] corners = [0, 1, -1, 2, -2, 7, 31, 32, 63, 64, 127, 128, -128, 255, 256, 32767, 32768, -32768, 65535, 65536, int.MaxValue, int.MinValue, int.MaxValue - 1];
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i => i < corners.Length ? corners[i] : random.Next(int.MinValue, int.MaxValue) >> random.Next(31))];
    }

    /// <summary>Reals with signed zeros, denormals, infinities and NaN.</summary>
    public static float[] Reals(int count = 256)
    {
        float[] corners =
        [
            0f, -0f, 1f, -1f, 0.5f, -0.5f, 1.5f, 2.5f, -2.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, -float.Epsilon,
            float.MaxValue, float.MinValue, 1e-40f, 2147483647f, 2147483648f, -2147483648f, -2147484000f, 4294967295f, 4294967296f, 1e10f, -1e10f,
            9.2233715e18f, 9.223372e18f, 1.8446744e19f, 1e20f, -1e20f, 255.5f, 256f, 65535.9f, 300f, -129f, 16777216f, 0.1f,
        ];
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(i => i < corners.Length ? corners[i] : (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 8))))];
    }

    public static void Implicit<TIn, TOut>(
        string accelerator, Action<Index1D, ArrayView<TIn>, ArrayView<TOut>> kernel, TIn[] input, int outputsPerItem = 1)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var expected = RunImplicit(Reference, kernel, input, outputsPerItem);
        Equal(expected, RunImplicit(accelerator, kernel, input, outputsPerItem), outputsPerItem);
    }

    public static void Grouped<TIn, TOut>(
        string accelerator, Action<ArrayView<TIn>, ArrayView<TOut>> kernel, TIn[] input, int outputs, KernelConfig config)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var expected = RunGrouped(Reference, kernel, input, outputs, config);
        Equal(expected, RunGrouped(accelerator, kernel, input, outputs, config), 1);
    }

    private static TOut[] RunImplicit<TIn, TOut>(string name, Action<Index1D, ArrayView<TIn>, ArrayView<TOut>> kernel, TIn[] input, int outputsPerItem)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var accelerator = TestAccelerators.Get(name);
        using var x = accelerator.Allocate1D(input);
        using var y = accelerator.Allocate1D<TOut>(input.Length * outputsPerItem);
        y.MemSetToZero();
        accelerator.LoadAutoGroupedStreamKernel(kernel)(input.Length, x.View, y.View);
        return y.GetAsArray1D();
    }

    private static TOut[] RunGrouped<TIn, TOut>(string name, Action<ArrayView<TIn>, ArrayView<TOut>> kernel, TIn[] input, int outputs, KernelConfig config)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var accelerator = TestAccelerators.Get(name);
        using var x = accelerator.Allocate1D(input);
        using var y = accelerator.Allocate1D<TOut>(outputs);
        y.MemSetToZero();
        accelerator.LoadStreamKernel(kernel)(config, x.View, y.View);
        accelerator.Synchronize();
        return y.GetAsArray1D();
    }

    /// <summary>Equal bits; any NaN equals any NaN.</summary>
    private static void Equal<T>(T[] expected, T[] actual, int outputsPerItem)
        where T : unmanaged
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BothNaN(expected[i], actual[i])) continue;
            bool same = MemoryMarshal.AsBytes<T>([expected[i]]).SequenceEqual(MemoryMarshal.AsBytes<T>([actual[i]]));
            Assert.True(same, $"item {i / outputsPerItem}, output {i % outputsPerItem}: expected {expected[i]}, got {actual[i]}");
        }
    }

    private static bool BothNaN<T>(T a, T b) => (a, b) switch
    {
        (float x, float y) => float.IsNaN(x) && float.IsNaN(y),
        (double x, double y) => double.IsNaN(x) && double.IsNaN(y),
        _ => false,
    };
}
