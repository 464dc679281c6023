namespace ILGPU.Runtime;

/// <summary>Extents of one to three dimensions in the common form.</summary>
internal static class Extents
{
    /// <summary>The extent with three dimensions, absent ones 1.</summary>
    public static Index3D Of<TIndex>(TIndex extent)
        where TIndex : struct, IIndex
        => extent switch
        {
            Index1D index => new(index.X, 1, 1),
            Index2D index => new(index.X, index.Y, 1),
            Index3D index => index,
            _ => throw new NotSupportedException(
                $"A kernel cannot be launched over {typeof(TIndex).Name}; use Index1D, Index2D or Index3D."),
        };
}
