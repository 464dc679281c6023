using System.Diagnostics;
using System.Reflection;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>What kernels may do where the context allows it: static arrays, static fields that are not readonly, printing, assertions.</summary>
public class ContextModeTests
{
    private static readonly int[] Table = [5, 6, 7, 8];
    private static readonly double[,] Grid = { { 1, 2 }, { 3, 4.5 } };
    private static int s_bias = Environment.ProcessorCount > 0 ? 17 : 0;

    [Fact]
    public void StaticArraysAndFieldsAreReadWhereTheContextAllowsIt()
    {
        using var context = Context.Create(builder =>
            builder.AllAccelerators().Arrays(ArrayMode.InlineMutableStaticArrays).StaticFields(StaticFieldMode.MutableStaticFields));
        foreach (var device in context)
        {
            using var accelerator = device.CreateAccelerator(context);
            using var y = accelerator.Allocate1D<int>(6);
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(ReadStatics)(6, y.View);
            accelerator.Synchronize();
            Assert.Equal([25, 27, 27, 29, 25, 27], y.GetAsArray1D());
        }
    }

    [Fact]
    public void StaticArraysAreRefusedByDefaultWithTheWayOut()
    {
        var signature = new KernelSignature(Method(nameof(ReadStatics)), isImplicit: true);
        string message = Assert.Throws<InternalCompilerException>(() => Compile(signature, AcceleratorType.OpenCL)).Message;
        Assert.Contains("Table", message);
        Assert.Contains("ArrayMode.InlineMutableStaticArrays", message);
    }

    [Theory]
    [InlineData(AcceleratorType.OpenCL, "%ld")]
    [InlineData(AcceleratorType.Cuda, "%lld")]
    public void TextIsPrintedWhereTheContextAllowsIt(AcceleratorType target, string wide)
    {
        var signature = new KernelSignature(Method(nameof(Print)), isImplicit: true);
        Assert.DoesNotContain("printf", Compile(signature, target).Source);
        using var context = Context.Create(builder => builder.CPU(CPUDeviceKind.Default).IOOperations());
        string source = Compile(signature, target, context.Properties).Source;
        Assert.Contains($"printf(\"i=%d {{x}} {wide} %f 100%% \\\"%u\\\"\\n\", ", source);
    }

    [Theory, Accelerators]
    public void KernelsThatPrintAndAssertRun(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(2);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Print)(2, y.View);
        accelerator.Synchronize();
        Assert.Equal([4, 4], y.GetAsArray1D());
    }

    private static MethodInfo Method(string name) => typeof(ContextModeTests).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;

    private static unsafe KernelProgram Compile(KernelSignature signature, AcceleratorType target, ContextProperties? properties = null) =>
        KernelCompiler.Compile(signature, target, null, false, properties);

    private static void ReadStatics(Index1D i, ArrayView<int> y) => y[i] = Table[i % Table.Length] + (int)Grid[1, i % 2] + s_bias;

    private static void Print(Index1D i, ArrayView<int> y)
    {
        Debug.Assert(i >= 0, "an index");
        Trace.Assert(y.Length > 0);
        Interop.WriteLine("i={0} {{x}} {1} {2} 100% \"{3}\"", i.X, 5000000000L, 1.5f, (byte)200);
        y[i] = Interop.OffsetOf<Sample>(nameof(Sample.Second));
    }

    private readonly record struct Sample(int First, short Second);
}
