using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>Kernels that move elements. They know bit patterns only (byte, int, long), so that types of one size share a kernel.</summary>
internal static class CopyKernels
{
    /// <summary>y[i] = value</summary>
    public static void Fill<T>(Index1D i, ArrayView<T> y, Shape shape, Steps sy, T value) where T : unmanaged => y[sy.Position(i, shape)] = value;

    /// <summary>y[i] = x[i]</summary>
    public static void Copy<T>(Index1D i, ArrayView<T> x, ArrayView<T> y, Shape shape, Steps sx, Steps sy) where T : unmanaged
    {
        Coordinates at = shape.At(i);
        y[sy.Position(at, shape.Rank)] = x[sx.Position(at, shape.Rank)];
    }

    /// <summary>y[i] = x[i], converted</summary>
    public static void Convert<TConversion, TX, TY>(Index1D i, ArrayView<TX> x, ArrayView<TY> y, Shape shape, Steps sx, Steps sy)
        where TConversion : struct, IConversion<TX, TY> where TX : unmanaged where TY : unmanaged
    {
        Coordinates at = shape.At(i);
        y[sy.Position(at, shape.Rank)] = TConversion.Convert(x[sx.Position(at, shape.Rank)]);
    }

    /// <summary>y[i] = condition[i] ? a[i] : b[i]</summary>
    public static void Where<T>(Index1D i, ArrayView<byte> condition, ArrayView<T> a, ArrayView<T> b, ArrayView<T> y, Shape shape, Steps sc, Steps sa, Steps sb, Steps sy)
        where T : unmanaged
    {
        Coordinates at = shape.At(i);
        T whenTrue = a[sa.Position(at, shape.Rank)], whenFalse = b[sb.Position(at, shape.Rank)];
        y[sy.Position(at, shape.Rank)] = condition[sc.Position(at, shape.Rank)] != 0 ? whenTrue : whenFalse;
    }
}
