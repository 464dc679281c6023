using ILGPU.Runtime;

namespace ILGPU.Algorithms.Sequencers;

/// <summary>A sequence of values by their place.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface ISequencer<T>
    where T : unmanaged
{
    /// <summary>The value at a place.</summary>
    T ComputeSequenceElement(LongIndex1D sequenceIndex);
}

/// <summary>0, 1, 2 ... as indices.</summary>
public readonly struct IndexSequencer : ISequencer<Index1D>
{
    /// <inheritdoc/>
    public Index1D ComputeSequenceElement(LongIndex1D sequenceIndex) => (Index1D)sequenceIndex;
}

/// <summary>The elements of a view.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
public readonly struct ViewSourceSequencer<T, TStride> : ISequencer<T>
    where T : unmanaged
    where TStride : struct, IStride1D
{
    /// <summary>The elements of <paramref name="viewSource"/>.</summary>
    public ViewSourceSequencer(ArrayView1D<T, TStride> viewSource)
    {
        ViewSource = viewSource;
    }

    /// <summary>The view.</summary>
    public ArrayView1D<T, TStride> ViewSource { get; }

    /// <inheritdoc/>
    public T ComputeSequenceElement(LongIndex1D sequenceIndex) => ViewSource[sequenceIndex];
}

/// <summary>0, 1, 2 ... as sbyte values.</summary>
public readonly struct Int8Sequencer : ISequencer<sbyte>
{
    /// <inheritdoc/>
    public sbyte ComputeSequenceElement(LongIndex1D sequenceIndex) => (sbyte)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as short values.</summary>
public readonly struct Int16Sequencer : ISequencer<short>
{
    /// <inheritdoc/>
    public short ComputeSequenceElement(LongIndex1D sequenceIndex) => (short)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as int values.</summary>
public readonly struct Int32Sequencer : ISequencer<int>
{
    /// <inheritdoc/>
    public int ComputeSequenceElement(LongIndex1D sequenceIndex) => (int)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as long values.</summary>
public readonly struct Int64Sequencer : ISequencer<long>
{
    /// <inheritdoc/>
    public long ComputeSequenceElement(LongIndex1D sequenceIndex) => (long)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as byte values.</summary>
public readonly struct UInt8Sequencer : ISequencer<byte>
{
    /// <inheritdoc/>
    public byte ComputeSequenceElement(LongIndex1D sequenceIndex) => (byte)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as ushort values.</summary>
public readonly struct UInt16Sequencer : ISequencer<ushort>
{
    /// <inheritdoc/>
    public ushort ComputeSequenceElement(LongIndex1D sequenceIndex) => (ushort)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as uint values.</summary>
public readonly struct UInt32Sequencer : ISequencer<uint>
{
    /// <inheritdoc/>
    public uint ComputeSequenceElement(LongIndex1D sequenceIndex) => (uint)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as ulong values.</summary>
public readonly struct UInt64Sequencer : ISequencer<ulong>
{
    /// <inheritdoc/>
    public ulong ComputeSequenceElement(LongIndex1D sequenceIndex) => (ulong)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as Half values.</summary>
public readonly struct HalfSequencer : ISequencer<Half>
{
    /// <inheritdoc/>
    public Half ComputeSequenceElement(LongIndex1D sequenceIndex) => (Half)(float)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as float values.</summary>
public readonly struct FloatSequencer : ISequencer<float>
{
    /// <inheritdoc/>
    public float ComputeSequenceElement(LongIndex1D sequenceIndex) => (float)sequenceIndex.X;
}

/// <summary>0, 1, 2 ... as double values.</summary>
public readonly struct DoubleSequencer : ISequencer<double>
{
    /// <inheritdoc/>
    public double ComputeSequenceElement(LongIndex1D sequenceIndex) => (double)sequenceIndex.X;
}
