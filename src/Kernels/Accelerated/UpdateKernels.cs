using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>Steps of optimizers, one element a thread.</summary>
internal static class UpdateKernels
{
    /// <summary>Changes p, and as many of a, b and c as the formula has slots, by the gradient g.</summary>
    public static void Run<TOp, N>(Index1D i, ArrayView<N> p, ArrayView<N> g, ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, TOp op)
        where TOp : unmanaged, IUpdate where N : unmanaged, IReal<N>
    {
        N parameter = p[i.X], gradient = op.Gradient(parameter, g[i.X]), first = parameter, second = parameter, third = parameter;
        if (op.Slots > 0)
        {
            first = op.First(a[i.X], gradient);
            a[i.X] = first;
        }
        if (op.Slots > 1)
        {
            second = op.Second(b[i.X], gradient);
            b[i.X] = second;
        }
        if (op.Slots > 2)
        {
            third = op.Third(c[i.X], second);
            c[i.X] = third;
        }
        p[i.X] = op.Parameter(parameter, gradient, first, second, third);
    }
}
