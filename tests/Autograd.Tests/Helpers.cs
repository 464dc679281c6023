using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Autograd.Tests;

/// <summary>Short words for tests of autograd rules: float64 on the host.</summary>
public static class Helpers
{
    /// <summary>A vector that requires grad.</summary>
    public static Tensor Leaf(params double[] values) => Tensor.From(values, requiresGrad: true);

    /// <summary>A single number that requires grad.</summary>
    public static Tensor LeafScalar(double value) => Tensor.Scalar(value, DType.Float64, requiresGrad: true);

    /// <summary>A vector of constants.</summary>
    public static Tensor Const(params double[] values) => Tensor.From(values);

    public static Tensor OnesLeaf(params int[] shape) => Tensor.Ones(shape, DType.Float64, requiresGrad: true);

    public static void Equal(Tensor? actual, params double[] expected)
    {
        Assert.NotNull(actual);
        Near.Values(expected, actual.Double().Detach().ToArray<double>(), 1e-12, 1e-12);
    }

    /// <summary>Raised with a message that names all the given words.</summary>
    public static void Throws<TException>(Action action, params string[] words) where TException : Exception
    {
        var error = Assert.ThrowsAny<TException>(action);
        foreach (string word in words) Assert.Contains(word, error.Message, StringComparison.OrdinalIgnoreCase);
    }
}
