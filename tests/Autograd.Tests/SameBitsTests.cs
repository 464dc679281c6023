using System.Reflection;
using Gpu.Kernels;
using Gpu.Testing;
using Xunit;
using Xunit.Sdk;

namespace Gpu.Autograd.Tests;

/// <summary>Values, gradients and training steps have the same bits on every device that promises it.</summary>
public class SameBitsTests
{
    private static IEnumerable<Device> Others => TestDevices.All.Where(device => device.Name != "cpu" && device.SameBits);

    /// <summary>Every operation on every device besides the host; the host alone where there is no other, so that the test always runs.</summary>
    private sealed class EveryOperationAttribute : DataAttribute
    {
        public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
            from device in Others.DefaultIfEmpty(Device.Cpu) from name in Operations.Table.Keys select new object[] { device.Name, name };
    }

    [Theory, EveryOperation]
    public void OperationsAndGradients(string device, string name)
    {
        var expected = Run(Device.Cpu, name);
        var actual = Run(Device.Get(device), name);
        for (int i = 0; i < expected.Length; i++) Same.Bits<float>(expected[i], actual[i], i == 0 ? name : $"gradient {i - 1} of {name}");
    }

    [Theory, AllDevices(NeedsSameBits = true)]
    public void TrainingSteps(string device)
    {
        float[][] expected = Train(Device.Cpu), actual = Train(Device.Get(device));
        for (int i = 0; i < expected.Length; i++) Same.Bits<float>(expected[i], actual[i], $"parameter {i} after ten steps");
    }

    private static float[][] Run(Device device, string name)
    {
        var oracle = Operations.Oracle[name];
        var inputs = Array.ConvertAll(oracle.Inputs, v => v.On(device, DType.Float32, requiresGrad: true));
        var y = Operations.Table[name](inputs);
        var gradients = Gradient.Of(y, inputs, oracle.Weight.On(device, DType.Float32));
        return [y.ToArray<float>(), .. gradients.Select(g => g!.ToArray<float>())];
    }

    private static float[][] Train(Device device)
    {
        var generator = new Generator(11);
        Tensor Draw(params int[] shape) => Tensor.Randn(shape, device: device, generator: generator);
        Tensor x = Draw(40, 7), t = Draw(40, 3);
        Tensor[] p = [Draw(7, 19).RequireGrad(), Draw(19).RequireGrad(), Draw(19, 3).RequireGrad(), Draw(3).RequireGrad()];
        for (int step = 0; step < 10; step++)
        {
            using var scope = Scope.Begin();
            foreach (var parameter in p) parameter.Grad = null;
            ((x.MatMul(p[0]) + p[1]).Sigmoid().MatMul(p[2]) + p[3] - t).Square().Mean().Backward();
            using var mode = GradMode.NoGrad();
            foreach (var parameter in p) parameter.Sub_(parameter.Grad! * 0.1);
        }
        return Array.ConvertAll(p, parameter => parameter.ToArray<float>());
    }
}
