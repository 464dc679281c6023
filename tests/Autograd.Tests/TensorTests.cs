using Gpu.Kernels;
using Gpu.Testing;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Creation, dtypes, reading and printing. The expected dtypes and texts are PyTorch's.</summary>
public class TensorTests
{
    [Theory, AllDevices]
    public void Creation(string name)
    {
        var device = Device.Get(name);
        Equal(Tensor.Full([2, 2], 3, device: device), 3, 3, 3, 3);
        Equal(Tensor.Eye(2, 3, device: device), 1, 0, 0, 0, 1, 0);
        Equal(Tensor.Arange(3, device: device), 0, 1, 2);
        Assert.Equal(DType.Int64, Tensor.Arange(3).DType);
        Equal(Tensor.Arange(1, 0, -0.25, DType.Float32, device), 1, 0.75, 0.5, 0.25);
        Equal(Tensor.Linspace(0, 1, 5, device: device), 0, 0.25, 0.5, 0.75, 1);
        Equal(Tensor.From(new int[,] { { 1, 2 }, { 3, 4 } }, DType.Float32, device), 1, 2, 3, 4);
        Equal(Tensor.Scalar(2.5, device: device), 2.5);
        Equal(Tensor.OnesLike(Tensor.Zeros([2], DType.Int32, device)), 1, 1);
        Equal(Tensor.From([true, false], device: device), 1, 0);
    }

