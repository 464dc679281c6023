using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Algorithms.ComparisonOperations;
using ILGPU.Algorithms.HistogramOperations;
using ILGPU.Algorithms.Sequencers;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Algorithms;

/// <summary>Initialize, sequences, transforms, reordering, histograms and unique neighbours against LINQ.</summary>
public class MapTests
{
    [Theory, Accelerators]
    public void Views_are_set_to_a_value(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D<Pair>(1001);
        accelerator.Initialize(accelerator.DefaultStream, buffer.View, new Pair(3, 4.5f));
        Assert.All(buffer.GetAsArray1D(), pair => Assert.Equal(new Pair(3, 4.5f), pair));
        var everySecond = new ArrayView1D<Pair, Stride1D.General>(buffer.View.AsContiguous(), 500, new Stride1D.General(2));
        accelerator.CreateInitializer<Pair, Stride1D.General>()(accelerator.DefaultStream, everySecond, new Pair(1, 1));
        Assert.Equal(500, buffer.GetAsArray1D().Count(pair => pair == new Pair(1, 1)));
    }

    [Theory, Accelerators]
    public void Sequences_repeat_and_come_in_batches(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var stream = accelerator.DefaultStream;
        using var buffer = accelerator.Allocate1D<int>(700);
        var places = Enumerable.Range(0, 700).ToArray();
        accelerator.Sequence(stream, buffer.View, new Int32Sequencer());
        Assert.Equal(places, buffer.GetAsArray1D());
        accelerator.BatchedSequence(stream, buffer.View, 3, new Int32Sequencer());
        Assert.Equal(places.Select(i => i / 3), buffer.GetAsArray1D());
        accelerator.RepeatedSequence(stream, buffer.View, 5, new Int32Sequencer());
        Assert.Equal(places.Select(i => i % 5), buffer.GetAsArray1D());
        accelerator.RepeatedBatchedSequence(stream, buffer.View, 5, 3, new Int32Sequencer());
        Assert.Equal(places.Select(i => i / 3 % 5), buffer.GetAsArray1D());
        using var halves = accelerator.Allocate1D<ILGPU.Half>(10);
        accelerator.Sequence(stream, halves.View, new HalfSequencer());
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (float)i), halves.GetAsArray1D().Select(h => (float)h));
    }

    [Theory, Accelerators]
    public void Elements_are_transformed_and_reordered(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var stream = accelerator.DefaultStream;
        var values = Enumerable.Range(0, 600).ToArray();
        using var source = accelerator.Allocate1D(values);
        using var target = accelerator.Allocate1D<Pair>(600);
        accelerator.Transform(stream, source.View, target.View, new ToPair(2));
        Assert.Equal(values.Select(v => new Pair(v, 2 * v)), target.GetAsArray1D());
        using var order = accelerator.Allocate1D(Array.ConvertAll(values, v => new Index1D(599 - v)));
        accelerator.ReorderTransform<int, Pair, ToPair>(stream, source.View, target.View, order.View, new ToPair(3));
        Assert.Equal(values.Reverse().Select(v => new Pair(v, 3 * v)), target.GetAsArray1D());
        using var reversed = accelerator.Allocate1D<int>(600);
        accelerator.Reorder<int>(stream, source.View, reversed.View, order.View);
        Assert.Equal(values.Reverse(), reversed.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void Values_count_in_bins(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var stream = accelerator.DefaultStream;
        var values = Enumerable.Range(0, 3000).Select(i => i * 31 % 257).ToArray();
        using var view = accelerator.Allocate1D(values);
        using var overflow = accelerator.Allocate1D(new int[1]);
        using var bins = accelerator.Allocate1D(new int[7]);
        accelerator.Histogram<int, Stride1D.Dense, Modulo>(stream, view.View, bins.View, overflow.View);
        Assert.Equal(Enumerable.Range(0, 7).Select(bin => values.Count(v => v % 7 == bin)), bins.GetAsArray1D());
        Assert.Equal(0, overflow.GetAsArray1D()[0]);
        using var full = accelerator.Allocate1D(new[] { 0, 0, int.MaxValue, 0, 0, 0, 0 });
        accelerator.Histogram<int, Stride1D.Dense, Modulo>(stream, view.View, full.View, overflow.View);
        Assert.Equal(1, overflow.GetAsArray1D()[0]);
        using var bits = accelerator.Allocate1D(new float[8]);
        accelerator.HistogramUnchecked<int, Stride1D.Dense, float, HistogramIncrementFloat, Bits>(stream, view.View, bits.View);
        Assert.Equal(Enumerable.Range(0, 8).Select(bit => (float)values.Count(v => (v >> bit & 1) == 1)), bits.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void The_first_of_equal_neighbours_stays(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        foreach (int size in (int[])[1, 10, 3000])
        {
            var values = Enumerable.Range(0, size).Select(i => (long)(i / 3 % 4 * (i % 97 == 0 ? 0 : 1))).ToArray();
            using var buffer = accelerator.Allocate1D(values);
            long stay = accelerator.Unique(accelerator.DefaultStream, buffer.View);
            var expected = values.Where((v, i) => i == 0 || v != values[i - 1]).ToArray();
            Assert.Equal(expected.Length, stay);
            Assert.Equal(expected, buffer.GetAsArray1D()[..(int)stay]);
        }
    }

    [Fact]
    public void Comparisons_order_values()
    {
        Assert.Equal([-1, 0, 1], [default(ComparisonInt32).Compare(1, 2), default(ComparisonDouble).Compare(2, 2), default(ComparisonUInt8).Compare(3, 2)]);
        Assert.NotEqual(0, default(ComparisonFloat).Compare(float.NaN, float.NaN));
    }

    private readonly record struct Pair(int First, float Second);

    private readonly struct ToPair(int factor) : ITransformer<int, Pair>
    {
        public Pair Transform(int value) => new(value, value * factor);
    }

    private readonly struct Modulo : IComputeSingleBinOperation<int, Index1D>
    {
        public Index1D ComputeHistogramBin(int value, Index1D numBins) => value % numBins.X;
    }

    private readonly struct Bits : IComputeMultiBinOperation<int, float, HistogramIncrementFloat>
    {
        public void ComputeHistogramBins(int value, ArrayView<float> histogram, in HistogramIncrementFloat incrementOperation, out bool incrementOverflowed)
        {
            incrementOverflowed = false;
            for (int bit = 0; bit < histogram.Length; bit++)
            {
                if ((value >> bit & 1) == 0)
                    continue;
                incrementOperation.Increment(ref histogram[bit], out bool full);
                incrementOverflowed |= full;
            }
        }
    }
}
