using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Host;

/// <summary>A vector of <typeparamref name="T"/> as a number: the formulas of the functors run on it.</summary>
/// <remarks>A true lane of a mask has all its bits set. A load may read a whole vector where fewer elements exist: blocks and buffers
/// are padded by 64 bytes.</remarks>
internal unsafe interface ILanes<V, T> : IBits<V> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>Elements of a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Count elements from memory.</summary>
    static abstract V Load(T* source);

    /// <summary>Count elements to memory.</summary>
    static abstract void Store(V value, T* target);

    /// <summary>The same element in all lanes.</summary>
    static abstract V Broadcast(T value);

    /// <summary>Bit i is set where lane i of the mask holds.</summary>
    static abstract ulong Bits(Mask<V> mask);

    /// <summary>Lane i of the mask holds where byte i is not 0. May read 16 bytes where fewer exist.</summary>
    static abstract Mask<V> Truths(byte* source);

    /// <summary>The larger one by the processor's own instruction: which of two zeros, and what comes of a NaN, is not said.</summary>
    static abstract V Larger(V a, V b);

    /// <summary>The smaller one by the processor's own instruction: which of two zeros, and what comes of a NaN, is not said.</summary>
    static abstract V Smaller(V a, V b);

    /// <summary>A mask of the first <paramref name="count"/> lanes. Not for bytes.</summary>
    static abstract Mask<V> First(int count);

    /// <summary>The lanes moved down by 32, 16, 8 or 4 bytes (less than the vector has): the first ones are those from there on, the others are not said.</summary>
    static abstract V Down(V value, int bytes);
}
