using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>How a chain reads memory that lies in any layout: row-major neighbours from a position on, as they lie or gathered into a tile.</summary>
internal readonly unsafe struct TileLeaf
{
    /// <summary>Rows from this length on are read where they lie, tile by tile; shorter ones are gathered.</summary>
    private const int LongRow = 256;

    private readonly Walk _walk;
    private readonly Kind _kind;
    private readonly long _stride;

    public TileLeaf(in Operand operand)
    {
        Span<int> dims = stackalloc int[Layout.MaxRank];
        int rank = operand.Layout.Rank;
        for (int d = 0; d < rank; d++) dims[d] = d;
        _walk = Walk.Through(operand, dims[..rank]);
        _stride = _walk.InnerStride(0);
        bool inLine = _stride == 0 || _stride == _walk.ItemSize(0);
        _kind = _walk.Rank == 1 && inLine ? Kind.Line : inLine && _walk.Inner >= LongRow ? Kind.Rows : Kind.Scattered;
    }

    private enum Kind
    {
        /// <summary>Neighbours one after another, or a single element seen everywhere.</summary>
        Line,
        /// <summary>The same inside long rows.</summary>
        Rows,
        /// <summary>Everything else.</summary>
        Scattered,
    }

    /// <summary>Whether a buffer is needed for the elements of a tile.</summary>
    public bool NeedsBuffer => _kind == Kind.Scattered;

    /// <summary>How many of n elements from <paramref name="start"/> on can be taken at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Limit(int start, int n) => _kind == Kind.Rows ? Math.Min(n, _walk.Inner - start % _walk.Inner) : n;

    /// <summary>Where elements [start, start + n) are; <paramref name="stays"/> when they are all the one there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public byte* Load(int start, int n, byte* buffer, out bool stays)
    {
        stays = _stride == 0 && _kind != Kind.Scattered;
        if (_kind != Kind.Scattered) return _walk.Locate(0, start);
        _walk.Gather(0, start, n, buffer);
        return buffer;
    }
}
