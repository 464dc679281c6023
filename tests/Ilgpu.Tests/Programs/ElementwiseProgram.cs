using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests.Programs;

/// <summary>Elementwise kernels, their operation a struct with static abstract members or with fields.</summary>
public static class ElementwiseProgram
{
    public interface IOperation
    {
        static abstract float Apply(float x);
    }

    public interface IFunctor
    {
        float Apply(float x);
    }

    public readonly struct Square : IOperation
    {
        public static float Apply(float x) => x * x;
    }

    public readonly struct Compose<TFirst, TSecond> : IOperation
        where TFirst : struct, IOperation
        where TSecond : struct, IOperation
    {
        public static float Apply(float x) => TSecond.Apply(TFirst.Apply(x));
    }

    public readonly struct Affine(float factor, float offset) : IFunctor
    {
        public float Apply(float x) => factor * x + offset;
    }

    /// <summary>((x * x)^2, 2 x + 1, the square root of x) for each element.</summary>
    public static (float[] Fourth, float[] Affine, float[] Root) Run(Accelerator accelerator, float[] data)
    {
        using var x = accelerator.Allocate1D(data);
        using var y = accelerator.Allocate1D<float>(data.Length);
        using var stream = accelerator.CreateStream();

        var map = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>>(Map<Compose<Square, Square>>);
        map((int)x.Length, x.View, y.View);
        accelerator.Synchronize();
        float[] fourth = y.GetAsArray1D();

        var apply = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView1D<float, Stride1D.Dense>, ArrayView1D<float, Stride1D.Dense>, Affine>(Apply);
        y.View.MemSetToZero(stream);
        apply(stream, x.IntExtent, x.View, y.View, new Affine(2f, 1f));
        stream.Synchronize();
        float[] affine = y.GetAsArray1D(stream);

        accelerator.LaunchAutoGrouped<Index1D, ArrayView<float>, ArrayView<float>>(Root, x.IntExtent, x.View, y.View);
        accelerator.Synchronize();
        return (fourth, affine, y.GetAsArray1D());
    }

    private static void Map<TOperation>(Index1D i, ArrayView<float> x, ArrayView<float> y)
        where TOperation : struct, IOperation
        => y[i] = TOperation.Apply(x[i]);

    private static void Apply<TFunctor>(
        Index1D i, ArrayView1D<float, Stride1D.Dense> x, ArrayView1D<float, Stride1D.Dense> y, TFunctor functor)
        where TFunctor : struct, IFunctor
        => y[i] = functor.Apply(x[i]);

    private static void Root(Index1D i, ArrayView<float> x, ArrayView<float> y) => y[i] = XMath.Sqrt(x[i]);
}
