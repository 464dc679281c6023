using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>PTX in kernels: as it stands in the generated CUDA C (that clang takes it is asked in <see cref="PtxTests"/>), and what other devices say.</summary>
public unsafe class AsmTests
{
    [Fact]
    public void WhatIsWrittenComesFirst()
    {
        string source = Source(AsmKernels.Roles);
        Assert.Contains("cvt.s64.s32 t0, %2; sub.s64 %0, %1, t0; add.s64 %1, %1, 3;", source, StringComparison.Ordinal);
        Assert.Matches("\"=l\".*\"\\+l\".*: \"r\"", source);
    }

    [Fact]
    public void PredicatesAreMadeOfNumbers()
    {
        string source = Source<ArrayView<int>, ArrayView<double>, ArrayView<ILGPU.Half>>(AsmKernels.Sizes);
        Assert.Contains(".reg .pred il_p1; setp.ne.u32 il_p1, %1, 0;", source, StringComparison.Ordinal);
        Assert.Contains("@il_p1 mov.u32 %0, %%laneid;\\n\\t @!il_p1 mov.u32 %0, 42;", source, StringComparison.Ordinal);
        Assert.Contains("asm volatile(\"membar.gl;\"", source, StringComparison.Ordinal);
    }

    [Theory, Accelerators]
    public void OtherDevicesTakeTheOtherBranch(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        // The stand-in runs on the host, which has no PTX.
        if (accelerator.AcceleratorType == AcceleratorType.Cuda)
            return;
        using var y = accelerator.Allocate1D(new ulong[] { 1, 2, 3 });
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<ulong>>(AsmKernels.Wide)(3, y.View);
        accelerator.Synchronize();
        Assert.Equal([1ul << 32, 2 * ((1ul << 32) + 1), 3 * ((1ul << 32) + 2)], y.GetAsArray1D());
    }

    [Fact]
    public void OtherDevicesRefusePtx()
    {
        var exception = Assert.Throws<InternalCompilerException>(() => KernelCompiler.Compile(Signature<ArrayView<int>>(Unasked), AcceleratorType.OpenCL));
        Assert.Contains("CudaAsm.IsSupported", exception.Message, StringComparison.Ordinal);
        using var y = TestAccelerators.Get("CPU").Allocate1D<int>(1);
        var kernel = TestAccelerators.Get("CPU").LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Unasked);
        Assert.Contains("CudaAsm.IsSupported", Assert.Throws<InvalidOperationException>(() => kernel(1, y.View)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OperandsAreCounted()
    {
        var exception = Assert.Throws<InternalCompilerException>(() => KernelCompiler.Compile(Signature<ArrayView<int>>(TooMany), AcceleratorType.Cuda));
        Assert.Contains("%2", exception.Message, StringComparison.Ordinal);
    }

    private static void Unasked(Index1D i, ArrayView<int> y)
    {
        CudaAsm.Emit("mov.u32 %0, 1;", out int one);
        y[i] = one;
    }

    private static void TooMany(Index1D i, ArrayView<int> y)
    {
        CudaAsm.Emit("add.s32 %0, %1, %2;", out int sum, i.X);
        y[i] = sum;
    }

    private static KernelSignature Signature<T>(Action<Index1D, T> kernel) => new(kernel.Method, isImplicit: true);

    private static string Source(Action<Index1D, ArrayView<long>> kernel) => KernelCompiler.Compile(Signature(kernel), AcceleratorType.Cuda).Source;

    private static string Source<T1, T2, T3>(Action<Index1D, T1, T2, T3> kernel) =>
        KernelCompiler.Compile(new KernelSignature(kernel.Method, isImplicit: true), AcceleratorType.Cuda).Source;
}
