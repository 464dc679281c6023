using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>
/// A kernel that is translated for a driver: one program, or one for each set of specialized values. Launching checks the limits
/// of program and device and builds the argument struct on the stack.
/// </summary>
/// <typeparam name="TProgram">What the driver makes of the translation.</typeparam>
internal abstract unsafe class DeviceKernel<TProgram> : CompiledKernel
    where TProgram : DeviceProgram
{
    /// <summary>Items of a group where nobody asks for a size. Few sizes for all extents: drivers may compile for each size anew.</summary>
    private const int AutoGroupSize = 256;

    /// <summary>The same for small kernels on a processor, where starting a group costs as much as some hundred of their items.</summary>
    private const int LargeGroupSize = 4096;

    /// <summary>Extents that give every thread of a processor more than enough such groups.</summary>
    private const int LargeGroupsFrom = 1 << 20;

    /// <summary>Neighbours in x read neighbouring memory: that many are kept together in groups of two or three dimensions.</summary>
    private const int AutoGroupWidth = 32;

    private readonly KernelParameter[] specialized;
    private readonly Lock gate = new();
    private readonly TProgram? program;

    // Replaced as a whole, so that launches look through it without a lock.
    private volatile Variant[] variants = [];

    protected DeviceKernel(Accelerator accelerator, KernelSignature signature)
        : base(accelerator, signature)
    {
        specialized = [.. signature.Parameters.Where(KernelCompiler.IsSpecialized)];
        if (specialized.Length == 0) program = Make(null);
    }

    public override int LargestGroupSize => Math.Min(base.LargestGroupSize, MaxItems());

    public override int StaticSharedBytes => program?.Source.SharedBytes ?? 0;

    public override void Dispose()
    {
        program?.Dispose();
        foreach (var variant in variants) variant.Program.Dispose();
    }

    protected override Index3D ChooseGroup(Index3D extent)
    {
        int items = Signature.GroupSize > 0 ? Signature.GroupSize : Math.Min(AutoGroupSize, MaxItems());
        if (Signature.IndexType == typeof(Index1D))
        {
            bool large = Signature.GroupSize <= 0 && extent.X >= LargeGroupsFrom && program is { Source.TakesWholeGroups: true };
            return new Index3D(large ? Math.Min(LargeGroupSize, MaxItems()) : items, 1, 1);
        }

        int x = Math.Min(items, AutoGroupWidth);
        int z = Signature.IndexType == typeof(Index3D) && items / x > 1 ? 2 : 1;
        // Some drivers take few groups in y and z: then those dimensions of the group grow.
        var limit = Accelerator.MaxGridSize;
        while (x > 1 && (long)limit.Z * z < extent.Z) (x, z) = (x / 2, z * 2);
        int y = Math.Max(1, items / x / z);
        while (x > 1 && (long)limit.Y * y < extent.Y) (x, y) = (x / 2, y * 2);
        return new Index3D(x, y, z);
    }

    protected override void Run(AcceleratorStream stream, in LaunchShape shape, byte* arguments)
    {
        var target = program ?? Specialize(arguments);
        CheckLimits(target, shape);

        byte* block = stackalloc byte[target.Source.ArgumentBytes];
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
            var memory = Resolve(pointers[i], arguments);
            nint* pointer = (nint*)(values + pointers[i].Offset);
            *pointer = memory == null ? 0 : *pointer - memory.Address;
            buffers[i] = memory == null ? 0 : BufferOf(memory, pointers[i].Parameter);
        }
        if (target.Number > 0)
        {
            ((int*)(values + Signature.ByteLength))[0] = target.Number;
            buffers[pointers.Length] = BufferOf(stream.AccessLog.Arm(stream), null);
        }
        Enqueue(stream, target, shape, block, buffers);
    }

    /// <summary>Translates for this driver's dialect.</summary>
    protected abstract AcceleratorType Target { get; }

    /// <summary>Whether the device is a processor, which runs the items of a group as a loop.</summary>
    protected virtual bool OnProcessor => false;

    /// <summary>Compiles and loads a translation. Called by the constructor: only <see cref="CompiledKernel"/>'s members are set.</summary>
    protected abstract TProgram Load(KernelProgram source);

    /// <summary>What the driver calls a buffer.</summary>
    protected abstract nint BufferOf(DeviceMemory memory, KernelParameter? parameter);

    /// <summary>Queues the kernel.</summary>
    /// <param name="stream">The queue.</param>
    /// <param name="target">The program.</param>
    /// <param name="shape">The checked sizes.</param>
    /// <param name="block">The struct argument; it may die after the call.</param>
    /// <param name="buffers">One buffer for each pointer, and the log in checked mode: <see cref="KernelProgram.BufferCount"/>.</param>
    protected abstract void Enqueue(AcceleratorStream stream, TProgram target, in LaunchShape shape, byte* block, nint* buffers);

    private void CheckLimits(TProgram target, in LaunchShape shape)
    {
        if (shape.Group.LongSize > target.MaxGroupSize)
            throw new ArgumentException(
                $"Kernel {Signature.Name} was launched with groups of {shape.Group}, {shape.Group.LongSize} items; " +
                $"{Accelerator.Name} runs this kernel with at most {target.MaxGroupSize}, because of the registers it needs.");
        long shared = target.Source.SharedBytes + shape.SharedBytes + (target.Source.ScratchPerItem * shape.Group.LongSize);
        if (shared > Accelerator.MaxSharedMemoryPerGroup)
            throw new ArgumentException(
                $"Kernel {Signature.Name} needs {shared} bytes of shared memory a group ({target.Source.SharedBytes} fixed, {shape.SharedBytes} dynamic, the rest for exchanges between items); " +
                $"{Accelerator.Name} has {Accelerator.MaxSharedMemoryPerGroup}. Use smaller tiles.");
    }

    private int MaxItems() => program == null ? Accelerator.MaxNumThreadsPerGroup : Math.Min(program.MaxGroupSize, Accelerator.MaxNumThreadsPerGroup);

    private TProgram Specialize(byte* arguments)
    {
        if (Find(arguments) is { } known) return known;
        lock (gate)
        {
            if (Find(arguments) is { } made) return made;
            var values = new ReadOnlySpan<byte>(arguments, Signature.ByteLength).ToArray();
            var fresh = Make(values);
            variants = [.. variants, new Variant(values, fresh)];
            return fresh;
        }
    }

    private TProgram? Find(byte* arguments)
    {
        foreach (var variant in variants)
        {
            if (Matches(variant.Arguments, arguments)) return variant.Program;
        }
        return null;
    }

    private bool Matches(byte[] known, byte* arguments)
    {
        foreach (var parameter in specialized)
        {
            var value = new ReadOnlySpan<byte>(arguments + parameter.Offset, parameter.Size);
            if (!value.SequenceEqual(known.AsSpan(parameter.Offset, parameter.Size))) return false;
        }
        return true;
    }

    private TProgram Make(byte[]? arguments)
    {
        bool check = CheckedMode.IsOn(Accelerator.Context.Properties);
        TProgram made;
        fixed (byte* block = arguments) made = Load(KernelCompiler.Compile(Signature, Target, block, check, Accelerator.Context.Properties, OnProcessor));
        if (check) made.Number = Accelerator.CheckedPrograms.Add(made.Source, Signature);
        return made;
    }

    private readonly record struct Variant(byte[] Arguments, TProgram Program);
}
