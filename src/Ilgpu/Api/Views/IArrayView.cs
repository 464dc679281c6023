namespace ILGPU;

/// <summary>A view of device memory, or a buffer.</summary>
public interface IArrayView
{
    /// <summary>True where there is memory.</summary>
    bool IsValid { get; }

    /// <summary>The number of elements.</summary>
    long Length { get; }

    /// <summary>The size of an element, in bytes.</summary>
    int ElementSize { get; }

    /// <summary>The number of bytes.</summary>
    long LengthInBytes { get; }
}

/// <summary>A view of device memory, or a buffer, whose element type is known.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IArrayView<T> : IArrayView
    where T : unmanaged
{
}

/// <summary>Memory that host code can copy and set as one piece.</summary>
public interface IContiguousArrayView : IArrayView
{
    /// <summary>All bytes.</summary>
    ArrayView<byte> AsRawArrayView();
}

/// <summary>Memory that host code can copy and set as one piece, of a known element type.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IContiguousArrayView<T> : IArrayView<T>, IContiguousArrayView
    where T : unmanaged
{
}
