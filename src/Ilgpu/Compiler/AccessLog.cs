using System.Runtime.InteropServices;
using ILGPU.Compiler.Ir;
using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>
/// Device memory of one stream in which the first failed access of checked kernels is noted, and whose end takes what such accesses
/// write. The host looks at it when it waits for the stream.
/// </summary>
/// <remarks>
/// The layout, which the generated code shares: int32 failed, program, site, space; int64 address, place, length, x, extent of x, and so
/// on for y and z; int32 group x, y, z, item x, y, z. Then the addresses of the kernel's views, then scratch memory.
/// </remarks>
internal sealed unsafe class AccessLog
{
    /// <summary>Where the addresses of the kernel's views begin.</summary>
    public const int StartsOffset = 128;

    /// <summary>The number of those addresses; further views go without a name.</summary>
    public const int MaxStarts = 112;

    /// <summary>Where the scratch memory begins.</summary>
    public const int ScratchOffset = StartsOffset + (MaxStarts * sizeof(long));

    /// <summary>The greatest element that can be checked.</summary>
    public const int ScratchBytes = 7168;

    private readonly Lock gate = new();
    private volatile DeviceMemory? memory;
    private bool closed;

    /// <summary>The memory for a launch that goes into the stream now.</summary>
    public DeviceMemory Arm(AcceleratorStream stream)
    {
        lock (gate)
        {
            if (memory is { } known) return known;
            var made = stream.Accelerator.AllocateMemory(ScratchOffset + ScratchBytes);
            made.Fill(stream, 0, made.ByteLength, 0);
            return memory = made;
        }
    }

    /// <summary>Waits for the stream if checked kernels were ever launched in it, and raises the first failed access; also one of a stream that is gone.</summary>
    /// <exception cref="IndexOutOfRangeException">A kernel left a view.</exception>
    public void Report(AcceleratorStream stream)
    {
        if (memory != null && Take(stream) is { } failure) throw failure;
        if (stream.Accelerator.CheckedPrograms.TakeUnreported() is { } earlier) throw earlier;
    }

    /// <summary>
    /// Ends the log before its stream ends: waits for the kernels and keeps a failure for the next one who asks on this accelerator.
    /// Afterwards nothing touches the stream on behalf of the log.
    /// </summary>
    public void Close(AcceleratorStream stream)
    {
        lock (gate)
        {
            if (closed) return;
            try
            {
                if (memory is { IsFreed: false } && Take(stream) is { } failure) stream.Accelerator.CheckedPrograms.Keep(failure);
            }
            finally
            {
                closed = true;
                memory?.Free();
            }
        }
    }

    /// <summary>The first failed access since the last time, or null.</summary>
    private IndexOutOfRangeException? Take(AcceleratorStream stream)
    {
        Record record;
        var starts = new long[MaxStarts];
        lock (gate)
        {
            if (closed || memory is not { IsFreed: false } log) return null;
            log.CopyToHost(stream, 0, &record, sizeof(Record), pinned: false);
            if (record.Failed == 0) return null;
            fixed (long* target = starts) log.CopyToHost(stream, StartsOffset, target, MaxStarts * sizeof(long), pinned: false);
            log.Fill(stream, 0, ScratchOffset, 0);
        }

        var (program, signature) = stream.Accelerator.CheckedPrograms.Find(record.Program);
        var site = program.Sites[record.Site];
        var failure = new AccessFailure(
            site.Dimensions, record.Place, record.Length, record.X, record.ExtentX, record.Y, record.ExtentY, record.Z, record.ExtentZ);
        int known = Math.Min(signature.Pointers.Length, MaxStarts);
        string view = AccessFailure.NameOf((AddressSpace)record.Space, record.Address, starts.AsSpan(0, known), signature);
        string item = $", in item {record.Item} of group {record.Group}";
        return failure.ToException(signature.Name, view, item, SourceLines.Find(site.Method, site.Offset), null);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Record
    {
        public readonly int Failed, Program, Site, Space;
        public readonly long Address, Place, Length, X, ExtentX, Y, ExtentY, Z, ExtentZ;
        public readonly Index3D Group, Item;
    }
}

/// <summary>The programs of an accelerator that were compiled in checked mode, by number, and what is to be told about them.</summary>
internal sealed class CheckedPrograms
{
    private IndexOutOfRangeException? unreported;

    private readonly List<(KernelProgram Program, KernelSignature Signature)> programs = [];

    /// <summary>Gives a program its number, from 1.</summary>
    public int Add(KernelProgram program, KernelSignature signature)
    {
        lock (programs)
        {
            programs.Add((program, signature));
            return programs.Count;
        }
    }

    /// <summary>Keeps the failure of a stream that ends before anybody waited for it; the first one counts.</summary>
    public void Keep(IndexOutOfRangeException failure) => Interlocked.CompareExchange(ref unreported, failure, null);

    /// <summary>A failure that was kept, once; else null.</summary>
    public IndexOutOfRangeException? TakeUnreported() => Volatile.Read(ref unreported) == null ? null : Interlocked.Exchange(ref unreported, null);

    public (KernelProgram Program, KernelSignature Signature) Find(int number)
    {
        lock (programs) return programs[number - 1];
    }
}
