using Gpu.Kernels;
using Gpu.Testing;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>What users get wrong: each mistake has an error that names what was asked and how to mend it.</summary>
public class ErrorTests
{
    [Theory, AllDevices]
    public void BroadcastMismatch(string name)
    {
        var device = Device.Get(name);
        Throws<ArgumentException>(() => _ = Tensor.Zeros([2, 3], device: device) + Tensor.Zeros([2, 4], device: device), "[2, 3]", "[2, 4]", "dimension 1");
    }

    [Theory, AllDevices]
    public void ProductMismatch(string name)
    {
        var device = Device.Get(name);
        Tensor Of(params int[] shape) => Tensor.Zeros(shape, device: device);
        Throws<ArgumentException>(() => Of(2, 3).MatMul(Of(2, 3)), "[2, 3]");
        Throws<ArgumentException>(() => Of(2, 3).MatMul(Of(4)), "[2, 3]", "[4]");
        Throws<ArgumentException>(() => Of(2, 3, 4).MatMul(Of(3, 4, 5)), "[2, 3, 4]", "[3, 4, 5]");
        Throws<ArgumentException>(() => Of(2, 3).Bmm(Of(3, 2)), "Bmm");
        Throws<ArgumentException>(() => Of(2).MatMul(Of()), "[]");
        Throws<ArgumentException>(() => Of(4).AddMm(Of(2, 3), Of(4, 4)), "[2, 3]", "[4, 4]");
        Throws<ArgumentException>(() => Of(3).AddMm(Of(2, 3), Of(3, 4)), "[3]", "[2, 4]");
        Throws<ArgumentException>(() => Of(1, 2, 4).AddMm(Of(2, 3), Of(3, 4)), "[1, 2, 4]");
    }

    [Fact]
    public void Shapes()
    {
        var x = Tensor.Zeros([2, 3]);
        Throws<ArgumentException>(() => x.Reshape(4, 2), "[2, 3]", "[4, 2]");
        Throws<ArgumentException>(() => x.Reshape(-1, -1), "-1");
        Throws<ArgumentException>(() => x.Reshape(4, -1), "[4, -1]");
        Throws<ArgumentException>(() => Tensor.Cat([x, Tensor.Zeros([3, 3]), Tensor.Zeros([2, 4])]), "tensor 2", "[2, 4]", "[2, 3]");
        Throws<ArgumentException>(() => Tensor.Stack([x, Tensor.Zeros([3, 3])]), "tensor 1", "[3, 3]");
        Throws<ArgumentException>(() => Tensor.Cat([]), "at least one");
        Throws<ArgumentException>(() => x.Split([1, 2]), "[1, 2]");
        Throws<ArgumentOutOfRangeException>(() => x.Sum(2), "2");
        Throws<ArgumentException>(() => x.Sum([0, -2]), "twice");
        Throws<ArgumentException>(() => Tensor.From([1.0, 2.0], [3]), "2 values", "[3]");
        Throws<ArgumentException>(() => Tensor.Zeros([-1]), "-1");
    }

    [Fact]
    public void NullIsNoTensor()
    {
        Tensor x = Tensor.Ones([2, 2]), nothing = null!;
        foreach (Func<object> use in new Func<object>[]
        {
            () => x + nothing, () => nothing + x, () => nothing * 2, () => 2 / nothing, () => 1 - nothing, () => -nothing, () => x.Eq(0) + nothing, () => x.MatMul(nothing), () => x.AddMm(x, nothing),
            () => x.Maximum(nothing), () => x.Lt(nothing), () => x.Add_(nothing), () => x.MaskedFill(nothing, 1), () => Tensor.Where(x.Gt(0), x, nothing), () => Tensor.From((float[])null!), () => Tensor.From((float[,])null!),
        })
            Assert.Throws<ArgumentNullException>(use);
    }

    [Fact]
    public void AMaskIsBool() => Throws<ArgumentException>(() => Tensor.Ones([2]).MaskedFill(Tensor.Ones([2]), 0), "mask", "MaskedFill", "float32");

