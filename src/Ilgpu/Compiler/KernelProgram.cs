namespace ILGPU.Compiler;

/// <summary>A kernel as source text for a device's compiler, and what a launch must know.</summary>
/// <remarks>
/// The entry takes one struct by value, then one pointer for each pointer in the argument block. The struct is a header of
/// <see cref="HeaderBytes"/> (extent x, y, z and the bytes of dynamic group memory, each int32) followed by the argument block,
/// where each pointer is replaced by its byte offset in the buffer that is passed for it. In checked mode the program's number (int32)
/// ends the struct, padded to 8 bytes, and the log of failed accesses is the last buffer.
/// </remarks>
internal sealed class KernelProgram
{
    public const int HeaderBytes = 16;

    /// <summary>Bytes of the greatest number type.</summary>
    public const int GreatestNumberBytes = 8;

    public required string Source { get; init; }

    public required string EntryName { get; init; }

    /// <summary>Bytes of the struct argument.</summary>
    public required int ArgumentBytes { get; init; }

    /// <summary>What people are told about lines of the source, in order.</summary>
    public IReadOnlyList<SourceNote> Notes { get; init; } = [];

    /// <summary>Offsets of the pointers in the argument block, in the order of the entry's pointer parameters.</summary>
    public required int[] PointerOffsets { get; init; }

    /// <summary>Bytes of group memory with a fixed size.</summary>
    public required int SharedBytes { get; init; }

    /// <summary>
    /// Bytes of group memory for each item of a group, through which items exchange values: the entry takes it after the pointers and the
    /// dynamic memory. 0 where it does not.
    /// </summary>
    public required int ScratchPerItem { get; init; }

    /// <summary>Whether the entry takes group memory whose size the launch decides, after the pointers.</summary>
    public required bool UsesDynamicShared { get; init; }

    /// <summary>In checked mode the places that index views, by number; else null.</summary>
    public AccessSite[]? Checks { get; init; }

    /// <summary>The places of <see cref="Checks"/>.</summary>
    public AccessSite[] Sites => Checks ?? [];

    /// <summary>The number of buffers that the entry takes.</summary>
    public int BufferCount => PointerOffsets.Length + (Checks == null ? 0 : 1);

    public required bool UsesFloat64 { get; init; }

    /// <summary>Whether groups that lie inside the extent run without a test for each item: small kernels on processors.</summary>
    public bool TakesWholeGroups { get; init; }

    /// <summary>Whether 64-bit atomics are used.</summary>
    public required bool UsesWideAtomics { get; init; }
}
