using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>Kernels that hold PTX.</summary>
internal static class AsmKernels
{
    /// <summary>The high half of a product; elsewhere the low one.</summary>
    public static void Wide(Index1D i, ArrayView<ulong> y)
    {
        if (CudaAsm.IsSupported)
        {
            CudaAsm.Emit("mul.hi.u64 %0, %1, %2;", out ulong high, y[i], 0x100000000ul + (ulong)i.X);
            y[i] = high;
        }
        else
        {
            y[i] *= 0x100000000ul + (ulong)i.X;
        }
    }

    /// <summary>Numbers of all sizes, predicates and percent signs.</summary>
    public static void Sizes(Index1D i, ArrayView<int> y, ArrayView<double> z, ArrayView<ILGPU.Half> h)
    {
        if (!CudaAsm.IsSupported)
            return;
        CudaAsm.Emit("{ @%1 mov.u32 %0, %%laneid;\n\t @!%1 mov.u32 %0, 42; }", out int lane, i.X % 2 == 0);
        CudaAsm.Emit("{ .reg .b32 t1; cvt.s32.s8 t1, %1; add.s32 %0, t1, 1; }", out int next, (sbyte)i.X);
        CudaAsm.Emit("cvt.rzi.s16.f32 %0, %1;", out short cut, i.X * 0.5f);
        CudaAsm.Emit("cvt.u16.u32 %0, %1;", out byte low, (uint)i.X);
        CudaAsm.Emit("{ .reg .f64 t1; add.f64 t1, %1, %2; add.f64 %0, t1, %2; }", out double sum, (double)i.X, 42.0);
        CudaAsm.Emit("mov.b16 %0, %1;", out ILGPU.Half same, h[i]);
        CudaAsm.Emit("membar.gl;");
        y[i] = lane + next + cut + low;
        z[i] = sum;
        h[i] = same;
    }

    /// <summary>Operands that say what they are for; what is written need not come first.</summary>
    public static void Roles(Index1D i, ArrayView<long> y)
    {
        if (!CudaAsm.IsSupported)
            return;
        Input<int> input = i.X;
        Output<long> result = default;
        Ref<long> both = y[i];
        CudaAsm.EmitRef("{ .reg .s64 t0; cvt.s64.s32 t0, %0; sub.s64 %1, %2, t0; add.s64 %2, %2, 3; }", ref input, ref result, ref both);
        y[i] = result.Value * both.Value;
    }
}
