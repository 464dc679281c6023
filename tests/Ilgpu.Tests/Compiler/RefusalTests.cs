using System.Reflection;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

public class RefusalTests
{
    [Theory]
    [InlineData(nameof(RefusedKernels.NewArray), "a new array of 'Int32' whose length is not a compile-time constant", "LocalMemory")]
    [InlineData(nameof(RefusedKernels.Text), "a string", "numbers")]
    [InlineData(nameof(RefusedKernels.ProcessorVector), "a vector of the processor", "fields")]
    [InlineData(nameof(RefusedKernels.Throwing), "throwing 'InvalidOperationException'", "error code")]
    [InlineData(nameof(RefusedKernels.VirtualCall), "is boxed", "generic")]
    [InlineData(nameof(RefusedKernels.Recursion), "calls itself", "loop")]
    [InlineData(nameof(RefusedKernels.Delegate), "delegate or lambda", "functor")]
    [InlineData(nameof(RefusedKernels.MixedMemory), "memory meet in the same variable", "two variables")]
    [InlineData(nameof(RefusedKernels.TryFinally), "try, catch, finally", "no exceptions")]
    [InlineData(nameof(RefusedKernels.VariableSize), "not a compile-time constant", "GetDynamic")]
    [InlineData(nameof(RefusedKernels.StaticField), "'RefusedKernels.s_counter' is not readonly", "argument")]
    [InlineData(nameof(RefusedKernels.Checked), "checked arithmetic", "unchecked")]
    [InlineData(nameof(RefusedKernels.DefaultMethod), "default interface method", "implement the member")]
    [InlineData(nameof(RefusedKernels.ThroughInterface), "is boxed", "generic")]
    [InlineData(nameof(RefusedKernels.JitOnly), "no known equivalent", "MathF")]
    [InlineData(nameof(RefusedKernels.Overlapping), "overlaps", "Interop")]
    [InlineData(nameof(RefusedKernels.ViewOfViews), "device memory that holds pointers", "argument of its own")]
    public void Message_names_construct_and_remedy(string kernel, string construct, string remedy)
    {
        foreach (var target in (AcceleratorType[])[AcceleratorType.OpenCL, AcceleratorType.Cuda])
        {
            var error = Assert.Throws<InternalCompilerException>(() => Translate(kernel, target));
            Assert.Contains($"'RefusedKernels.{kernel}'", error.Message);
            Assert.Contains(construct, error.Message);
            Assert.Contains(remedy, error.Message);
        }
    }

    [Fact]
    public void Message_names_line_and_call_chain()
    {
        var error = Assert.Throws<InternalCompilerException>(() => Translate(nameof(RefusedKernels.DefaultMethod), AcceleratorType.OpenCL));
        Assert.Contains("RefusedKernels.CallDefault<RefusedFunctor> (RefusedKernels.cs:", error.Message);
        Assert.Contains("RefusedKernels.CallDefault<RefusedFunctor> <- RefusedKernels.DefaultMethod", error.Message);
    }

    [Theory, Accelerators]
    public void Accelerator_works_after_a_refusal(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        if (accelerator.AcceleratorType != AcceleratorType.CPU)
            Assert.Throws<InternalCompilerException>(() => accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(RefusedKernels.Text));
        SameResults.Implicit<int, int>(name, LanguageKernels.Enums, SameResults.Integers());
    }

    private static unsafe void Translate(string kernel, AcceleratorType target)
    {
        var method = typeof(RefusedKernels).GetMethod(kernel, BindingFlags.Static | BindingFlags.Public)!;
        bool isImplicit = method.GetParameters()[0].ParameterType == typeof(Index1D);
        KernelCompiler.Compile(new KernelSignature(method, isImplicit), target);
    }
}
