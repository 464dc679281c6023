using Gpu.Kernels;
using Xunit;

namespace Gpu.Kernels.Tests;

public class LayoutTests
{
    /// <summary>Positions in the storage of all elements in row-major order, from sizes and strides alone.</summary>
    private static int[] Positions(Layout layout)
    {
        var positions = new int[layout.Count];
        for (int i = 0; i < positions.Length; i++)
        {
            int rest = i, position = layout.Offset;
            for (int d = layout.Rank - 1; d >= 0; d--)
            {
                position += rest % layout.Sizes[d] * layout.Strides[d];
                rest /= layout.Sizes[d];
            }
            positions[i] = position;
        }
        return positions;
    }

    [Fact]
    public void ContiguousIsRowMajor()
    {
        var layout = Layout.Contiguous([2, 3, 4]);
        Assert.Equal([12, 4, 1], layout.Strides.ToArray());
        Assert.Equal(24, layout.Count);
        Assert.True(layout.IsContiguous);
        Assert.Equal(Enumerable.Range(0, 24), Positions(layout));
    }

    [Fact]
    public void TransposeIsNotContiguousButReadsTheSameMemory()
    {
        var layout = Layout.Contiguous([2, 3]).Transpose(0, -1);
        Assert.Equal([3, 2], layout.Sizes.ToArray());
        Assert.False(layout.IsContiguous);
        Assert.Equal([0, 3, 1, 4, 2, 5], Positions(layout));
        Assert.Equal(Positions(layout), Enumerable.Range(0, 6).Select(layout.PositionOf));
    }

    [Fact]
    public void SliceAndSelectMoveTheOffset()
    {
        var layout = Layout.Contiguous([4, 5]).Slice(0, 1, 2).Slice(1, 0, 3, step: 2);
        Assert.Equal([5, 7, 9, 10, 12, 14], Positions(layout));
        Assert.Equal([15, 16, 17, 18, 19], Positions(Layout.Contiguous([4, 5]).Select(0, -1)));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(3, 2)]
    [InlineData(-1, 1)]
    public void SliceOutsideIsRefused(int start, int length)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Layout.Contiguous([4]).Slice(0, start, length));
        Assert.Contains("[4]", error.Message);
    }

    [Fact]
    public void BroadcastStretchesWithStrideZero()
    {
        var layout = Layout.Contiguous([3, 1]).BroadcastTo([2, 3, 4]);
        Assert.Equal([0, 1, 0], layout.Strides.ToArray());
        Assert.True(layout.Overlaps);
        Assert.Equal([2, 3, 4], Layout.BroadcastSizes([3, 1], [2, 1, 4]));
    }

    [Fact]
    public void BroadcastMismatchNamesBothShapesAndTheDimension()
    {
        var error = Assert.Throws<ArgumentException>(() => Layout.BroadcastSizes([2, 3], [2, 4]));
        Assert.Contains("[2, 3]", error.Message);
        Assert.Contains("[2, 4]", error.Message);
        Assert.Contains("dimension 1", error.Message);
        Assert.Throws<ArgumentException>(() => Layout.Contiguous([2]).BroadcastTo([3]));
    }

    public static TheoryData<int[], int[], bool> Reshapes => new()
    {
        { [0, 1, 2], [6, 4], true },
        { [0, 1, 2], [2, 12], true },
        { [0, 1, 2], [1, 24, 1], true },
        { [1, 0, 2], [3, 2, 2, 2], true },     // splits the dense inner dimension
        { [1, 0, 2], [6, 4], false },          // would merge exchanged dimensions
        { [2, 0, 1], [4, 6], true },           // merges a dense pair behind the moved one
        { [2, 1, 0], [24], false },
    };

    [Theory, MemberData(nameof(Reshapes))]
    public void ReshapeIsAViewExactlyWhereStridesCanSayIt(int[] order, int[] sizes, bool view)
    {
        var layout = Layout.Contiguous([2, 3, 4]).Permute(order);
        var reshaped = layout.TryReshape(sizes);
        Assert.Equal(view, reshaped != null);
        if (reshaped != null)
        {
            Assert.Equal(sizes, reshaped.Sizes.ToArray());
            Assert.Equal(Positions(layout), Positions(reshaped));
        }
    }

    [Fact]
    public void RandomViewsReshapeToTheSameElements()
    {
        var random = new Random(7);
        for (int round = 0; round < 500; round++)
        {
            var layout = Layout.Contiguous([2, 6, 4]).Slice(1, random.Next(3), random.Next(1, 4));
            if (random.Next(2) == 0) layout = layout.Transpose(random.Next(3), random.Next(3));
            int[] sizes = random.Next(3) switch { 0 => [layout.Count], 1 => [2, layout.Count / 2], _ => [layout.Count / 4, 4, 1] };
            if (layout.TryReshape(sizes) is { } view) Assert.Equal(Positions(layout), Positions(view));
            else Assert.False(layout.IsContiguous);
        }
    }

    [Fact]
    public void SqueezeAndUnsqueezeAreInverse()
    {
        var layout = Layout.Contiguous([2, 3]).Transpose(0, 1);
        for (int d = 0; d <= 2; d++)
        {
            var wider = layout.Unsqueeze(d);
            Assert.Equal(1, wider.Sizes[d]);
            Assert.Equal(Positions(layout), Positions(wider));
            Assert.Equal(layout.Sizes.ToArray(), wider.Squeeze(d).Sizes.ToArray());
        }
        Assert.Equal([3], Layout.Contiguous([1, 3, 1]).Squeeze().Sizes.ToArray());
    }

    [Fact]
    public void EmptyLayoutsAreContiguousAndHaveNoElements()
    {
        var layout = Layout.Contiguous([3, 0, 2]);
        Assert.Equal(0, layout.Count);
        Assert.True(layout.Transpose(0, 2).IsContiguous);
        Assert.NotNull(layout.TryReshape([0, 5]));
    }

    [Fact]
    public void TooLargeOrOddShapesAreRefused()
    {
        Assert.Contains("2147483647", Assert.Throws<ArgumentException>(() => Layout.Contiguous([65536, 65536])).Message);
        Assert.Throws<ArgumentException>(() => Layout.Contiguous([1 << 30, 1 << 30, 1 << 30, 1 << 30]));
        Assert.Throws<ArgumentException>(() => Layout.Contiguous([2, -1]));
        Assert.Throws<ArgumentException>(() => Layout.Contiguous([1, 1, 1, 1, 1, 1, 1, 1, 1]));
        Assert.Throws<ArgumentException>(() => Layout.Contiguous([2, 3]).Permute([0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Layout.Contiguous([2, 3]).Select(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Layout.Contiguous([2, 3]).CheckDim(2));
    }
}
