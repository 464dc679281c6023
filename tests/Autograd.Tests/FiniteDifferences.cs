using Gpu.Kernels;
using Gpu.Testing;

namespace Gpu.Autograd.Tests;

/// <summary>Gradients and second gradients against central differences in float64.</summary>
public static class FiniteDifferences
{
    private const double Step = 1e-6;

    /// <summary>Checks the gradient of s = Σ weight f(inputs), or of t = Σ direction ds/dinputs, by every input.</summary>
    public static void CheckGradients(Func<Tensor[], Tensor> function, Operations.Case oracle, bool second)
    {
        var weight = oracle.Weight.On(Device.Cpu, DType.Float64);
        Tensor Scalar(Tensor[] inputs) => second ? DirectionalDerivative(function, inputs, weight) : (function(inputs) * weight).Sum();

        var leaves = Array.ConvertAll(oracle.Inputs, v => v.On(Device.Cpu, DType.Float64, requiresGrad: true));
        var value = Scalar(leaves);
        var gradients = value.RequiresGrad ? Gradient.Of(value, leaves, allowUnused: true) : new Tensor?[leaves.Length];
        for (int i = 0; i < leaves.Length; i++)
        {
            double[] numbers = oracle.Inputs[i].Numbers, expected = new double[numbers.Length];
            for (int k = 0; k < numbers.Length; k++)
            {
                double At(double shift)
                {
                    var moved = Array.ConvertAll(oracle.Inputs, v => v.On(Device.Cpu, DType.Float64, requiresGrad: true));
                    double[] changed = [.. numbers];
                    changed[k] += shift;
                    moved[i] = new Operations.Values(oracle.Inputs[i].Shape, changed).On(Device.Cpu, DType.Float64, requiresGrad: true);
                    return Scalar(moved).Item();
                }

                double step = Step * Math.Max(1, Math.Abs(numbers[k]));
                expected[k] = (At(step) - At(-step)) / (2 * step);
            }
            var actual = gradients[i]?.ToArray<double>() ?? new double[numbers.Length];
            Near.Values(expected, actual, 1e-5, 2e-6, $"input {i}");
        }
    }

    /// <summary>Σ direction ds/dinputs with fixed, uneven directions.</summary>
    private static Tensor DirectionalDerivative(Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor weight)
    {
        var first = Gradient.Of((function(inputs) * weight).Sum(), inputs, createGraph: true);
        var total = Tensor.Zeros([], DType.Float64);
        foreach (var gradient in first)
        {
            var direction = Tensor.From(Enumerable.Range(0, gradient!.Count).Select(k => Math.Sin(1.3 * k + 0.4)).ToArray()).Reshape(gradient.Shape);
            total += (gradient * direction).Sum();
        }
        return total;
    }
}
