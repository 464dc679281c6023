using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Page-locked arrays of all dimensions: element by element what they were filled with, through a buffer and back.</summary>
public class PageLockedTests
{
    [Theory, Accelerators]
    public void TwoDimensions(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var stream = accelerator.CreateStream();
        using var source = accelerator.AllocatePageLocked2D<int>(new LongIndex2D(3, 5));
        Assert.Equal(15, source.Length);
        Assert.All(source.Span.ToArray(), value => Assert.Equal(0, value));
        for (int x = 0; x < 3; x++)
        {
            for (int y = 0; y < 5; y++)
                source[x, y] = (10 * x) + y;
        }

        using var buffer = accelerator.Allocate2DDenseY<int>(source.Extent);
        buffer.View.CopyFromPageLockedAsync(stream, source);
        stream.Synchronize();
        var expected = source.GetArray();
        Assert.Equal(24, expected[2, 4]);
        Assert.Equal(expected, buffer.GetAsArray2D());
        using var copy = buffer.View.GetAsPageLocked2D();
        Assert.Equal(expected, copy.GetArray());
        Assert.Equal(13, copy[1L, 3L]);
        using var target = accelerator.AllocatePageLocked2D<int>(source.Extent);
        buffer.View.CopyToPageLockedAsync(target);
        accelerator.Synchronize();
        Assert.Equal(expected, target.GetArray());
    }

    [Theory, Accelerators]
    public void ThreeDimensions(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var stream = accelerator.CreateStream();
        using var source = accelerator.AllocatePageLocked3D<short>(new LongIndex3D(2, 3, 4));
        for (int i = 0; i < 24; i++)
            source[i / 12, i / 4 % 3, i % 4] = (short)i;
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (short)i), source.Span.ToArray());
        using var buffer = accelerator.Allocate3DDenseZY<short>(source.Extent);
        buffer.View.CopyFromPageLockedAsync(source);
        using var copy = buffer.View.GetAsPageLocked3D(accelerator.DefaultStream);
        Assert.Equal(source.GetArray(), copy.GetArray());
        using var target = accelerator.AllocatePageLocked3D<short>(source.Extent);
        buffer.View.CopyToPageLockedAsync(stream, target);
        stream.Synchronize();
        Assert.Equal(23, target[1L, 2L, 3L]);
    }

    [Fact]
    public void OnlyTheWholeOfADenseViewIsCopied()
    {
        var accelerator = TestAccelerators.Get("CPU");
        using var buffer = accelerator.Allocate2DDenseY<int>(new LongIndex2D(4, 4));
        using var small = accelerator.AllocatePageLocked2D<int>(new LongIndex2D(2, 2));
        var whole = Assert.Throws<ArgumentException>(() => buffer.View.CopyToPageLockedAsync(small));
        Assert.Contains("(4, 4)", whole.Message, StringComparison.Ordinal);
        var part = Assert.Throws<ArgumentException>(() => buffer.View.SubView(new Index2D(1, 1), new Index2D(2, 2)).CopyToPageLockedAsync(small));
        Assert.Contains("gaps", part.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => small[0, 2]);
    }

    [Fact]
    public void EmptyArraysHaveNoElements()
    {
        Assert.Equal(0, PageLockedArray1D<int>.Empty.Length);
        Assert.Empty(PageLockedArray1D<int>.Empty.GetArray());
        Assert.Equal(new LongIndex2D(0, 0), PageLockedArray2D<int>.Empty.Extent);
        PageLockedArray3D<int>.Empty.Dispose();
        Assert.True(PageLockedArray3D<int>.Empty.Span.IsEmpty);
    }
}
