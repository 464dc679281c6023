namespace ILGPU.Algorithms.RadixSortOperations;

/// <summary>Sorts sbyte keys, the greatest first.</summary>
public readonly struct DescendingInt8 : IRadixSortOperation<sbyte>
{
    /// <inheritdoc/>
    public int NumBits => 8;

    /// <inheritdoc/>
    public sbyte DefaultValue => sbyte.MinValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(sbyte value, int shift, int bitMask) => (int)((~((uint)value ^ (1u << 7))) >> shift) & bitMask;
}

/// <summary>Sorts short keys, the greatest first.</summary>
public readonly struct DescendingInt16 : IRadixSortOperation<short>
{
    /// <inheritdoc/>
    public int NumBits => 16;

    /// <inheritdoc/>
    public short DefaultValue => short.MinValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(short value, int shift, int bitMask) => (int)((~((uint)value ^ (1u << 15))) >> shift) & bitMask;
}

/// <summary>Sorts int keys, the greatest first.</summary>
public readonly struct DescendingInt32 : IRadixSortOperation<int>
{
    /// <inheritdoc/>
    public int NumBits => 32;

    /// <inheritdoc/>
    public int DefaultValue => int.MinValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(int value, int shift, int bitMask) => (int)((~((uint)value ^ (1u << 31))) >> shift) & bitMask;
}

/// <summary>Sorts long keys, the greatest first.</summary>
public readonly struct DescendingInt64 : IRadixSortOperation<long>
{
    /// <inheritdoc/>
    public int NumBits => 64;

    /// <inheritdoc/>
    public long DefaultValue => long.MinValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(long value, int shift, int bitMask) => (int)((~((ulong)value ^ (1UL << 63))) >> shift) & bitMask;
}

/// <summary>Sorts byte keys, the greatest first.</summary>
public readonly struct DescendingUInt8 : IRadixSortOperation<byte>
{
    /// <inheritdoc/>
    public int NumBits => 8;

    /// <inheritdoc/>
    public byte DefaultValue => byte.MinValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(byte value, int shift, int bitMask) => (int)((~(uint)value) >> shift) & bitMask;
}

/// <summary>Sorts ushort keys, the greatest first.</summary>
public readonly struct DescendingUInt16 : IRadixSortOperation<ushort>
{
    /// <inheritdoc/>
    public int NumBits => 16;

    /// <inheritdoc/>
    public ushort DefaultValue => ushort.MinValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(ushort value, int shift, int bitMask) => (int)((~(uint)value) >> shift) & bitMask;
}

/// <summary>Sorts uint keys, the greatest first.</summary>
public readonly struct DescendingUInt32 : IRadixSortOperation<uint>
{
    /// <inheritdoc/>
    public int NumBits => 32;

    /// <inheritdoc/>
    public uint DefaultValue => uint.MinValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(uint value, int shift, int bitMask) => (int)((~(uint)value) >> shift) & bitMask;
}

/// <summary>Sorts ulong keys, the greatest first.</summary>
public readonly struct DescendingUInt64 : IRadixSortOperation<ulong>
{
    /// <inheritdoc/>
    public int NumBits => 64;

    /// <inheritdoc/>
    public ulong DefaultValue => ulong.MinValue;

    /// <inheritdoc/>
    public int ExtractRadixBits(ulong value, int shift, int bitMask) => (int)((~value) >> shift) & bitMask;
}

/// <summary>Sorts Half keys, the greatest first; NaN lies beyond the infinity of its sign.</summary>
public readonly struct DescendingHalf : IRadixSortOperation<Half>
{
    /// <inheritdoc/>
    public int NumBits => 16;

    /// <inheritdoc/>
    public Half DefaultValue => Interop.IntAsFloat((ushort)0xfc00);

    /// <inheritdoc/>
    public int ExtractRadixBits(Half value, int shift, int bitMask) => (int)((~RadixOrder.Of(value)) >> shift) & bitMask;
}

/// <summary>Sorts float keys, the greatest first; NaN lies beyond the infinity of its sign.</summary>
public readonly struct DescendingFloat : IRadixSortOperation<float>
{
    /// <inheritdoc/>
    public int NumBits => 32;

    /// <inheritdoc/>
    public float DefaultValue => float.NegativeInfinity;

    /// <inheritdoc/>
    public int ExtractRadixBits(float value, int shift, int bitMask) => (int)((~RadixOrder.Of(value)) >> shift) & bitMask;
}

/// <summary>Sorts double keys, the greatest first; NaN lies beyond the infinity of its sign.</summary>
public readonly struct DescendingDouble : IRadixSortOperation<double>
{
    /// <inheritdoc/>
    public int NumBits => 64;

    /// <inheritdoc/>
    public double DefaultValue => double.NegativeInfinity;

    /// <inheritdoc/>
    public int ExtractRadixBits(double value, int shift, int bitMask) => (int)((~RadixOrder.Of(value)) >> shift) & bitMask;
}
