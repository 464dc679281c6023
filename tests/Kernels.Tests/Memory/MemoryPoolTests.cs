using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Memory;

/// <summary>A device whose memory is counted by the test.</summary>
internal sealed class CountingAllocator(long capacity) : IAllocator
{
    public long Held;
    public int Allocations;

    public unsafe Block? Allocate(long bytes)
    {
        if (Held + bytes > capacity) return null;
        Held += bytes;
        Allocations++;
        return new Block(bytes, (nint)NativeMemory.Alloc((nuint)bytes));
    }

    public unsafe void Free(Block block)
    {
        Held -= block.Bytes;
        NativeMemory.Free((void*)block.Pointer);
    }
}

[Collection(SerialCollection.Name)]
public class MemoryPoolTests
{
    private static Storage Make(int floats) => new(Device.Cpu, DType.Float32, floats);

    [Fact]
    public void ReleasedMemoryIsReused()
    {
        var storage = Make(1000);
        nint address = storage.Block.Pointer;
        storage.Release();
        Assert.True(storage.IsReleased);
        Assert.Equal(address, Make(1000).Block.Pointer);
    }

    [Fact]
    public void UseAfterReleaseNamesWhoReleased()
    {
        var storage = Make(10);
        storage.Release();
        Assert.Contains("Dispose", Assert.Throws<ObjectDisposedException>(() => storage.Block).Message);
    }

    [Fact]
    public void ForgottenStoragesComeBackByThemselves()
    {
        var memory = Device.Cpu.Memory;
        Collect();
        long before = memory.Live;
        Forget(100);
        Assert.True(memory.Live > before);
        Collect();
        Assert.Equal(before, memory.Live);
    }

    [Fact]
    public void LiveStaysBoundedWithoutAnyDispose()
    {
        var memory = Device.Cpu.Memory;
        Collect();
        long before = memory.Live;
        memory.ResetPeak();
        for (int step = 0; step < 100; step++) Forget(10);     // 100 x 10 x 4 MB
        Assert.True(memory.Peak - before < 600L << 20, $"Peak grew by {(memory.Peak - before) >> 20} MiB while 4,000 MiB were made and forgotten.");
    }

    [Fact]
    public void LiveCountsClassesAndTrimGivesBack()
    {
        var memory = Device.Cpu.Memory;
        Collect();
        long before = memory.Live;
        var storage = Make(1 << 20);
        Assert.Equal(4L << 20, memory.Live - before);
        storage.Release();
        Assert.Equal(before, memory.Live);
        Assert.True(memory.Pooled >= 4 << 20);
        memory.Trim();
        Assert.Equal(0, memory.Pooled);
    }

    [Theory]
    [InlineData(1, 64)]
    [InlineData(16, 64)]
    [InlineData(17, 80)]
    [InlineData(33, 160)]
    [InlineData(1024, 4096)]
    [InlineData(1025, 5120)]
    public void SizeClassesWasteLittle(int floats, long expected)
    {
        var storage = Make(floats);
        Assert.Equal(expected, storage.Block.Bytes);
        GC.KeepAlive(storage);
    }

    [Fact]
    public void AFullPoolCollectsFreesItsCacheAndThenSaysWhoHoldsWhat()
    {
        var allocator = new CountingAllocator(1 << 20);
        var pool = new MemoryPool("test", allocator, 1 << 20);
        var holder = Make(1);                                   // any storage serves as a borrower
        var blocks = Enumerable.Range(0, 4).Select(_ => pool.Rent(256 << 10, holder)).ToList();
        var error = Assert.Throws<DeviceMemoryException>(() => pool.Rent(256 << 10, holder));
        Assert.Equal((1 << 20, 0, 1 << 20), (error.Live, error.Pooled, error.Peak));
        Assert.Contains("test", error.Message);
        Assert.Contains("float32", error.Message);

        // After freeing it goes on, also with another size: the cache is given up for it.
        foreach (var block in blocks) pool.Return(block, holder);
        Assert.Equal(1 << 20, pool.Pooled);
        pool.Rent(1 << 20, holder);
        Assert.Equal(1 << 20, allocator.Held);
        Assert.Equal(5, allocator.Allocations);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int count)
    {
        for (int i = 0; i < count; i++) Make(1 << 20);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
