using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

// One class per number of arguments: it writes the arguments into a block on the stack and launches. No allocation, no boxing.

/// <summary>Launches of a kernel with 1 argument.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct
{
    public void Grouped(KernelConfig config, T1 arg1) => GroupedOn(null!, config, arg1);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
    }
}

/// <summary>Launches of a kernel with 2 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2) => GroupedOn(null!, config, arg1, arg2);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
    }
}

/// <summary>Launches of a kernel with 3 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3) => GroupedOn(null!, config, arg1, arg2, arg3);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
    }
}

/// <summary>Launches of a kernel with 4 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => GroupedOn(null!, config, arg1, arg2, arg3, arg4);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
    }
}

/// <summary>Launches of a kernel with 5 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
    }
}

/// <summary>Launches of a kernel with 6 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
    }
}

/// <summary>Launches of a kernel with 7 arguments.</summary>
[SkipLocalsInit]
internal sealed unsafe class Launcher<T1, T2, T3, T4, T5, T6, T7>(CompiledKernel kernel) : KernelLauncher(kernel)
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
{
    public void Grouped(KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7) => GroupedOn(null!, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7);

    public void GroupedOn(AcceleratorStream stream, KernelConfig config, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        Kernel.Launch(stream, config, block);
    }

    public void Implicit<TIndex>(TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
        where TIndex : struct, IIndex
        => ImplicitOn(null!, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7);

    public void ImplicitOn<TIndex>(AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
        where TIndex : struct, IIndex
    {
        byte* block = stackalloc byte[Kernel.Signature.ByteLength];
        Write(block, arg1, arg2, arg3, arg4, arg5, arg6, arg7);
        Kernel.Launch(stream, Extents.Of(extent), block);
    }

    private void Write(byte* block, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        var at = Kernel.Signature.Offsets;
        Unsafe.WriteUnaligned(block + at[0], arg1);
        Unsafe.WriteUnaligned(block + at[1], arg2);
        Unsafe.WriteUnaligned(block + at[2], arg3);
        Unsafe.WriteUnaligned(block + at[3], arg4);
        Unsafe.WriteUnaligned(block + at[4], arg5);
        Unsafe.WriteUnaligned(block + at[5], arg6);
        Unsafe.WriteUnaligned(block + at[6], arg7);
    }
}
