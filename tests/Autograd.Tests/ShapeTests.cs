using Xunit;

namespace Gpu.Autograd.Tests;

/// <summary>The shape of a tensor as a value: printed, compared, sliced and given to what takes sizes.</summary>
public class ShapeTests
{
    [Fact]
    public void Is_printed_as_its_sizes()
    {
        Assert.Equal("[2, 3]", $"{Tensor.Zeros([2, 3]).Shape}");
        Assert.Equal("[]", Tensor.Full([], 1).Shape.ToString());
        Assert.Equal("[]", default(Shape).ToString());
    }

    [Fact]
    public void Is_equal_to_the_shape_of_another_tensor_with_the_same_sizes()
    {
        var (a, b, c) = (Tensor.Zeros([2, 3]).Shape, Tensor.Ones([3, 2]).T.Shape, Tensor.Zeros([3, 2]).Shape);
        Assert.True(a == b && a.Equals((object)b) && a.GetHashCode() == b.GetHashCode());
        Assert.True(a != c && !a.Equals(c) && !a.Equals("[2, 3]"));
        Assert.True(default == Tensor.Full([], 1).Shape);
    }

    [Fact]
    public void Reads_like_an_array()
    {
        var shape = Tensor.Zeros([2, 3, 4]).Shape;
        Assert.Equal((3, 2, 4), (shape.Length, shape[0], shape[^1]));
        Assert.Equal([3, 4], shape[1..].ToArray());
        Assert.Equal([2, 3, 4], shape.ToArray());
        Assert.Equal(24, shape.Aggregate(1, (product, size) => product * size));
        Assert.True(shape.SequenceEqual([2, 3, 4]));
        int sum = 0;
        foreach (int size in shape) sum += size;
        Assert.Equal(9, sum);
        Assert.Throws<IndexOutOfRangeException>(() => shape[3]);
    }

    [Fact]
    public void Is_taken_wherever_sizes_are()
    {
        var x = Tensor.Zeros([2, 3]);
        Assert.Equal(x.Shape, Tensor.Ones(x.Shape).Shape);
        Assert.Equal(x.Shape, Tensor.Ones([6]).Reshape(x.Shape).Shape);
        Assert.Equal([1, 2, 3], Tensor.Ones([1, .. x.Shape]).Shape);
    }
}
