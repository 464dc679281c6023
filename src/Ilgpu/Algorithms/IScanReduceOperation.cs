namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>The operation of a reduction or a scan: associative and commutative.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IScanReduceOperation<T>
    where T : struct
{
    /// <summary>What OpenCL calls the operation in its names of group functions: add, min, max, or empty.</summary>
    string CLCommand { get; }

    /// <summary>The value e with e op x = x.</summary>
    T Identity { get; }

    /// <summary>first op second.</summary>
    T Apply(T first, T second);

    /// <summary>target = target op value, in one step.</summary>
    void AtomicApply(ref T target, T value);
}

/// <summary>What a scan of a group tells about its ends, so that the next part of a longer scan can go on.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ScanBoundaries<T>
    where T : struct
{
    /// <summary>Boundaries of the two values.</summary>
    public ScanBoundaries(T leftBoundary, T rightBoundary)
    {
        LeftBoundary = leftBoundary;
        RightBoundary = rightBoundary;
    }

    /// <summary>The first item's value.</summary>
    public T LeftBoundary { get; }

    /// <summary>The last item's result.</summary>
    public T RightBoundary { get; }

    /// <summary>Both values.</summary>
    public override string ToString() => $"[{LeftBoundary}, {RightBoundary}]";
}
