using System.Collections.Concurrent;
using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A kernel on an OpenCL device: one program, or one for each set of specialized values.</summary>
internal sealed unsafe class CLKernel : CompiledKernel
{
    /// <summary>Items of a group where nobody asks for a size. One size for all extents: drivers may compile for each size anew.</summary>
    private const int AutoGroupSize = 256;

    private readonly CLAccelerator accelerator;
    private readonly KernelParameter[] specialized;
    private readonly ConcurrentDictionary<string, Lazy<CLProgram>> variants = new();
    private readonly CLProgram? program;

    public CLKernel(CLAccelerator accelerator, KernelSignature signature)
        : base(accelerator, signature)
    {
        this.accelerator = accelerator;
        specialized = [.. signature.Parameters.Where(KernelCompiler.IsSpecialized)];
        if (specialized.Length == 0) program = Make(null);
    }

    public override void Dispose()
    {
        program?.Dispose();
        foreach (var variant in variants.Values)
            if (variant.IsValueCreated) variant.Value.Dispose();
    }

    protected override Index3D ChooseGroup(Index3D extent)
    {
        int items = Signature.GroupSize > 0 ? Signature.GroupSize : (int)Math.Min(AutoGroupSize, MaxItems());
        if (Signature.IndexType == typeof(Index1D)) return new Index3D(items, 1, 1);
        // Neighbours in x read neighbouring memory.
        int x = Math.Min(items, 32);
        return Signature.IndexType == typeof(Index2D) ? new Index3D(x, items / x, 1) : new Index3D(x, Math.Max(1, items / x / 2), items / x > 1 ? 2 : 1);
    }

    protected override void Run(AcceleratorStream stream, in LaunchShape shape, byte* arguments)
    {
        var target = program ?? Variant(arguments);
        var source = target.Source;
        CheckLimits(target, shape);

        byte* block = stackalloc byte[source.ArgumentBytes];
        ((int*)block)[0] = shape.Extent.X;
        ((int*)block)[1] = shape.Extent.Y;
        ((int*)block)[2] = shape.Extent.Z;
        ((int*)block)[3] = shape.SharedBytes;
        byte* values = block + KernelProgram.HeaderBytes;
        new ReadOnlySpan<byte>(arguments, Signature.ByteLength).CopyTo(new Span<byte>(values, Signature.ByteLength));
        var pointers = Signature.Pointers;
        nint* buffers = stackalloc nint[pointers.Length + 1];
        for (int i = 0; i < pointers.Length; i++)
        {
            var memory = (CLMemory?)Resolve(pointers[i], arguments);
            nint* pointer = (nint*)(values + pointers[i].Offset);
            *pointer = memory == null ? 0 : *pointer - memory.Address;
            buffers[i] = memory?.Buffer ?? 0;
        }
        Enqueue((CLStream)stream, target, shape, block, buffers);
    }

    private void Enqueue(CLStream stream, CLProgram target, in LaunchShape shape, byte* block, nint* buffers)
    {
        nuint* group = stackalloc nuint[] { (nuint)shape.Group.X, (nuint)shape.Group.Y, (nuint)shape.Group.Z };
        nuint* global = stackalloc nuint[]
        {
            (nuint)shape.Grid.X * group[0], (nuint)shape.Grid.Y * group[1], (nuint)shape.Grid.Z * group[2],
        };
        uint dimensions = global[2] > 1 ? 3u : global[1] > 1 ? 2u : 1u;
        int pointers = Signature.Pointers.Length;
        CLError error;
        lock (target.Gate)
        {
            error = CLNative.clSetKernelArg(target.Kernel, 0, (nuint)target.Source.ArgumentBytes, block);
            for (int i = 0; i < pointers && error == CLError.CL_SUCCESS; i++)
                error = CLNative.clSetKernelArg(target.Kernel, (uint)(i + 1), (nuint)sizeof(nint), buffers + i);
            if (target.Source.UsesDynamicShared && error == CLError.CL_SUCCESS)
                error = CLNative.clSetKernelArg(target.Kernel, (uint)(pointers + 1), (nuint)Math.Max(shape.SharedBytes, 16), null);
            if (error == CLError.CL_SUCCESS)
                error = CLNative.clEnqueueNDRangeKernel(stream.CommandQueue, target.Kernel, dimensions, null, global, group, 0, null, null);
        }
        if (error != CLError.CL_SUCCESS) throw new CLException(error, $"launching kernel {Signature.Name} with {shape.Grid} groups of {shape.Group}");
    }

    private void CheckLimits(CLProgram target, in LaunchShape shape)
    {
        if (shape.Group.LongSize > target.MaxGroupSize)
            throw new ArgumentException(
                $"Kernel {Signature.Name} was launched with groups of {shape.Group}, {shape.Group.LongSize} items; " +
                $"{Accelerator.Name} runs this kernel with at most {target.MaxGroupSize}, because of the registers it needs.");
        long shared = (long)target.Source.SharedBytes + shape.SharedBytes;
        if (shared > Accelerator.MaxSharedMemoryPerGroup)
            throw new ArgumentException(
                $"Kernel {Signature.Name} needs {shared} bytes of shared memory a group ({target.Source.SharedBytes} fixed, {shape.SharedBytes} dynamic); " +
                $"{Accelerator.Name} has {Accelerator.MaxSharedMemoryPerGroup}. Use smaller tiles.");
    }

    private long MaxItems() => program == null ? Accelerator.MaxNumThreadsPerGroup : Math.Min(program.MaxGroupSize, Accelerator.MaxNumThreadsPerGroup);

    private CLProgram Variant(byte* arguments)
    {
        string key = string.Concat(specialized.Select(p => Convert.ToHexString(new ReadOnlySpan<byte>((byte*)(nint)arguments + p.Offset, p.Size))));
        if (variants.TryGetValue(key, out var known) && known.IsValueCreated) return known.Value;
        var copy = new ReadOnlySpan<byte>(arguments, Signature.ByteLength).ToArray();
        var entry = variants.GetOrAdd(key, _ => new Lazy<CLProgram>(() => Make(copy)));
        try
        {
            return entry.Value;
        }
        catch
        {
            variants.TryRemove(new(key, entry));
            throw;
        }
    }

    private CLProgram Make(byte[]? arguments)
    {
        KernelProgram source;
        fixed (byte* block = arguments) source = KernelCompiler.Compile(Signature, AcceleratorType.OpenCL, block);
        var capabilities = (CLCapabilityContext)accelerator.Capabilities;
        if (source.UsesFloat64 && !capabilities.Float64)
            throw new NotSupportedException($"Kernel {Signature.Name} uses 64-bit reals, which {accelerator} does not have; use float.");
        if (source.UsesWideAtomics && !capabilities.Int64_Atomics)
            throw new NotSupportedException($"Kernel {Signature.Name} uses 64-bit atomics, which {accelerator} does not have; use 32-bit ones.");
        if (source.ArgumentBytes + ((source.PointerOffsets.Length + 1) * sizeof(nint)) > accelerator.CLDevice.MaxParameterBytes)
            throw new NotSupportedException(
                $"Kernel {Signature.Name} has {source.ArgumentBytes} bytes of arguments; {accelerator} takes {accelerator.CLDevice.MaxParameterBytes}. Pass large structs in a buffer.");
        System.Diagnostics.Debug.Assert(source.PointerOffsets.SequenceEqual(Signature.Pointers.Select(p => p.Offset)), "two walks over the same fields");
        return new CLProgram(accelerator, Signature, source);
    }
}
