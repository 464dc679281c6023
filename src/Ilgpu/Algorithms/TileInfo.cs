using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

/// <summary>The part of the input that a group of a kernel works on, and where the item begins in it.</summary>
public readonly struct TileInfo
{
    /// <summary>The tile of the group that asks, in a kernel: group size times iterations elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TileInfo(int inputLength, Index1D numIterationsPerGroup)
    {
        TileSize = Group.DimX * numIterationsPerGroup;
        StartIndex = Grid.IdxX * TileSize + Group.IdxX;
        EndIndex = (Grid.IdxX + 1) * TileSize;
        MaxLength = Math.Min(inputLength, EndIndex.X);
    }

    /// <summary>The number of elements of a tile.</summary>
    public Index1D TileSize { get; }

    /// <summary>The item's first element.</summary>
    public Index1D StartIndex { get; }

    /// <summary>The index behind the group's last element.</summary>
    public Index1D EndIndex { get; }

    /// <summary>The same, cut to the input's length.</summary>
    public Index1D MaxLength { get; }
}
