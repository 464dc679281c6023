using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>One tensor of an optimizer's step, as a kernel sees it.</summary>
internal struct UpdateTensor<TOp, N> where TOp : unmanaged, IUpdate where N : unmanaged
{
    /// <summary>The parameter, its gradient, and the slots; the parameter again where there is no slot.</summary>
    public ArrayView<N> P, G, A, B, C;

    /// <summary>The formula.</summary>
    public TOp Op;

    /// <summary>The first thread that belongs to a later tensor.</summary>
    public int End;
}

/// <summary>Steps of optimizers, one element a thread.</summary>
internal static class UpdateKernels
{
    /// <summary>Tensors of a launch: most networks have many small ones, for which a launch costs more than its work.</summary>
    public const int Tensors = 4;

    /// <summary>Changes p, and as many of a, b and c as the formula has slots, by the gradient g: of up to four tensors, one after another.</summary>
    public static void Run<TOp, N>(Index1D i, UpdateTensor<TOp, N> first, UpdateTensor<TOp, N> second, UpdateTensor<TOp, N> third, UpdateTensor<TOp, N> fourth)
        where TOp : unmanaged, IUpdate where N : unmanaged, IReal<N>
    {
        if (i.X < first.End) Change(first, i.X);
        else if (i.X < second.End) Change(second, i.X - first.End);
        else if (i.X < third.End) Change(third, i.X - second.End);
        else Change(fourth, i.X - third.End);
    }

    private static void Change<TOp, N>(UpdateTensor<TOp, N> t, int i) where TOp : unmanaged, IUpdate where N : unmanaged, IReal<N>
    {
        N parameter = t.P[i], gradient = t.Op.Gradient(parameter, t.G[i]), first = parameter, second = parameter, third = parameter;
        if (t.Op.Slots > 0)
        {
            first = t.Op.First(t.A[i], gradient);
            t.A[i] = first;
        }
        if (t.Op.Slots > 1)
        {
            second = t.Op.Second(t.B[i], gradient);
            t.B[i] = second;
        }
        if (t.Op.Slots > 2)
        {
            third = t.Op.Third(t.C[i], second);
            t.C[i] = third;
        }
        t.P[i] = t.Op.Parameter(parameter, gradient, first, second, third);
    }
}
