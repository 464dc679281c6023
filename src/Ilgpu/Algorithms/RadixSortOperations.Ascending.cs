namespace ILGPU.Algorithms.RadixSortOperations;

/// <summary>Sorts sbyte keys, the smallest first.</summary>
public readonly struct AscendingInt8 : IRadixSortOperation<sbyte>
{
    /// <inheritdoc/>
    public int NumBits => 8;

    /// <inheritdoc/>
    public sbyte DefaultValue => sbyte.MaxValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(sbyte value, int shift, int bitMask) => (int)(((uint)value ^ (1u << 7)) >> shift) & bitMask;
}

/// <summary>Sorts short keys, the smallest first.</summary>
public readonly struct AscendingInt16 : IRadixSortOperation<short>
{
    /// <inheritdoc/>
    public int NumBits => 16;

    /// <inheritdoc/>
    public short DefaultValue => short.MaxValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(short value, int shift, int bitMask) => (int)(((uint)value ^ (1u << 15)) >> shift) & bitMask;
}

/// <summary>Sorts int keys, the smallest first.</summary>
public readonly struct AscendingInt32 : IRadixSortOperation<int>
{
    /// <inheritdoc/>
    public int NumBits => 32;

    /// <inheritdoc/>
    public int DefaultValue => int.MaxValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(int value, int shift, int bitMask) => (int)(((uint)value ^ (1u << 31)) >> shift) & bitMask;
}

/// <summary>Sorts long keys, the smallest first.</summary>
public readonly struct AscendingInt64 : IRadixSortOperation<long>
{
    /// <inheritdoc/>
    public int NumBits => 64;

    /// <inheritdoc/>
    public long DefaultValue => long.MaxValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(long value, int shift, int bitMask) => (int)(((ulong)value ^ (1UL << 63)) >> shift) & bitMask;
}

/// <summary>Sorts byte keys, the smallest first.</summary>
public readonly struct AscendingUInt8 : IRadixSortOperation<byte>
{
    /// <inheritdoc/>
    public int NumBits => 8;

    /// <inheritdoc/>
    public byte DefaultValue => byte.MaxValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(byte value, int shift, int bitMask) => (int)(((uint)value) >> shift) & bitMask;
}

/// <summary>Sorts ushort keys, the smallest first.</summary>
public readonly struct AscendingUInt16 : IRadixSortOperation<ushort>
{
    /// <inheritdoc/>
    public int NumBits => 16;

    /// <inheritdoc/>
    public ushort DefaultValue => ushort.MaxValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(ushort value, int shift, int bitMask) => (int)(((uint)value) >> shift) & bitMask;
}

/// <summary>Sorts uint keys, the smallest first.</summary>
public readonly struct AscendingUInt32 : IRadixSortOperation<uint>
{
    /// <inheritdoc/>
    public int NumBits => 32;

    /// <inheritdoc/>
    public uint DefaultValue => uint.MaxValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(uint value, int shift, int bitMask) => (int)(((uint)value) >> shift) & bitMask;
}

/// <summary>Sorts ulong keys, the smallest first.</summary>
public readonly struct AscendingUInt64 : IRadixSortOperation<ulong>
{
    /// <inheritdoc/>
    public int NumBits => 64;

    /// <inheritdoc/>
    public ulong DefaultValue => ulong.MaxValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(ulong value, int shift, int bitMask) => (int)((value) >> shift) & bitMask;
}

/// <summary>Sorts Half keys, the smallest first; NaN lies beyond the infinity of its sign.</summary>
public readonly struct AscendingHalf : IRadixSortOperation<Half>
{
    /// <inheritdoc/>
    public int NumBits => 16;

    /// <inheritdoc/>
    public Half DefaultValue => Interop.IntAsFloat((ushort)0x7c00);

    /// <inheritdoc/>
    public int ExtractRadixBits(Half value, int shift, int bitMask) => (int)((RadixOrder.Of(value)) >> shift) & bitMask;
}

/// <summary>Sorts float keys, the smallest first; NaN lies beyond the infinity of its sign.</summary>
public readonly struct AscendingFloat : IRadixSortOperation<float>
{
    /// <inheritdoc/>
    public int NumBits => 32;

    /// <inheritdoc/>
    public float DefaultValue => float.PositiveInfinity;

    /// <inheritdoc/>
    public int ExtractRadixBits(float value, int shift, int bitMask) => (int)((RadixOrder.Of(value)) >> shift) & bitMask;
}

/// <summary>Sorts double keys, the smallest first; NaN lies beyond the infinity of its sign.</summary>
public readonly struct AscendingDouble : IRadixSortOperation<double>
{
    /// <inheritdoc/>
    public int NumBits => 64;

    /// <inheritdoc/>
    public double DefaultValue => double.PositiveInfinity;

    /// <inheritdoc/>
    public int ExtractRadixBits(double value, int shift, int bitMask) => (int)((RadixOrder.Of(value)) >> shift) & bitMask;
}
