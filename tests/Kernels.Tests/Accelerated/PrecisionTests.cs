using Gpu.Kernels.Functors;
using Gpu.Kernels.Tests.Formulas;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Accelerated;

/// <summary>With <see cref="Precision.Fast"/> results are as good as the device's library, and the device says that its bits are its own.</summary>
[Collection(SerialCollection.Name)]
public class PrecisionTests
{
    private static readonly IUnary[] s_functions =
        [new Exp(), new Log(), new Sin(), new Cos(), new Tan(), new Asin(), new Acos(), new Atan(), new Sinh(), new Cosh(), new Tanh(), new Sigmoid(), new Gelu(), new Softplus()];

    [Theory, AllDevices]
    public void Fast_functions_are_accurate_and_exact_ones_come_back(string name)
    {
        var device = Device.Get(name);
        bool sameBits = device.SameBits;
        float[] x = [.. Enumerable.Range(1, 999).Select(i => i / 1000f)];
        foreach (dynamic function in s_functions)
        {
            float[] exact = Run(device, function, x);
            device.Precision = Precision.Fast;
            try
            {
                Assert.Equal(name == "cpu" && sameBits, device.SameBits);
                float[] fast = Run(device, function, x);
                for (int i = 0; i < x.Length; i++) Near.Value(exact[i], fast[i], 3e-6, 3e-7, $"{function.GetType().Name}({x[i]}) on {name}");
            }
            finally
            {
                device.Precision = Precision.Exact;
            }
            Assert.Equal(sameBits, device.SameBits);
            Same.Bits<float>(exact, Run(device, function, x), $"{function.GetType().Name} on {name}, exact again");
        }
    }

    private static float[] Run<TOp>(Device device, TOp function, float[] values) where TOp : struct, IUnary
    {
        var layout = Layout.Contiguous([values.Length]);
        Operand x = new(new Storage(device, DType.Float32, values.Length), layout), y = new(new Storage(device, DType.Float32, values.Length), layout);
        device.Upload<float>(values, x.Storage);
        device.Backend.Map(function, x, y);
        var result = new float[values.Length];
        device.Download<float>(y.Storage, result);
        return result;
    }
}