    [Theory, AllDevices]
    public void RandomNumbersDependOnTheSeedOnly(string name)
    {
        var device = Device.Get(name);
        Tensor Draw(Device on) => Tensor.Randn([1000], device: on, generator: new Generator(5));
        Near.Values(Draw(Device.Cpu).ToArray<float>(), Draw(device).ToArray<float>(), 1e-6, 1e-6);
        var x = Draw(device);
        Assert.InRange(x.Mean().Item(), -0.1, 0.1);
        Assert.InRange(x.Std().Item(), 0.9, 1.1);
        var u = Tensor.Rand([1000], device: device);
        Assert.InRange(u.Min().Item(), 0, 0.05);
        Assert.InRange(u.Max().Item(), 0.95, 0.9999999);
        var n = Tensor.RandInt(3, 6, [1000], device: device);
        Assert.Equal([3L, 4, 5], n.ToArray<long>().Distinct().Order());
        Assert.InRange(Tensor.Bernoulli(0.3, [1000], device: device).Mean().Item(), 0.2, 0.4);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), Tensor.RandPerm(50, device).ToArray<long>().Order());
        Assert.NotEqual(Tensor.RandPerm(50, generator: new(1)).ToArray<long>(), Tensor.RandPerm(50, generator: new(2)).ToArray<long>());
    }

    [Fact]
    public void Promotion()
    {
        Tensor b = Tensor.Ones([2], DType.Bool), i = Tensor.Ones([2], DType.Int32), l = Tensor.Ones([2], DType.Int64), f = Tensor.Ones([2]), d = Tensor.Ones([2], DType.Float64);
        Tensor l0 = Tensor.Scalar(1), f0 = Tensor.Scalar(1.0), d0 = Tensor.Scalar(1.0, DType.Float64);
        (Tensor, DType)[] expected =
        [
            (l * f, DType.Float32), (i + l, DType.Int64), (b + i, DType.Int32), (f + d, DType.Float64), (b + b, DType.Bool), (b * b, DType.Bool),
            (f + d0, DType.Float32), (i + l0, DType.Int32), (l + f0, DType.Float32), (l + d0, DType.Float64), (f0 + d0, DType.Float64), (f + l0, DType.Float32),
            (i + 2, DType.Int32), (i + 2.5, DType.Float32), (b + 1, DType.Int64), (b + true, DType.Bool), (f + 1e300, DType.Float32), (d + 1, DType.Float64), (2.5 - l, DType.Float32),
            (l / l, DType.Float32), (l / 2, DType.Float32), (1 / l, DType.Float32), (d / l, DType.Float64), (l.Sigmoid(), DType.Float32), (b.Exp(), DType.Float32),
            (b.Sum(), DType.Int64), (i.Sum(), DType.Int64), (f.Sum(), DType.Float32), (i.Prod(), DType.Int64), (l.Pow(2), DType.Int64), (l.Pow(2.0), DType.Float32), (l.Pow(f), DType.Float32),
            (l.Max(), DType.Int64), (l.Floor(), DType.Int64), (l.Clamp(0, 1), DType.Int64), (l.Clamp(0.5, 1), DType.Float32), (i.Abs(), DType.Int32), (f > l, DType.Bool), (l.Relu(), DType.Int64),
        ];
        foreach (var (tensor, dtype) in expected) Assert.Equal(dtype, tensor.DType);
        Equal(b + b, 1, 1);
        Equal(i.Pow(3) + i, 2, 2);
        Equal(Tensor.From([3L, -2L]).Pow(5), 243, -32);
        Equal(Tensor.From([7L]) + (1L << 60), 7 + Math.Pow(2, 60));
        Assert.Equal((1L << 60) + 7, (Tensor.From([7L]) + (1L << 60)).Item<long>());
    }

    [Theory, AllDevices]
    public void BoolsAndComparisons(string name)
    {
        var device = Device.Get(name);
        var x = Tensor.From([-1f, 0f, 2f, float.NaN], device: device);
        Equal(x > 0, 0, 0, 1, 0);
        Equal(x <= 0, 1, 1, 0, 0);
        Equal(x.Eq(x), 1, 1, 1, 0);
        Equal(x.Ne(0), 1, 0, 1, 1);
        Equal(x.IsNaN(), 0, 0, 0, 1);
        Equal((x / 0.0).IsFinite(), 0, 0, 0, 0);
        Equal((x > 0) | (x < 0), 1, 0, 1, 0);
        Equal((x >= 0) & (x < 1), 0, 1, 0, 0);
        Equal((x >= 0) ^ (x < 1), 1, 0, 1, 0);
        Equal(!(x > 0), 1, 1, 0, 1);
        Assert.True((x > 0).Any().Item<bool>());
        Assert.False((x > 0).All().Item<bool>());
        Equal(Tensor.From(new bool[,] { { true, false }, { true, true } }, device: device).All(0), 1, 0);
        Assert.Equal(2, (x.MaskedFill(x.IsNaN(), 0).Ne(0)).Sum().Item());
        Equal(Tensor.From(new[,] { { 0f, 1f }, { 2f, 0f } }, device: device).NonZero(), 0, 1, 1, 0);
        Assert.True(Tensor.Ones([2]).AllClose(Tensor.Ones([2]) + 1e-7));
        Assert.False(Tensor.Ones([2]).AllClose(Tensor.Ones([2]) + 1e-3));
    }

    [Theory, AllDevices]
    public void ReadingViews(string name)
    {
        var x = Tensor.Arange(12, DType.Float32, Device.Get(name)).Reshape(3, 4);
        Equal(x[1], 4, 5, 6, 7);
        Equal(x[^1, 0], 8);
        Equal(x[-1, -1], 11);
        Equal(x[.., 1..^1], 1, 2, 5, 6, 9, 10);
        Equal(x[Slice.Every(2), ^2..], 2, 3, 10, 11);
        Equal(x[Slice.Ellipsis, 0], 0, 4, 8);
        Assert.Equal([3, 1, 4], x[.., Slice.NewAxis].Shape.ToArray());
        Equal(x.T[1], 1, 5, 9);
        Assert.Equal([0f, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], x.T.ToArray<float>());
        Equal(x[x > 9.5], 10, 11);
        Assert.Equal([2, 6], x.Flatten()[..].Reshape(2, -1).Shape.ToArray());
        Assert.Equal([2, 2], [x.Chunk(2)[0].Size(0), x.Chunk(2).Length]);
    }

    [Fact]
    public void Printing()
    {
        Assert.Equal("tensor([[1., 2.],\n        [3., 4.]])", Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } }).ToString());
        Assert.Equal("tensor([ 1.5000, -2.2500])", Tensor.From([1.5f, -2.25f]).ToString());
        Assert.Equal("tensor(3)", Tensor.Scalar(3).ToString());
        Assert.Equal("tensor([ true, false])", Tensor.From([true, false]).ToString());
        Assert.Equal("tensor(2.5000, dtype=float64, requiresGrad=true)", LeafScalar(2.5).ToString());
        Assert.Equal("tensor([1.0000e-05, 1.0000e+00])", Tensor.From([1e-5f, 1f]).ToString());
        Assert.Equal("tensor([nan, inf,  1.])", Tensor.From([float.NaN, float.PositiveInfinity, 1f]).ToString());
        Assert.Equal("tensor([], shape=[0, 2])", Tensor.Zeros([0, 2]).ToString());
        Assert.Equal("tensor([   0,    1,    2, ..., 1997, 1998, 1999])", Tensor.Arange(2000).ToString());
        Assert.Contains("gradFunction=Add", (Leaf(1) + Leaf(2)).ToString());
        string[] lines = Tensor.Zeros([2, 2, 1]).ToString().Split('\n');
        Assert.Equal(["tensor([[[0.],", "         [0.]],", "", "        [[0.],", "         [0.]]])"], lines);
    }

    [Fact]
    public void GeneratorsStartAgain()
    {
        var generator = new Generator(3);
        var first = Tensor.Rand([4], generator: generator).ToArray<float>();
        var state = generator.State;
        var second = Tensor.Rand([4], generator: generator).ToArray<float>();
        Assert.NotEqual(first, second);
        generator.State = state;
        Assert.Equal(second, Tensor.Rand([4], generator: generator).ToArray<float>());
        generator.Restart(3);
        Assert.Equal(first, Tensor.Rand([4], generator: generator).ToArray<float>());
    }

    [Fact]
    public void DataOfALeafCanBeReplaced()
    {
        var x = Leaf(1, 2);
        (x * x).Sum().Backward();
        x.SetData(Const(5, 6));
        Equal(x, 5, 6);
        Assert.True(x.IsLeaf && x.RequiresGrad);
        x.SetData(Tensor.Ones([3]));
        (x * x).Sum().Backward();
        Assert.Equal(DType.Float32, x.Grad!.DType);
        Throws<InvalidOperationException>(() => (x * 2).SetData(Const(1)), "leaf");
    }
}
