using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;


/// <summary>Launches of a kernel with 8 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6, T7, T8>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
        Unsafe.WriteUnaligned(block + at[6], arg7);
        Unsafe.WriteUnaligned(block + at[7], arg8);
    }
}

/// <summary>Launches of a kernel with 9 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
        Unsafe.WriteUnaligned(block + at[6], arg7);
        Unsafe.WriteUnaligned(block + at[7], arg8);
        Unsafe.WriteUnaligned(block + at[8], arg9);
    }
}

/// <summary>Launches of a kernel with 10 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
        Unsafe.WriteUnaligned(block + at[6], arg7);
        Unsafe.WriteUnaligned(block + at[7], arg8);
        Unsafe.WriteUnaligned(block + at[8], arg9);
        Unsafe.WriteUnaligned(block + at[9], arg10);
    }
}

/// <summary>Launches of a kernel with 11 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
        Unsafe.WriteUnaligned(block + at[6], arg7);
        Unsafe.WriteUnaligned(block + at[7], arg8);
        Unsafe.WriteUnaligned(block + at[8], arg9);
        Unsafe.WriteUnaligned(block + at[9], arg10);
        Unsafe.WriteUnaligned(block + at[10], arg11);
    }
}

/// <summary>Launches of a kernel with 12 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
        Unsafe.WriteUnaligned(block + at[6], arg7);
        Unsafe.WriteUnaligned(block + at[7], arg8);
        Unsafe.WriteUnaligned(block + at[8], arg9);
        Unsafe.WriteUnaligned(block + at[9], arg10);
        Unsafe.WriteUnaligned(block + at[10], arg11);
        Unsafe.WriteUnaligned(block + at[11], arg12);
    }
}

/// <summary>Launches of a kernel with 13 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
        Unsafe.WriteUnaligned(block + at[6], arg7);
        Unsafe.WriteUnaligned(block + at[7], arg8);
        Unsafe.WriteUnaligned(block + at[8], arg9);
        Unsafe.WriteUnaligned(block + at[9], arg10);
        Unsafe.WriteUnaligned(block + at[10], arg11);
        Unsafe.WriteUnaligned(block + at[11], arg12);
        Unsafe.WriteUnaligned(block + at[12], arg13);
    }
}

/// <summary>Launches of a kernel with 14 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
        Unsafe.WriteUnaligned(block + at[6], arg7);
        Unsafe.WriteUnaligned(block + at[7], arg8);
        Unsafe.WriteUnaligned(block + at[8], arg9);
        Unsafe.WriteUnaligned(block + at[9], arg10);
        Unsafe.WriteUnaligned(block + at[10], arg11);
        Unsafe.WriteUnaligned(block + at[11], arg12);
        Unsafe.WriteUnaligned(block + at[12], arg13);
        Unsafe.WriteUnaligned(block + at[13], arg14);
    }
}
