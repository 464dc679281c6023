using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Sets all elements of a view to a value.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
public delegate void Initializer<T, TStride>(AcceleratorStream stream, ArrayView1D<T, TStride> view, T value)
    where T : unmanaged
    where TStride : struct, IStride1D;

/// <summary>view[i] = value.</summary>
public static class InitializeExtensions
{
    /// <summary>Loads the kernel for views of a type.</summary>
    public static Initializer<T, TStride> CreateInitializer<T, TStride>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
    {
        var kernel = accelerator.LoadGridStrideKernel<Body<T, TStride>>();
        return (stream, view, value) => kernel(stream, Views.Checked(view, nameof(view)).Length, new Body<T, TStride>(view, value));
    }

    /// <summary>view[i] = value.</summary>
    public static void Initialize<T>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> view, T value)
        where T : unmanaged
        => accelerator.Initialize<T, Stride1D.Dense>(stream, view, value);

    /// <summary>view[i] = value.</summary>
    public static void Initialize<T, TStride>(this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, T value)
        where T : unmanaged
        where TStride : struct, IStride1D
        => accelerator.CreateInitializer<T, TStride>()(stream, view, value);

    private readonly struct Body<T, TStride>(ArrayView1D<T, TStride> view, T value) : IGridStrideKernelBody
        where T : unmanaged
        where TStride : struct, IStride1D
    {
        public void Execute(LongIndex1D linearIndex)
        {
            if (linearIndex.X < view.Length)
                view[linearIndex] = value;
        }

        public void Finish()
        {
        }
    }
}
