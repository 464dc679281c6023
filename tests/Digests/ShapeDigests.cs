using Gpu.Kernels;
using Gpu.Tutorials;

namespace Gpu.Digests;

/// <summary>Random chains of operations over tensors of random shapes and strides: values and gradients. The numbers come from the host, seeded.</summary>
internal static class ShapeDigests
{
    private const int Programs = 120;

    /// <summary>Every so many programs is large enough for several threads and chunks.</summary>
    private const int LargeEvery = 8;

    private static readonly int[] s_sizes = [1, 1, 2, 3, 5, 8, 16, 17, 31, 64, 100, 255, 257, 600];

    private static readonly Func<Tensor, Tensor>[] s_unary =
    [
        x => x.Sigmoid(), x => x.Tanh(), x => (x * 0.25).Exp(), x => x.Abs().Log1p(), x => x.Sin(), x => x.Erf(), x => x.Gelu(), x => x.Silu(), x => x.Softplus(), x => x.Relu(),
        x => x * x, x => x.Square().Rsqrt().Clamp(-3, 3), x => 1 - x * 0.5, x => x.Elu(), x => x.Abs().Pow(1.7), x => x.Clamp(-0.5, 1) / 3,
    ];

    private static readonly Func<Tensor, Tensor, Tensor>[] s_binary =
    [
        (a, b) => a + b, (a, b) => a - b, (a, b) => a * b, (a, b) => a / (b.Square() + 1), (a, b) => a.Maximum(b), (a, b) => a.Minimum(b), (a, b) => a.SquaredDifference(b), (a, b) => Tensor.Where(a > b, a * 2, b),
    ];

    private static readonly Func<Tensor, int, Tensor>[] s_reductions =
    [
        (x, dim) => x.Sum(dim), (x, dim) => x.Mean(dim, keepDim: true), (x, dim) => x.Amax(dim), (x, dim) => x.Min(dim).Values, (x, dim) => x.Var(dim, correction: 0), (x, dim) => x.LogSumExp(dim),
        (x, dim) => x.Softmax(dim), (x, dim) => x.LogSoftmax(dim), (x, _) => x.Sum(), (x, _) => x.Mean(), (x, dim) => x.Norm() + x.Sum(dim),
    ];

    public static IEnumerable<(string Name, string Digest)> Of(Device device)
    {
        for (int seed = 0; seed < Programs; seed++)
            yield return ($"{seed}", Elementwise(device, seed, seed % 5 == 4 && device.SupportsFloat64 ? DType.Float64 : DType.Float32));
        for (int seed = 0; seed < Programs / 3; seed++)
            yield return ($"product {seed}", Product(device, seed));
        foreach (int count in new[] { 1, 5, 1023, 70_001 })
            yield return ($"random numbers {count}", Random(device, count));
    }

    private static string Elementwise(Device device, int seed, DType dtype)
    {
        using var scope = Scope.Begin();
        var random = new Random(seed);
        int[] shape = Shape(random, seed % LargeEvery == 0 ? 200_000 : 4_000);
        var (a, b) = (Arranged(random, shape, device, dtype), Arranged(random, Stretchable(random, shape), device, dtype));
        var chain = a.View;
        for (int step = random.Next(1, 5); step > 0; step--)
            chain = random.Next(2) == 0 ? Pick(random, s_unary)(chain) : Pick(random, s_binary)(chain, b.View);
        var y = Pick(random, s_reductions)(chain, random.Next(shape.Length));
        var digest = new Digest().Add(chain).Add(y).Add(chain.ArgMax(random.Next(shape.Length)));
        foreach (var gradient in Gradient.Of(y.Sum(), [a.Leaf, b.Leaf], allowUnused: true))
            if (gradient is not null) digest.Add(gradient);
        return digest.ToString();
    }

    private static string Product(Device device, int seed)
    {
        using var scope = Scope.Begin();
        var random = new Random(1000 + seed);
        int m = Pick(random, s_sizes), k = random.Next(4) == 0 ? random.Next(500, 1600) : Pick(random, s_sizes), n = Pick(random, s_sizes);
        int[] batch = random.Next(3) == 0 ? [random.Next(1, 4)] : [];
        var dtype = seed % 5 == 4 && device.SupportsFloat64 ? DType.Float64 : DType.Float32;
        var (a, b) = (Arranged(random, [.. batch, m, k], device, dtype), Arranged(random, [.. batch, k, n], device, dtype));
        var y = a.View.MatMul(b.View);
        var digest = new Digest().Add(y);
        foreach (var gradient in Gradient.Of(y.Square().Mean(), [a.Leaf, b.Leaf])) digest.Add(gradient!);
        return digest.ToString();
    }

    private static string Random(Device device, int count)
    {
        using var scope = Scope.Begin();
        var generator = new Generator((ulong)count);
        return new Digest().Add(Tensor.Rand([count], device: device, generator: generator)).Add(Tensor.Randn([count], device: device, generator: generator)).ToString();
    }

    /// <summary>A leaf, and a view of it that has the shape: its dimensions permuted, or every second element of one, or neither.</summary>
    private static (Tensor Leaf, Tensor View) Arranged(Random random, int[] shape, Device device, DType dtype)
    {
        int[] order = [.. Enumerable.Range(0, shape.Length)];
        if (random.Next(2) == 0) random.Shuffle(order);
        int gap = random.Next(3) == 0 ? random.Next(shape.Length) : -1;
        var stored = new int[shape.Length];
        for (int d = 0; d < shape.Length; d++) stored[d] = shape[order[d]] * (order[d] == gap ? 2 : 1);
        int count = stored.Aggregate(1, (product, size) => product * size);
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = (random.NextDouble() - 0.5) * (i % 97 == 0 ? 40 : 4);
        var leaf = Tensor.From<double>(values, stored, dtype, device, requiresGrad: true);
        var inverse = new int[order.Length];
        for (int d = 0; d < order.Length; d++) inverse[order[d]] = d;
        var view = leaf.Permute(inverse);
        if (gap >= 0)
        {
            var slices = new Slice[shape.Length];
            Array.Fill<Slice>(slices, Range.All);
            slices[gap] = Slice.Every(2);
            view = view[slices];
        }
        return (leaf, view);
    }

    private static int[] Shape(Random random, int most)
    {
        var shape = new int[random.Next(1, 5)];
        while (true)
        {
            for (int d = 0; d < shape.Length; d++) shape[d] = Pick(random, s_sizes);
            if (shape.Aggregate(1L, (product, size) => product * size) <= most) return shape;
        }
    }

    /// <summary>A shape that broadcasts to <paramref name="shape"/>.</summary>
    private static int[] Stretchable(Random random, int[] shape) => Array.ConvertAll(shape, size => random.Next(3) == 0 ? 1 : size);

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
