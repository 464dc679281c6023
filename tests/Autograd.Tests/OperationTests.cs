using System.Reflection;
using Gpu.Kernels;
using Gpu.Testing;
using Xunit;
using Xunit.Sdk;

namespace Gpu.Autograd.Tests;

/// <summary>Every operation against PyTorch's numbers, its gradients against finite differences, its fused against its recorded backward pass.</summary>
public class OperationTests
{
    /// <summary>Every operation, on every device.</summary>
    private sealed class EveryOperationAttribute : DataAttribute
    {
        public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
            from device in TestDevices.All from name in Operations.Table.Keys select new object[] { device.Name, name };
    }

    public static TheoryData<string> Names => [.. Operations.Table.Keys];

    [Fact]
    public void EveryOracleCaseIsTested() => Assert.Equal(Operations.Oracle.Keys.Order(), Operations.Table.Keys.Order());

    [Theory, EveryOperation]
    public void AgreesWithPyTorch(string device, string name)
    {
        var (d, oracle) = (Device.Get(device), Operations.Oracle[name]);
        var inputs = Array.ConvertAll(oracle.Inputs, v => v.On(d, DType.Float32, requiresGrad: true));
        var y = Operations.Table[name](inputs);
        Assert.Equal(oracle.Output.Shape, y.Shape.ToArray());
        Near.Values(oracle.Output.Numbers, y.ToArray<float>(), 1e-5, 1e-5, name);
        y.Backward(oracle.Weight.On(d, DType.Float32));
        for (int i = 0; i < inputs.Length; i++)
        {
            Assert.Equal(oracle.Inputs[i].Shape, inputs[i].Grad!.Shape.ToArray());
            Near.Values(oracle.Gradients[i].Numbers, inputs[i].Grad!.ToArray<float>(), 1e-4, 1e-5, $"gradient {i} of {name}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void AgreesWithPyTorchInFloat64(string name)
    {
        var oracle = Operations.Oracle[name];
        var inputs = Array.ConvertAll(oracle.Inputs, v => v.On(Device.Cpu, DType.Float64, requiresGrad: true));
        var y = Operations.Table[name](inputs);
        Near.Values(oracle.Output.Numbers, y.ToArray<double>(), 1e-12, 1e-12, name);
        var gradients = Gradient.Of(y, inputs, oracle.Weight.On(Device.Cpu, DType.Float64));
        for (int i = 0; i < inputs.Length; i++) Near.Values(oracle.Gradients[i].Numbers, gradients[i]!.ToArray<double>(), 1e-10, 1e-12, $"gradient {i} of {name}");
    }

    [Theory, MemberData(nameof(Names))]
    public void FusedAndRecordedBackwardAgree(string name)
    {
        var oracle = Operations.Oracle[name];
        var inputs = Array.ConvertAll(oracle.Inputs, v => v.On(Device.Cpu, DType.Float64, requiresGrad: true));
        var y = Operations.Table[name](inputs);
        var weight = oracle.Weight.On(Device.Cpu, DType.Float64);
        var recorded = Gradient.Of(y, inputs, weight, createGraph: true);
        var fused = Gradient.Of(y, inputs, weight);
        for (int i = 0; i < inputs.Length; i++)
        {
            Assert.False(fused[i]!.RequiresGrad);
            Near.Values(fused[i]!.ToArray<double>(), recorded[i]!.ToArray<double>(), 1e-12, 1e-13, $"gradient {i} of {name}");
        }
    }

    /// <summary>Finite differences only make sense where the function is smooth around the inputs.</summary>
    private static readonly HashSet<string> s_kinks =
        ["maximum", "minimum", "relu", "abs", "sign", "floor", "clamp", "clamp_min", "max", "max_dim", "amax", "norm_zero", "pow_0", "pow_zero_base", "prod_two_zeros"];

    public static TheoryData<string> Smooth => [.. Operations.Table.Keys.Where(name => !s_kinks.Contains(name))];

    [Theory, MemberData(nameof(Smooth))]
    public void GradientsAgreeWithFiniteDifferences(string name) => FiniteDifferences.CheckGradients(Operations.Table[name], Operations.Oracle[name], second: false);

    [Theory, MemberData(nameof(Smooth))]
    public void SecondGradientsAgreeWithFiniteDifferences(string name) => FiniteDifferences.CheckGradients(Operations.Table[name], Operations.Oracle[name], second: true);
}
