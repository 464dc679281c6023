using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Nn.Tests;

[Collection(SerialCollection.Name)]
public class DataTests
{
    /// <summary>Sample i is a row of i + 1 numbers: they cannot be stacked.</summary>
    private sealed class Ragged : Dataset
    {
        public override int Count => 3;

        public override IReadOnlyList<Tensor> this[int index] => [Tensor.Zeros([index + 1])];
    }

    private sealed class Squares(int count, int broken = -1) : Dataset
    {
        public override int Count => count;

        public override IReadOnlyList<Tensor> this[int index] => index == broken
            ? throw new InvalidDataException($"sample {index} cannot be read")
            : [Tensor.Full([2], index), Tensor.Scalar(index * index)];
    }

    private static TensorDataset Numbers(int count) => new(Tensor.Arange(count), Tensor.Arange(count).Float().Unsqueeze(1) * 10);

    private static long[][] Epoch(DataLoader loader) => [.. loader.Select(batch => batch[0].ToArray<long>())];

    [Theory, AllDevices]
    public void GoesThroughTheDataInOrder(string device)
    {
        var on = TestDevices.Get(device);
        var loader = new DataLoader(Numbers(7), batchSize: 3, device: on);
        Assert.Equal(3, loader.Count);
        var (xs, ys) = (new List<long[]>(), new List<float[]>());
        foreach (var (x, y) in loader)
        {
            Assert.Same(on, x.Device);
            Assert.Same(on, y.Device);
            xs.Add(x.ToArray<long>());
            ys.Add(y.ToArray<float>());
        }
        Assert.Equal([[0, 1, 2], [3, 4, 5], [6]], xs);
        Assert.Equal([[0, 10, 20], [30, 40, 50], [60]], ys);
        Assert.Equal([1, 1], loader.Last()[1].Shape.ToArray());
    }

    [Fact]
    public void DropLastLeavesTheRestOut()
    {
        var loader = new DataLoader(Numbers(7), batchSize: 3, dropLast: true);
        Assert.Equal(2, loader.Count);
        Assert.Equal(2, loader.Count());
    }

