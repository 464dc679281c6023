using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>One element a thread. "Line" kernels take operands whose neighbours are one distance apart (1 in row-major order, 0 for a single
/// value), the others go through strides.</summary>
internal static class ElementwiseKernels
{
    /// <summary>y[i] = f(x[i])</summary>
    public static void Map1Line<TF, N>(Index1D i, ArrayView<N> x, ArrayView<N> y, int sx, int sy, TF f)
        where TF : struct, IFunction1<N> where N : unmanaged => y[i.X * sy] = f.Invoke(x[i.X * sx]);

    /// <summary>y[i] = f(x[i]) through strides</summary>
    public static void Map1<TF, N>(Index1D i, ArrayView<N> x, ArrayView<N> y, Shape shape, Steps xs, Steps ys, TF f)
        where TF : struct, IFunction1<N> where N : unmanaged
    {
        Coordinates at = shape.At(i);
        y[ys.Position(at, shape.Rank)] = f.Invoke(x[xs.Position(at, shape.Rank)]);
    }

    /// <summary>y[i] = f(a[i], b[i])</summary>
    public static void Map2Line<TF, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, int sa, int sb, int sy, TF f)
        where TF : struct, IFunction2<N> where N : unmanaged => y[i.X * sy] = f.Invoke(a[i.X * sa], b[i.X * sb]);

    /// <summary>y[i] = f(a[i], b[i]) through strides</summary>
    public static void Map2<TF, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Shape shape, Steps sa, Steps sb, Steps sy, TF f)
        where TF : struct, IFunction2<N> where N : unmanaged
    {
        Coordinates at = shape.At(i);
        y[sy.Position(at, shape.Rank)] = f.Invoke(a[sa.Position(at, shape.Rank)], b[sb.Position(at, shape.Rank)]);
    }

    /// <summary>y[i] = f(a[i], b[i], c[i])</summary>
    public static void Map3Line<TF, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, int sa, int sb, int sc, int sy, TF f)
        where TF : struct, IFunction3<N> where N : unmanaged => y[i.X * sy] = f.Invoke(a[i.X * sa], b[i.X * sb], c[i.X * sc]);

    /// <summary>y[i] = f(a[i], b[i], c[i]) through strides</summary>
    public static void Map3<TF, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, Shape shape, Steps sa, Steps sb, Steps sc, Steps sy, TF f)
        where TF : struct, IFunction3<N> where N : unmanaged
    {
        Coordinates at = shape.At(i);
        y[sy.Position(at, shape.Rank)] = f.Invoke(a[sa.Position(at, shape.Rank)], b[sb.Position(at, shape.Rank)], c[sc.Position(at, shape.Rank)]);
    }

    /// <summary>y[i] = 1 where the relation holds between a[i] and b[i], else 0, through strides</summary>
    public static void Compare<TOp, TConversion, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<U8> y, Shape shape, Steps sa, Steps sb, Steps sy, TOp op)
        where TOp : struct, IRelation where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        Coordinates at = shape.At(i);
        Mask<N> holds = op.Holds(a[sa.Position(at, shape.Rank)], b[sb.Position(at, shape.Rank)]);
        y[sy.Position(at, shape.Rank)] = TConversion.Convert(N.Select(holds, N.One, N.Zero));
    }
}
