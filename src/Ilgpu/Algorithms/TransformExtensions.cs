using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>A function of one element.</summary>
/// <typeparam name="TSource">The argument type.</typeparam>
/// <typeparam name="TTarget">The result type.</typeparam>
public interface ITransformer<TSource, TTarget>
    where TSource : unmanaged
    where TTarget : unmanaged
{
    /// <summary>f(value).</summary>
    TTarget Transform(TSource value);
}

/// <summary>f(x) = x.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct IdentityTransformer<T> : ITransformer<T, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public T Transform(T value) => value;
}

/// <summary>target[i] = f(source[i]).</summary>
/// <typeparam name="TSource">The source type.</typeparam>
/// <typeparam name="TTarget">The target type.</typeparam>
/// <typeparam name="TTransformer">The function.</typeparam>
public delegate void Transformer<TSource, TTarget, TTransformer>(
    AcceleratorStream stream, ArrayView<TSource> source, ArrayView<TTarget> target, TTransformer transformer)
    where TSource : unmanaged
    where TTarget : unmanaged
    where TTransformer : struct, ITransformer<TSource, TTarget>;

/// <summary>target[i] = f(source[i]).</summary>
/// <typeparam name="TSource">The source type.</typeparam>
/// <typeparam name="TSourceStride">The source's stride.</typeparam>
/// <typeparam name="TTarget">The target type.</typeparam>
/// <typeparam name="TTargetStride">The target's stride.</typeparam>
/// <typeparam name="TTransformer">The function.</typeparam>
public delegate void Transformer<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(
    AcceleratorStream stream, ArrayView1D<TSource, TSourceStride> source, ArrayView1D<TTarget, TTargetStride> target, TTransformer transformer)
    where TSource : unmanaged
    where TSourceStride : struct, IStride1D
    where TTarget : unmanaged
    where TTargetStride : struct, IStride1D
    where TTransformer : struct, ITransformer<TSource, TTarget>;

/// <summary>target[i] = f(source[i]), for the elements that both have.</summary>
public static class TransformExtensions
{
    /// <summary>Loads the kernel for a function within a type.</summary>
    public static Transformer<T, T, TTransformer> CreateTransformer<T, TTransformer>(this Accelerator accelerator)
        where T : unmanaged
        where TTransformer : struct, ITransformer<T, T>
        => accelerator.CreateTransformer<T, T, TTransformer>();

    /// <summary>Loads the kernel for a function.</summary>
    public static Transformer<TSource, TTarget, TTransformer> CreateTransformer<TSource, TTarget, TTransformer>(this Accelerator accelerator)
        where TSource : unmanaged
        where TTarget : unmanaged
        where TTransformer : struct, ITransformer<TSource, TTarget>
    {
        var run = accelerator.CreateTransformer<TSource, Stride1D.Dense, TTarget, Stride1D.Dense, TTransformer>();
        return (stream, source, target, transformer) => run(stream, source, target, transformer);
    }

    /// <summary>Loads the kernel for a function, with any strides.</summary>
    public static Transformer<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>
        CreateTransformer<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(this Accelerator accelerator)
        where TSource : unmanaged
        where TSourceStride : struct, IStride1D
        where TTarget : unmanaged
        where TTargetStride : struct, IStride1D
        where TTransformer : struct, ITransformer<TSource, TTarget>
    {
        var kernel = accelerator.LoadGridStrideKernel<Body<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>>();
        return (stream, source, target, transformer) =>
        {
            long length = Math.Min(Views.Checked(source, nameof(source)).Length, Views.Checked(target, nameof(target)).Length);
            kernel(stream, length, new Body<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(source, target, length, transformer));
        };
    }

    /// <summary>target[i] = f(source[i]).</summary>
    public static void Transform<T, TTransformer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> source, ArrayView<T> target, TTransformer transformer)
        where T : unmanaged
        where TTransformer : struct, ITransformer<T, T>
        => accelerator.CreateTransformer<T, TTransformer>()(stream, source, target, transformer);

    /// <summary>target[i] = f(source[i]).</summary>
    public static void Transform<TSource, TTarget, TTransformer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView<TSource> source, ArrayView<TTarget> target, TTransformer transformer)
        where TSource : unmanaged
        where TTarget : unmanaged
        where TTransformer : struct, ITransformer<TSource, TTarget>
        => accelerator.CreateTransformer<TSource, TTarget, TTransformer>()(stream, source, target, transformer);

    /// <summary>target[i] = f(source[i]).</summary>
    public static void Transform<T, TStride, TTransformer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> source, ArrayView1D<T, TStride> target, TTransformer transformer)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TTransformer : struct, ITransformer<T, T>
        => accelerator.CreateTransformer<T, TStride, T, TStride, TTransformer>()(stream, source, target, transformer);

    /// <summary>target[i] = f(source[i]).</summary>
    public static void Transform<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(
        this Accelerator accelerator,
        AcceleratorStream stream,
        ArrayView1D<TSource, TSourceStride> source,
        ArrayView1D<TTarget, TTargetStride> target,
        TTransformer transformer)
        where TSource : unmanaged
        where TSourceStride : struct, IStride1D
        where TTarget : unmanaged
        where TTargetStride : struct, IStride1D
        where TTransformer : struct, ITransformer<TSource, TTarget>
        => accelerator.CreateTransformer<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>()(stream, source, target, transformer);

    private readonly struct Body<TSource, TSourceStride, TTarget, TTargetStride, TTransformer>(
        ArrayView1D<TSource, TSourceStride> source, ArrayView1D<TTarget, TTargetStride> target, long length, TTransformer transformer)
        : IGridStrideKernelBody
        where TSource : unmanaged
        where TSourceStride : struct, IStride1D
        where TTarget : unmanaged
        where TTargetStride : struct, IStride1D
        where TTransformer : struct, ITransformer<TSource, TTarget>
    {
        public void Execute(LongIndex1D linearIndex)
        {
            if (linearIndex.X < length)
                target[linearIndex] = transformer.Transform(source[linearIndex]);
        }

        public void Finish()
        {
        }
    }
}
