using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>target[i] = f(source[reorder[i]]).</summary>
/// <typeparam name="TSource">The source type.</typeparam>
/// <typeparam name="TTarget">The target type.</typeparam>
/// <typeparam name="TTransformer">The function.</typeparam>
public delegate void ReorderTransformer<TSource, TTarget, TTransformer>(
    AcceleratorStream stream, ArrayView<TSource> source, ArrayView<TTarget> target, ArrayView<Index1D> reorderView, TTransformer transformer)
    where TSource : unmanaged
    where TTarget : unmanaged
    where TTransformer : struct, ITransformer<TSource, TTarget>;

/// <summary>Elements in another order: target[i] = f(source[reorder[i]]), for the places that both have.</summary>
public static class ReorderExtensions
{
    /// <summary>Loads the kernel for a function.</summary>
    public static ReorderTransformer<TSource, TTarget, TTransformer> CreateReorderTransformer<TSource, TTarget, TTransformer>(this Accelerator accelerator)
        where TSource : unmanaged
        where TTarget : unmanaged
        where TTransformer : struct, ITransformer<TSource, TTarget>
    {
        var run = accelerator.CreateTransformer<Index1D, TTarget, Reordered<TSource, TTarget, TTransformer>>();
        return (stream, source, target, reorderView, transformer) =>
            run(stream, reorderView, target, new Reordered<TSource, TTarget, TTransformer>(Views.Checked(source, 0, nameof(source)), transformer));
    }

    /// <summary>target[i] = source[reorder[i]].</summary>
    public static void Reorder<T>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> source, ArrayView<T> target, ArrayView<Index1D> reorderView)
        where T : unmanaged
        => accelerator.ReorderTransform<T, IdentityTransformer<T>>(stream, source, target, reorderView, default);

    /// <summary>target[i] = f(source[reorder[i]]).</summary>
    public static void ReorderTransform<T, TTransformer>(
        this Accelerator accelerator,
        AcceleratorStream stream,
        ArrayView<T> source,
        ArrayView<T> target,
        ArrayView<Index1D> reorderView,
        TTransformer transformer)
        where T : unmanaged
        where TTransformer : struct, ITransformer<T, T>
        => accelerator.CreateReorderTransformer<T, T, TTransformer>()(stream, source, target, reorderView, transformer);

    /// <summary>target[i] = f(source[reorder[i]]).</summary>
    public static void ReorderTransform<TSource, TTarget, TTransformer>(
        this Accelerator accelerator,
        AcceleratorStream stream,
        ArrayView<TSource> source,
        ArrayView<TTarget> target,
        ArrayView<Index1D> reorderView,
        TTransformer transformer)
        where TSource : unmanaged
        where TTarget : unmanaged
        where TTransformer : struct, ITransformer<TSource, TTarget>
        => accelerator.CreateReorderTransformer<TSource, TTarget, TTransformer>()(stream, source, target, reorderView, transformer);

    private readonly struct Reordered<TSource, TTarget, TTransformer>(ArrayView<TSource> source, TTransformer transformer) : ITransformer<Index1D, TTarget>
        where TSource : unmanaged
        where TTarget : unmanaged
        where TTransformer : struct, ITransformer<TSource, TTarget>
    {
        public TTarget Transform(Index1D value) => transformer.Transform(source[value]);
    }
}
