using System.Reflection;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Compiler.Ir;
using ILGPU.Compiler.Translation;
using ILGPU.Runtime;
using Xunit;
using Half = ILGPU.Half;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>What kernels may call can be translated, and gives the bits of the C# method where that is exact.</summary>
public class KernelMemberTests
{
    private const int Outputs = 20;

    /// <summary>A generic operation, lengths of arrays and text need more than a type; they have tests of their own.</summary>
    public static TheoryData<Type> Classes => [typeof(XMath), typeof(IntrinsicMath), typeof(Interop), typeof(Half), typeof(Group), typeof(Grid), typeof(Warp), typeof(Atomic), typeof(MemoryFence), typeof(Index1D), typeof(Index2D), typeof(Index3D)];

    [Theory]
    [MemberData(nameof(Classes), DisableDiscoveryEnumeration = true)]
    public void Static_members_translate_to_OpenCL(Type type)
    {
        int translated = 0;
        foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.Public))
        {
            if (method.Name is nameof(Atomic.MakeAtomic) or "Write" or "WriteLine" or nameof(Interop.OffsetOf) || NotInsideKernelAttribute.IsDefined(method)) continue;
            var closed = method.IsGenericMethodDefinition ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(int))]) : method;
            var types = closed.GetParameters().Select(p => IrType.From(p.ParameterType)).ToArray();
            foreach (var pointer in types.OfType<PointerType>()) SpaceVariable.Unify(pointer.Space, new SpaceVariable(AddressSpace.Global));
            // Special members have no body of their own on a device: call them from a translated one instead.
            if (closed.GetCustomAttribute<SpecialAttribute>() != null || closed.GetCustomAttribute<IntrinsicAttribute>() != null) continue;
            Assert.NotNull(new Translator(AcceleratorType.OpenCL).Specialize(closed, types));
            translated++;
        }
        bool onlySpecial = type == typeof(MemoryFence) || type == typeof(Atomic);
        Assert.True(translated > 0 || onlySpecial, $"nothing of {type} was translated");
    }

    [Theory, Accelerators]
    public void Exact_functions_give_equal_bits(string accelerator) =>
        SameResults.Implicit<float, float>(accelerator, ExactFunctions, SameResults.Reals(), Outputs);

    [Theory, Accelerators]
    public void Half_arithmetic_gives_equal_bits(string accelerator) =>
        SameResults.Implicit<float, int>(accelerator, HalfArithmetic, SameResults.Reals());

    private static void ExactFunctions(Index1D i, ArrayView<float> x, ArrayView<float> y)
    {
        float a = x[i], b = x[(i + 3) % 256];
        int at = i * Outputs;
        y[at] = XMath.Abs(a);
        y[at + 1] = XMath.Floor(a);
        y[at + 2] = XMath.Ceiling(a);
        y[at + 3] = XMath.Truncate(a);
        y[at + 4] = XMath.Round(a);
        y[at + 5] = XMath.RoundToEven(a);
        y[at + 6] = XMath.Min(a, b);
        y[at + 7] = XMath.Max(a, b);
        y[at + 8] = XMath.Clamp(a, -1f, 2f);
        y[at + 9] = XMath.Sign(a) + (float.IsNaN(b) ? 0 : MathF.Sign(b)) * 10;
        y[at + 10] = XMath.Rcp(a);
        y[at + 11] = XMath.Sqrt(a);
        y[at + 12] = XMath.Rem(a, b);
        y[at + 13] = (XMath.IsFinite(a) ? 1 : 0) + (XMath.IsInfinity(a) ? 2 : 0) + (XMath.IsNaN(a) ? 4 : 0);
        y[at + 14] = Math.Clamp(a, 0.5f, 3f);
        y[at + 15] = (float)IntrinsicMath.PopCount((uint)i.X) + IntrinsicMath.DivRoundUp(i.X, 7);
        y[at + 16] = Interop.SizeOf<double>() + Interop.SizeOf<Index3D>();
        y[at + 17] = float.IsNegative(a) ? 1 : 0;
        y[at + 18] = Math.Sign(i.X - 100) * Math.Abs(i.X - 100);
        y[at + 19] = (float)XMath.Sqrt((double)XMath.Abs(a));
    }

    private static void HalfArithmetic(Index1D i, ArrayView<float> x, ArrayView<int> y)
    {
        var a = (Half)x[i];
        var b = (Half)(x[i] * 0.37f);
        float sum = a + b, product = a * b, difference = -(a - b);
        int nan = float.IsNaN(sum) || float.IsNaN(product) || float.IsNaN(difference) ? 1 : 0;
        y[i] = nan == 1 ? 1 : (int)Interop.FloatAsInt(sum) ^ (int)Interop.FloatAsInt(product) * 3 ^ (int)Interop.FloatAsInt(difference) * 5 ^ (a < b ? 7 : 9);
    }
}
