using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Formulas;

/// <summary>Every functor on every device gives the bits that its formula gives on a single number in C#.</summary>
public class FunctorSameBitsTests
{
    private static readonly double[] Extremes = [0, -0.0, 1e-40, -1e-40, 1e-20, 88.5, -103.5, 709.5, -745, 70000, 3e9, -1e17, 1e30, -3e38,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    /// <summary>Names of functors, each with each device.</summary>
    public sealed class OnAllDevicesAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
            from device in TestDevices.All where device.SameBits from functor in FunctorCases.All select new object[] { device.Name, functor.Name };
    }

    [Theory, OnAllDevices]
    public void Same_bits_in_float32(string device, string functor) =>
        Check<float, F32>(device, functor, v => (float)v);

    [Theory, OnAllDevices]
    public void Same_bits_in_float64(string device, string functor)
    {
        if (TestDevices.Get(device).SupportsFloat64)
            Check<double, F64>(device, functor, v => v);
    }

    [Theory, OnAllDevices]
    public void Same_integers(string device, string functor)
    {
        if (FunctorCases.Get(functor).IsReal) return;
        Check<int, I32>(device, functor, v => (int)Math.Clamp(double.IsNaN(v) ? 7 : v, -2e9, 2e9));
        Check<byte, U8>(device, functor, v => v > 0 ? (byte)1 : (byte)0);
    }

    private static void Check<T, N>(string deviceName, string name, Func<double, T> convert)
        where T : unmanaged, INumberBase<T>
        where N : unmanaged, INum<N>
    {
        var functor = FunctorCases.Get(name);
        var device = TestDevices.Get(deviceName);
        int arity = functor.Samples[0].Length;
        var inputs = new T[arity][];
        for (int k = 0; k < arity; k++)
            inputs[k] = [.. functor.Samples.Select(s => convert(s[k])), .. Extremes.Skip(k).Concat(Extremes.Take(k)).Select(convert)];

        var expected = new T[inputs[0].Length];
        for (int i = 0; i < expected.Length; i++)
        {
            var x = new N[arity];
            for (int k = 0; k < arity; k++) x[k] = MemoryMarshal.Cast<T, N>(inputs[k].AsSpan(i, 1))[0];
            N y = Forward(functor, x);
            expected[i] = MemoryMarshal.Cast<N, T>(new ReadOnlySpan<N>(in y))[0];
        }

        var dtype = typeof(T) == typeof(byte) ? DType.Bool : DTypes.Of<T>();
        var layout = Layout.Contiguous([expected.Length]);
        var operands = new object[arity + 2];
        operands[0] = functor.Functor;
        for (int k = 0; k <= arity; k++)
        {
            var storage = new Storage(device, dtype, layout.Count);
            if (k < arity) device.Upload<T>(inputs[k], storage);
            operands[k + 1] = new Operand(storage, layout);
        }
        Map(device.Backend, functor.Functor, operands);
        var actual = new T[expected.Length];
        device.Download<T>(((Operand)operands[arity + 1]).Storage, actual);
        Same.Bits(expected, actual, $"{name} on {deviceName}");
    }

    // The functor decides between the two families of Map, and its number of arguments between their overloads.
    private static void Map(IBackend backend, object functor, object[] arguments)
    {
        bool number = functor is INumUnary or INumBinary or INumTernary;
        typeof(IBackend).GetMethods()
            .Single(m => m.Name == (number ? nameof(IBackend.MapNum) : nameof(IBackend.Map)) && m.GetParameters().Length == arguments.Length)
            .MakeGenericMethod(functor.GetType())
            .Invoke(backend, arguments);
    }

    private static N Forward<N>(FunctorCase functor, N[] x) where N : unmanaged, INum<N> =>
        x is F32[] singles ? (N)(object)functor.Forward(singles) : x is F64[] doubles ? (N)(object)functor.Forward(doubles) : functor.ForwardNum(x);
}
