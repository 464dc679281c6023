using System.Globalization;
using Gpu.Nn;

namespace Gpu.Compare;

/// <summary>Numbers that both sides make alike, exactly: multiples of 1/512 and 1/1024, which float32 holds. compare_torch.py has the same formulas.</summary>
internal static class Inputs
{
    /// <summary>k / 512 - 1 with k = (7919 i + 104729 salt) mod 1009: in [-1, 0.97].</summary>
    public static Tensor Values(int salt, params ReadOnlySpan<int> shape) => Tensor.From<float>(Table(salt, shape, 1f / 512, -1), shape);

    /// <summary>(k + 1) / 1024: inside (0, 1).</summary>
    public static Tensor Probabilities(int salt, params ReadOnlySpan<int> shape) => Tensor.From<float>(Table(salt, shape, 1f / 1024, 1f / 1024), shape);

    /// <summary>Sizes written as 64x1000.</summary>
    public static int[] Shape(string text) => Array.ConvertAll(text.Split('x'), part => int.Parse(part, CultureInfo.InvariantCulture));

    /// <summary>A layer whose weight and bias are <see cref="Values"/> times a power of two.</summary>
    public static Linear Layer(int inputs, int outputs, int salt, float scale = 0.5f, bool bias = true)
    {
        var layer = new Linear(inputs, outputs, bias);
        using var noGrad = GradMode.NoGrad();
        layer.Weight.Copy_(Values(salt, outputs, inputs) * scale);
        layer.Bias?.Copy_(Values(salt + 1, outputs) * scale);
        return layer;
    }

    /// <summary>A parameter of <see cref="Values"/>.</summary>
    public static Tensor Learned(int salt, params ReadOnlySpan<int> shape) => Values(salt, shape).RequireGrad();

    private static float[] Table(int salt, ReadOnlySpan<int> shape, float step, float first)
    {
        int count = 1;
        foreach (int size in shape) count *= size;
        var values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (i * 7919L + salt * 104729L) % 1009 * step + first;
        return values;
    }
}
