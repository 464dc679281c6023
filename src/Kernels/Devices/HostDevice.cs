using System.Runtime.InteropServices;
using Gpu.Kernels.Host;

namespace Gpu.Kernels;

/// <summary>The host: SIMD loops over native memory.</summary>
internal sealed class HostDevice() : Device("cpu", $"{Environment.ProcessorCount} cores, SIMD")
{
    /// <summary>Loops may read a whole vector at the end of a block.</summary>
    private const int Padding = 64;

    public override IBackend Backend => Loops;

    /// <summary>The backend by its type; see <see cref="Dispatch"/>.</summary>
    public HostBackend Loops { get; } = new();

    public override MemoryPool Memory { get; } = new("cpu", new NativeAllocator(), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 8 / 10);

    private sealed unsafe class NativeAllocator : IAllocator
    {
        public Block? Allocate(long bytes)
        {
            try
            {
                return new Block(bytes, (nint)NativeMemory.AlignedAlloc((nuint)(bytes + Padding), 64));
            }
            catch (OutOfMemoryException)
            {
                return null;
            }
        }

        public void Free(Block block) => NativeMemory.AlignedFree((void*)block.Pointer);
    }
}
