using System.Runtime.CompilerServices;
using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>output[0] = input[0] op input[1] op ...</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The input's stride.</typeparam>
public delegate void Reduction<T, TStride>(AcceleratorStream stream, ArrayView1D<T, TStride> input, ArrayView<T> output)
    where T : unmanaged
    where TStride : struct, IStride1D;

/// <summary>
/// Reductions of views. The order of applications depends on the number of elements only: strided partial results, then a halving tree;
/// the same input gives the same bits on every device, every time.
/// </summary>
public static class ReductionExtensions
{
    private const int MostPartials = 1 << 14;
    private const int ElementsPerPartial = 4;

    /// <summary>Loads the kernels of a reduction.</summary>
    public static Reduction<T, TStride> CreateReduction<T, TStride, TReduction>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var first = accelerator.LoadKernel<ArrayView1D<T, TStride>, ArrayView<T>>(Partials<T, TStride, TReduction>);
        var second = accelerator.LoadKernel<ArrayView<T>, ArrayView<T>>(Tree<T, TReduction>);
        // Reductions of one stream run one after another, so that they can share the memory for partial results.
        var partials = new ConditionalWeakTable<AcceleratorStream, MemoryBuffer1D<T, Stride1D.Dense>>();
        return (stream, input, output) =>
        {
            ArgumentNullException.ThrowIfNull(stream);
            Views.Checked(input, nameof(input));
            Views.Checked(output, 1, nameof(output));
            var memory = partials.GetValue(stream, _ => accelerator.Allocate1D<T>(MostPartials));
            int count = 1;
            while (count < MostPartials && count * 2L * ElementsPerPartial <= input.Length)
                count *= 2;
            var (groups, group) = accelerator.ComputeGridStrideLoopExtent(count);
            var used = memory.View.AsContiguous().SubView(0, count);
            lock (memory)
            {
                first(stream, (groups, group), input, used);
                second(stream, (1, group), used, output);
            }
        };
    }

    /// <summary>Reduces to the first element of <paramref name="output"/>.</summary>
    public static void Reduce<T, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> input, ArrayView<T> output)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
        => accelerator.Reduce<T, Stride1D.Dense, TReduction>(stream, input, output);

    /// <summary>Reduces to the first element of <paramref name="output"/>.</summary>
    public static void Reduce<T, TStride, TReduction>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> input, ArrayView<T> output)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        Reducers<Reduction<T, TStride>, TReduction>.Of(accelerator, static device => device.CreateReduction<T, TStride, TReduction>())(stream, input, output);
    }

    /// <summary>Reduces, waits, and returns the result.</summary>
    public static T Reduce<T, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> input)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
        => accelerator.Reduce<T, Stride1D.Dense, TReduction>(stream, input);

    /// <summary>Reduces, waits, and returns the result.</summary>
    public static T Reduce<T, TStride, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> input)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        using var output = accelerator.Allocate1D<T>(1);
        accelerator.Reduce<T, TStride, TReduction>(stream, input, output.View);
        T result = default;
        output.View.AsContiguous().CopyToCPU(stream, ref result, 1);
        stream.Synchronize();
        return result;
    }

    /// <summary>Reduces on another thread, which waits.</summary>
    public static Task<T> ReduceAsync<T, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> input)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
        => Task.Run(() => accelerator.Reduce<T, TReduction>(stream, input));

    /// <summary>Reduces on another thread, which waits.</summary>
    public static Task<T> ReduceAsync<T, TStride, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> input)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
        => Task.Run(() => accelerator.Reduce<T, TStride, TReduction>(stream, input));

    // partials[k] = input[k] op input[k + count] op ...
    private static void Partials<T, TStride, TReduction>(ArrayView1D<T, TStride> input, ArrayView<T> partials)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
    {
        TReduction operation = default;
        long length = input.Length, count = partials.Length;
        for (int k = Grid.IdxX * Group.DimX + Group.IdxX; k < count; k += Grid.DimX * Group.DimX)
        {
            var result = operation.Identity;
            if (k < length)
                result = input[(LongIndex1D)k];
            for (long i = k + count; i < length; i += count)
                result = operation.Apply(result, input[(LongIndex1D)i]);
            partials[k] = result;
        }
    }

    // One group; the number of partials is a power of two.
    private static void Tree<T, TReduction>(ArrayView<T> partials, ArrayView<T> output)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
    {
        TReduction operation = default;
        for (int half = (int)(partials.Length / 2); half > 0; half /= 2)
        {
            for (int k = Group.IdxX; k < half; k += Group.DimX)
                partials[k] = operation.Apply(partials[k], partials[k + half]);
            Group.Barrier();
        }

        if (Group.IsFirstThread)
            output[0] = partials[0];
    }

    // Delegates of reductions that are asked for by name, so that their memory is kept with the accelerator.
    private static class Reducers<TDelegate, TReduction>
        where TDelegate : class
    {
        private static readonly ConditionalWeakTable<Accelerator, TDelegate> Known = [];

        public static TDelegate Of(Accelerator accelerator, Func<Accelerator, TDelegate> create)
        {
            if (Known.TryGetValue(accelerator, out var known))
                return known;
            return Known.GetValue(accelerator, create.Invoke);
        }
    }
}
