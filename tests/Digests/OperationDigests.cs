using Gpu.Autograd.Tests;
using Gpu.Kernels;
using Gpu.Tutorials;

namespace Gpu.Digests;

/// <summary>Every operation of the table that is checked against PyTorch, with the gradients of its inputs, in float32 and float64.</summary>
internal static class OperationDigests
{
    public static IEnumerable<(string Name, string Digest)> Of(Device device)
    {
        foreach (var (name, operation) in Operations.Table)
        {
            yield return (name, Run(device, name, operation, DType.Float32));
            if (device.SupportsFloat64) yield return ($"{name} float64", Run(device, name, operation, DType.Float64));
        }
    }

    private static string Run(Device device, string name, Func<Tensor[], Tensor> operation, DType dtype)
    {
        using var scope = Scope.Begin();
        var oracle = Operations.Oracle[name];
        var inputs = Array.ConvertAll(oracle.Inputs, values => values.On(device, dtype, requiresGrad: true));
        var y = operation(inputs);
        var digest = new Digest().Add(y);
        foreach (var gradient in Gradient.Of(y, inputs, oracle.Weight.On(device, dtype))) digest.Add(gradient!);
        return digest.ToString();
    }
}
