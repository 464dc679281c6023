using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>The body of a loop inside a kernel.</summary>
public interface IGridStrideLoopBody
{
    /// <summary>Works on one element.</summary>
    void Execute(Index1D linearIndex);
}

/// <summary>The body of a loop inside a kernel that carries a value along.</summary>
/// <typeparam name="T">The value.</typeparam>
public interface IGridStrideLoopBody<T>
    where T : struct
{
    /// <summary>Works on one element and returns the new value.</summary>
    T Execute(Index1D linearIndex, T input);
}

/// <summary>The body of a kernel whose items stride through all elements.</summary>
public interface IGridStrideKernelBody
{
    /// <summary>
    /// Works on one element. Whole warps come in, so that the last indices may lie beyond the number of elements.
    /// </summary>
    void Execute(LongIndex1D linearIndex);

    /// <summary>Called once by each item, after its elements.</summary>
    void Finish();
}

/// <summary>Kernels whose items stride through all elements, so that a grid of any size does the work.</summary>
public static class GridExtensions
{
    private const int GroupSize = 256;
    private const int GroupsPerMultiprocessor = 32;

    /// <summary>In kernels: the number of items of the grid in x, how far an item moves from element to element.</summary>
    public static Index1D GridStrideLoopStride => Grid.DimX * Group.DimX;

    /// <summary>In kernels: runs the body on elements i, i + stride ... below <paramref name="length"/>, where i is the item's index in the grid.</summary>
    public static void GridStrideLoop<TLoopBody>(Index1D length, ref TLoopBody loopBody)
        where TLoopBody : struct, IGridStrideLoopBody
    {
        for (int index = Grid.GlobalIndex.X; index < length.X; index += GridStrideLoopStride.X)
            loopBody.Execute(index);
    }

    /// <summary>In kernels: the same with a value, which begins as <paramref name="input"/>; returns the last one.</summary>
    public static T GridStrideLoop<T, TLoopBody>(Index1D length, T input, TLoopBody loopBody)
        where T : struct
        where TLoopBody : struct, IGridStrideLoopBody<T>
    {
        for (int index = Grid.GlobalIndex.X; index < length.X; index += GridStrideLoopStride.X)
            input = loopBody.Execute(index, input);
        return input;
    }

    /// <summary>The number of groups and the group size for so many elements.</summary>
    public static (Index1D, Index1D) ComputeGridStrideLoopExtent(this Accelerator accelerator, int numDataElements) =>
        accelerator.ComputeGridStrideLoopExtent(numDataElements, out _);

    /// <summary>The number of groups and the group size for so many elements.</summary>
    public static (Index1D, Index1D) ComputeGridStrideLoopExtent(this Accelerator accelerator, long numDataElements) =>
        accelerator.ComputeGridStrideLoopExtent((int)Math.Min(numDataElements, int.MaxValue), out _);

    /// <summary>The number of groups and the group size for so many elements, and how often each item works then.</summary>
    public static (Index1D, Index1D) ComputeGridStrideLoopExtent(this Accelerator accelerator, Index1D numDataElements, out int numIterationsPerGroup)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        int group = Math.Min(GroupSize, accelerator.MaxNumThreadsPerGroup);
        long needed = Math.Max(1, ((long)numDataElements.X + group - 1) / group);
        int groups = (int)Math.Min(needed, (long)accelerator.NumMultiprocessors * GroupsPerMultiprocessor);
        numIterationsPerGroup = (int)((needed + groups - 1) / groups);
        return (groups, group);
    }

    /// <summary>The kernel: item i works on elements i, i + stride ... below <paramref name="paddedNumDataElements"/>, a multiple of the warp size.</summary>
    public static void GridStrideLoopKernel<TBody>(LongIndex1D paddedNumDataElements, TBody body)
        where TBody : struct, IGridStrideKernelBody
    {
        for (long index = (long)Grid.IdxX * Group.DimX + Group.IdxX; index < paddedNumDataElements.X; index += (long)Grid.DimX * Group.DimX)
            body.Execute(index);
        body.Finish();
    }

    /// <summary>A launcher of bodies of one type, for any number of elements.</summary>
    public static Action<AcceleratorStream, LongIndex1D, TBody> LoadGridStrideKernel<TBody>(this Accelerator accelerator)
        where TBody : struct, IGridStrideKernelBody
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var kernel = accelerator.LoadKernel<LongIndex1D, TBody>(GridStrideLoopKernel);
        return (stream, numDataElements, body) =>
        {
            ArgumentNullException.ThrowIfNull(stream);
            ArgumentOutOfRangeException.ThrowIfNegative(numDataElements.X, nameof(numDataElements));
            if (numDataElements.X == 0)
                return;
            int warp = accelerator.WarpSize;
            long padded = (numDataElements.X + warp - 1) / warp * warp;
            var (groups, group) = accelerator.ComputeGridStrideLoopExtent(padded);
            kernel(stream, (groups, group), padded, body);
        };
    }

    /// <summary>Runs a body on the default stream.</summary>
    public static void LaunchGridStride<TBody>(this Accelerator accelerator, LongIndex1D numDataElements, in TBody body)
        where TBody : struct, IGridStrideKernelBody
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        accelerator.LaunchGridStride(accelerator.DefaultStream, numDataElements, body);
    }

    /// <summary>Runs a body.</summary>
    public static void LaunchGridStride<TBody>(this Accelerator accelerator, AcceleratorStream stream, LongIndex1D numDataElements, in TBody body)
        where TBody : struct, IGridStrideKernelBody
        => accelerator.LoadGridStrideKernel<TBody>()(stream, numDataElements, body);
}