    [Theory, AllDevices]
    public void ShufflingDependsOnTheSeedOnly(string device)
    {
        var loader = new DataLoader(Numbers(50), batchSize: 8, shuffle: true, seed: 5, device: TestDevices.Get(device));
        long[][] first = Epoch(loader), second = Epoch(loader);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), first.SelectMany(x => x).Order());
        Assert.NotEqual(first.SelectMany(x => x), second.SelectMany(x => x));

        var here = new DataLoader(Numbers(50), batchSize: 8, shuffle: true, seed: 5);
        Assert.Equal(Epoch(here), first);
        Assert.Equal(Epoch(here), second);
        Assert.NotEqual(first, Epoch(new DataLoader(Numbers(50), batchSize: 8, shuffle: true, seed: 6)));
    }

    [Fact]
    public void WithoutASeedTheProcessWideGeneratorDecides()
    {
        Generator.Seed(3);
        var first = Epoch(new DataLoader(Numbers(20), shuffle: true));
        Generator.Seed(3);
        Assert.Equal(first, Epoch(new DataLoader(Numbers(20), shuffle: true)));
    }

    [Theory, AllDevices]
    public void RowsStayTogetherWhenShuffled(string device)
    {
        var on = TestDevices.Get(device);
        foreach (var (x, y) in new DataLoader(new TensorDataset(Tensor.Arange(20).To(on), Tensor.Arange(20).Float().Unsqueeze(1).To(on) * 10), batchSize: 6, shuffle: true, seed: 1))
        {
            Assert.Same(on, x.Device);
            Assert.Equal(x.ToArray<long>().Select(v => 10f * v), y.ToArray<float>());
        }
    }

    [Fact]
    public void ABatchHasMemoryOfItsOwn()
    {
        var x = Tensor.Zeros([4]);
        foreach (var batch in new DataLoader(new TensorDataset(x), batchSize: 2)) batch[0].Add_(1);
        Assert.Equal([0, 0, 0, 0], x.ToArray<float>());
    }

    [Theory, AllDevices]
    public void EachTensorOfABatchIsUploadedOnce(string device)
    {
        var on = TestDevices.Get(device);
        if (on == Device.Cpu) return;
        var loader = new DataLoader(Numbers(64), batchSize: 16, shuffle: true, seed: 1, device: on);
        long before = on.CopiesToDevice, back = on.CopiesToHost;
        Assert.Equal(4, loader.Count());
        Assert.Equal(8, on.CopiesToDevice - before);
        Assert.Equal(0, on.CopiesToHost - back);
    }

    [Fact]
    public void SamplesOfAnyDatasetAreStacked()
    {
        foreach (var (x, y) in new DataLoader(new Squares(4), batchSize: 4))
        {
            Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], x.ToArray<float>());
            Assert.Equal([4, 2], x.Shape.ToArray());
            Assert.Equal([0, 1, 4, 9], y.ToArray<long>());
        }
    }

    [Fact]
    public void BatchesTakeApart()
    {
        var t = Tensor.Arange(2);
        var one = new DataLoader(new TensorDataset(t), batchSize: 2).Single();
        one.Deconstruct(out var only);
        Assert.Equal([0, 1], only.ToArray<long>());
        var (a, b, c) = new DataLoader(new TensorDataset(t, t + 1, t + 2), batchSize: 2).Single();
        Assert.Equal([2, 3], c.ToArray<long>());
        var (_, _, _, d) = new DataLoader(new TensorDataset(a, b, c, t + 3), batchSize: 2).Single();
        Assert.Equal([3, 4], d.ToArray<long>());
        Assert.Contains("1 tensor ", Assert.Throws<InvalidOperationException>(() => { var (x, y) = one; }).Message);
    }

    [Fact]
    public void SplitsAreDisjointAndComplete()
    {
        var parts = Subset.RandomSplit(Numbers(10), [7, 3], new Generator(2));
        Assert.Equal([7, 3], parts.Select(part => part.Count));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), parts.SelectMany(part => Epoch(new DataLoader(part, batchSize: 4, shuffle: true))).SelectMany(x => x).Order());
        Assert.Contains("9", Assert.Throws<ArgumentException>(() => Subset.RandomSplit(Numbers(10), [7, 2])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Subset(Numbers(3), [3]));
    }

    [Fact]
    public void MistakesAreRefusedWithTheSizesInvolved()
    {
        var unequal = Assert.Throws<ArgumentException>(() => new TensorDataset(Tensor.Zeros([4, 2]), Tensor.Zeros([5])));
        Assert.Contains("[4, 2]", unequal.Message);
        Assert.Contains("[5]", unequal.Message);
        Assert.Throws<ArgumentException>(() => new TensorDataset());
        Assert.Throws<ArgumentException>(() => new TensorDataset(Tensor.Scalar(1)));
        Assert.Contains("empty", Assert.Throws<ArgumentException>(() => new DataLoader(Numbers(0), shuffle: true)).Message);
        Assert.Empty(new DataLoader(Numbers(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataLoader(Numbers(3), batchSize: 0));
        Assert.Throws<ArgumentException>(() => new DataLoader(Numbers(3), shuffle: true, seed: 1, generator: new Generator(1)));

        var ragged = Assert.Throws<InvalidOperationException>(() => new DataLoader(new Ragged(), batchSize: 3).First());
        Assert.Contains("[1]", ragged.Message);
        Assert.Contains("[2]", ragged.Message);
    }

    [Fact]
    public void AnErrorInASampleReachesTheCallerWithItsStack()
    {
        var error = Assert.Throws<InvalidDataException>(() => new DataLoader(new Squares(4, broken: 2), batchSize: 2).Count());
        Assert.Contains("sample 2", error.Message);
        Assert.Contains(nameof(Squares), error.StackTrace);
    }
}
