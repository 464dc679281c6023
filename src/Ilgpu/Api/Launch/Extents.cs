using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>Extents of one to three dimensions in the common form.</summary>
internal static class Extents
{
    /// <summary>The extent with three dimensions, absent ones 1. Type tests instead of patterns: they box nothing, also before optimization.</summary>
    public static Index3D Of<TIndex>(TIndex extent)
        where TIndex : struct, IIndex
    {
        if (typeof(TIndex) == typeof(Index1D))
            return new Index3D(Unsafe.As<TIndex, Index1D>(ref extent).X, 1, 1);
        if (typeof(TIndex) == typeof(Index2D))
            return new Index3D(Unsafe.As<TIndex, Index2D>(ref extent).X, Unsafe.As<TIndex, Index2D>(ref extent).Y, 1);
        if (typeof(TIndex) == typeof(Index3D))
            return Unsafe.As<TIndex, Index3D>(ref extent);
        throw new NotSupportedException($"A kernel cannot be launched over {typeof(TIndex).Name}; use Index1D, Index2D or Index3D.");
    }
}
