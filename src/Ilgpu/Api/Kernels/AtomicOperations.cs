namespace ILGPU.AtomicOperations;

/// <summary>The operation of a custom atomic.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IAtomicOperation<T>
    where T : unmanaged
{
    /// <summary>The new value from the current one and the operand.</summary>
    T Operation(T current, T value);
}

/// <summary>The compare-and-exchange under a custom atomic.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface ICompareExchangeOperation<T>
    where T : unmanaged
{
    /// <summary>target = value where target is <paramref name="compare"/>; returns what was there.</summary>
    T CompareExchange(ref T target, T compare, T value);

    /// <summary>True where the two values count as the same, so that the exchange took place.</summary>
    bool IsSame(T left, T right);
}