    [Fact]
    public void Dtypes()
    {
        Tensor f = Tensor.Zeros([2, 2]), d = Tensor.Zeros([2, 2], DType.Float64), i = Tensor.Zeros([2, 2], DType.Int64), b = Tensor.Zeros([2], DType.Bool);
        Throws<ArgumentException>(() => f.MatMul(d), "float32", "float64");
        Throws<ArgumentException>(() => i.MatMul(i), "int64");
        Throws<ArgumentException>(() => f[0].AddMm(d, d), "float32", "float64");
        Throws<InvalidOperationException>(() => i.Mean(), "int64", "Float()");
        Throws<InvalidOperationException>(() => f.Item(), "[2, 2]");
        Throws<ArgumentException>(() => f.ToArray<double>(), "float32", "Float64");
        Throws<ArgumentException>(() => _ = b - b, "bool", "LogicalXor");
        Throws<ArgumentException>(() => _ = -b, "bool", "LogicalNot");
        Throws<ArgumentException>(() => Tensor.Where(f, f, f), "bool", "float32");
        Throws<ArgumentException>(() => i.Pow(-1), "negative");
        Throws<InvalidOperationException>(() => Tensor.Zeros([0]).Max(), "[0]");
    }

    [Theory, AllDevices]
    public void TwoDevices(string name)
    {
        if (name == "cpu") return;
        Tensor here = Tensor.Zeros([2]), there = Tensor.Zeros([2], device: Device.Get(name));
        Throws<ArgumentException>(() => _ = here + there, "'cpu'", $"'{name}'", "To(device)");
        Throws<ArgumentException>(() => here.Add_(there), "'cpu'", $"'{name}'");
        Throws<ArgumentException>(() => Tensor.Zeros([2, 2]).MatMul(Tensor.Zeros([2, 2], device: there.Device)), "'cpu'", $"'{name}'");
        Throws<ArgumentException>(() => Tensor.Cat([here, there]), "'cpu'", $"'{name}'");
        Throws<ArgumentException>(() => Tensor.Where(there > 0, here, here), "'cpu'", $"'{name}'");
        var x = Tensor.Ones([2], requiresGrad: true);
        (x.To(there.Device) * 3).Sum().Backward();
        Assert.Same(Device.Cpu, x.Grad!.Device);
        Equal(x.Grad, 3, 3);
    }

    [Theory, AllDevices]
    public void NumbersThatAnIntegerCannotHold(string name)
    {
        var device = Device.Get(name);
        Tensor x = Tensor.From([1, 2], device: device), y = Tensor.From([1L], device: device);
        const long Wide = (1L << 60) + 1;
        Throws<ArgumentOutOfRangeException>(() => Tensor.Full([1], 3e9, DType.Int32, device), "3000000000", "int32", "int64");
        Throws<ArgumentOutOfRangeException>(() => Tensor.Full([1], 9223372036854775808.0, DType.Int64, device), "int64", "float32");
        Throws<ArgumentOutOfRangeException>(() => x.Fill_(1.5), "1.5", "int32", "float32");
        Throws<ArgumentOutOfRangeException>(() => x.Fill_(double.NaN), "NaN", "int32");
        Throws<ArgumentOutOfRangeException>(() => x.Add(3_000_000_000), "3000000000", "int32");
        Throws<ArgumentOutOfRangeException>(() => x.Mul_(3_000_000_000), "3000000000", "int32");
        Throws<ArgumentOutOfRangeException>(() => x.Eq(3_000_000_000), "3000000000", "int32");
        Assert.Equal([1, 2], x.ToArray<int>());
        Assert.Equal([int.MinValue], Tensor.Full([1], (double)int.MinValue, DType.Int32, device).ToArray<int>());
        Assert.Equal([int.MaxValue], Tensor.From([-1], device: device).Sub(int.MinValue).ToArray<int>());
        Assert.Equal([Wide + 1], y.Add_(Wide).ToArray<long>());
    }

    [Fact]
    public void IndicesNameTheDimensionOfTheTensor()
    {
        var x = Tensor.Zeros([2, 3, 4]);
        Throws<ArgumentOutOfRangeException>(() => _ = x[0, -4], "^4", "dimension 1 of [2, 3, 4]", "size 3");
        Throws<ArgumentOutOfRangeException>(() => _ = x[0, 1, 0..9], "0..9", "dimension 2 of [2, 3, 4]", "size 4");
        Throws<ArgumentOutOfRangeException>(() => _ = x[Slice.NewAxis, Slice.Ellipsis, 4], "4", "dimension 2 of [2, 3, 4]");
        Throws<ArgumentOutOfRangeException>(() => _ = x[.., 2..1], "2..1", "start before it ends");
    }

    [Fact]
    public void RandomNumbersNeedARange()
    {
        Throws<ArgumentException>(() => Tensor.Uniform(2, 1, [2]), "[2, 1)");
        Throws<ArgumentException>(() => Tensor.Zeros([2]).Uniform_(0, double.NaN), "NaN");
        Throws<ArgumentOutOfRangeException>(() => Tensor.Normal(0, -1, [2]), "-1");
    }
}
