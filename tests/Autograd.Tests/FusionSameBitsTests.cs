using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Autograd.Tests;

/// <summary>Random graphs of elementwise operations have the same bits fused and unfused, values and gradients.</summary>
[Collection(SerialCollection.Name)]
public class FusionSameBitsTests
{
    private static readonly Func<Tensor, Tensor>[] s_unary =
    [
        x => x.Sqrt(), x => x.Rsqrt(), x => x.Reciprocal(), x => x.Exp(), x => x.Expm1(), x => x.Log(), x => x.Log1p(), x => x.Log2(), x => x.Log10(), x => x.Sin(), x => x.Cos(), x => x.Tan(),
        x => x.Asin(), x => x.Acos(), x => x.Atan(), x => x.Sinh(), x => x.Cosh(), x => x.Tanh(), x => x.Erf(), x => x.Sigmoid(), x => x.LogSigmoid(), x => x.Softplus(), x => x.Silu(), x => x.Gelu(),
        x => x.GeluTanh(), x => x.Floor(), x => x.Ceiling(), x => x.Round(), x => x.Truncate(), x => x.Abs(), x => x.Sign(), x => x.Square(), x => x.Relu(), x => x.LeakyRelu(0.1), x => x.Elu(1.5),
        x => x.Clamp(-0.5, 0.5), x => x.Clamp(low: 0.1), x => x.Clamp(high: 0.2), x => -x, x => x + 0.75, x => x * -1.5, x => 2 - x, x => x / 3, x => 2 / x, x => x.Pow(2), x => x.Pow(3), x => x.Pow(1.7),
    ];

    private static readonly Func<Tensor, Tensor, Tensor>[] s_binary =
    [
        (a, b) => a + b, (a, b) => a - b, (a, b) => a * b, (a, b) => a / b, (a, b) => a.Pow(b), (a, b) => a.Maximum(b), (a, b) => a.Minimum(b), (a, b) => a.Atan2(b), (a, b) => a.SquaredDifference(b),
    ];

    [Theory, AllDevices(NeedsFloat64 = true)]
    public void RandomGraphs(string name)
    {
        var before = Fusion.Mode;
        int graphs = name == "cpu" ? 60 : name == "accelerator" ? 12 : 2;
        try
        {
            for (int seed = 0; seed < graphs; seed++)
            {
                var dtype = seed % 3 == 2 ? DType.Float64 : DType.Float32;
                var expected = Run(FusionMode.Off, name, dtype, seed);
                var actual = Run(FusionMode.AtOnce, name, dtype, seed);
                for (int i = 0; i < expected.Count; i++) Same.Bits<double>(expected[i], actual[i], $"value {i} of graph {seed}");
                // What was fused can be fused only in part when the sizes are mixed.
                actual = Run(FusionMode.Background, name, dtype, seed);
                for (int i = 0; i < expected.Count; i++) Same.Bits<double>(expected[i], actual[i], $"value {i} of graph {seed}, in the background");
            }
        }
        finally
        {
            Fusion.Mode = before;
        }
    }

    private static List<double[]> Run(FusionMode mode, string name, DType dtype, int seed)
    {
        Fusion.Mode = mode;
        var random = new Random(seed);
        var device = Device.Get(name);
        var generator = new Generator((ulong)seed);
        int rows = random.Next(1, 40), columns = random.Next(3) == 0 ? random.Next(256, 400) : random.Next(1, 60);
        Tensor Draw(params int[] shape) => Tensor.Randn(shape, dtype, device, requiresGrad: true, generator: generator);
        Tensor[] leaves = [Draw(rows, columns), Draw(rows, columns), Draw(columns), Draw(rows, 1), Draw(), Draw(columns, rows)];
        List<Tensor> values = [.. leaves[..5], leaves[5].Transpose(0, 1), leaves[0][.., ..], leaves[1].Reshape(columns, rows).Reshape(rows, columns)];
        // Drivers take their time for each kernel.
        int operations = random.Next(4, name is "cpu" or "accelerator" ? 30 : 8);
        for (int i = 0; i < operations; i++)
        {
            // Mostly the newest, so that chains become long.
            Tensor Pick() => values[random.Next(3) < 2 ? Math.Max(0, values.Count - 1 - random.Next(3)) : random.Next(values.Count)];
            values.Add(random.Next(2) == 0 ? s_unary[random.Next(s_unary.Length)](Pick()) : s_binary[random.Next(s_binary.Length)](Pick(), Pick()));
            if (random.Next(12) == 0) _ = values[^1].ToArrayOfDouble();
        }
        var results = new List<Tensor>();
        // Read in a random order; some only by the sum below.
        foreach (int i in Enumerable.Range(8, values.Count - 8).OrderBy(_ => random.Next()))
            if (random.Next(3) == 0) results.Add(values[i]);
        var read = results.Select(r => r.ToArrayOfDouble()).ToList();
        var loss = (values[^1] + values[^2]).Sum();
        read.Add(loss.ToArrayOfDouble());
        if (loss.RequiresGrad)
            foreach (var gradient in Gradient.Of(loss, leaves, allowUnused: true))
                read.Add(gradient?.ToArrayOfDouble() ?? []);
        return read;
    }
}

file static class Reading
{
    /// <summary>The values; widening keeps float32 bits apart, and NaN stays NaN.</summary>
    public static double[] ToArrayOfDouble(this Tensor x) => x.DType == DType.Float32 ? Array.ConvertAll(x.ToArray<float>(), v => (double)v) : x.ToArray<double>();
}
