namespace ILGPU.Runtime;

/// <summary>Memory that host code can copy as one piece: views and buffers.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IContiguousArrayView<T>
    where T : unmanaged
{
    /// <summary>All elements, as they lie in memory.</summary>
    ArrayView<T> BaseView { get; }
}
