using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Views, strides and copies, from the host and in kernels.</summary>
public class ViewTests
{
    [Theory, Accelerators]
    public void CopiesThereAndBack(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var data = Enumerable.Range(0, 1000).ToArray();
        using var buffer = accelerator.Allocate1D(data);
        Assert.Equal(data, buffer.GetAsArray1D());
        Assert.Equal(data[10..20], buffer.View.SubView(10, 10).AsContiguous().GetAsArray());

        buffer.AsContiguous().SubView(5, 3).CopyFromCPU(new[] { -1, -2, -3 });
        var part = new int[5];
        buffer.AsContiguous().SubView(4L).CopyToCPU(part.AsSpan());
        Assert.Equal([4, -1, -2, -3, 8], part);
    }

    [Theory, Accelerators]
    public void CopiesBetweenBuffersAndFills(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var source = accelerator.Allocate1D(new[] { 1f, 2, 3, 4 });
        using var target = accelerator.Allocate1D<float>(6);
        target.MemSetToZero();
        source.AsContiguous().CopyTo(target.AsContiguous().SubView(1, 4));
        Assert.Equal([0f, 1, 2, 3, 4, 0], target.GetAsArray1D());

        // Overlapping: the bytes move as if through a copy.
        target.AsContiguous().SubView(0, 4).CopyTo(target.AsContiguous().SubView(2, 4));
        Assert.Equal([0f, 1, 0, 1, 2, 3], target.GetAsArray1D());

        target.AsContiguous().SubView(1, 2).MemSet(0xFF);
        var bits = target.AsContiguous().Cast<uint>().GetAsArray();
        Assert.Equal(0xFFFFFFFFu, bits[1]);
        Assert.Equal(0xFFFFFFFFu, bits[2]);
        Assert.Equal(0u, bits[0]);
        Assert.Equal(BitConverter.SingleToUInt32Bits(1f), bits[3]);
    }

    [Theory, Accelerators]
    public void CopiesAcrossAccelerators(string name)
    {
        var data = Enumerable.Range(0, 3_000_000).Select(i => (float)i).ToArray();
        using var source = TestAccelerators.Get("CPU").Allocate1D(data);
        using var target = TestAccelerators.Get(name).Allocate1D<float>(data.Length);
        source.CopyTo(target);
        Assert.Equal(data, target.GetAsArray1D());
        target.MemSetToZero();
        target.CopyFrom(source);
        Assert.Equal(data, target.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void ZeroElementsAreLegal(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D<float>(0);
        buffer.CopyFromCPU(Array.Empty<float>());
        buffer.MemSetToZero();
        Assert.Empty(buffer.GetAsArray1D());
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(Increment)(0, buffer.AsContiguous());
        accelerator.Synchronize();
    }

    [Theory, Accelerators]
    public void DenseXPutsXSideBySideAndDenseYPutsY(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        int[,] data = { { 1, 2, 3 }, { 4, 5, 6 } };
        using var denseX = accelerator.Allocate2DDenseX(data);
        using var denseY = accelerator.Allocate2DDenseY(data);
        Assert.Equal([1, 4, 2, 5, 3, 6], denseX.AsContiguous().GetAsArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], denseY.AsContiguous().GetAsArray());
        Assert.Equal(data, denseX.GetAsArray2D());
        Assert.Equal(data, denseY.View.GetAsArray2D());

        var kernel = accelerator.LoadAutoGroupedStreamKernel<
            Index2D, ArrayView2D<int, Stride2D.DenseX>, ArrayView2D<int, Stride2D.DenseY>>(AddScaledPlace);
        kernel(denseX.IntExtent, denseX.View, denseY.View);
        accelerator.Synchronize();
        int[,] expected = { { 2, 24, 46 }, { 106, 128, 150 } };
        Assert.Equal(expected, denseX.GetAsArray2D());
    }

    [Fact]
    public void SubViewsEndWithTheirLastElement()
    {
        var accelerator = TestAccelerators.Get("CPU");
        using var plane = accelerator.Allocate2DDenseX<int>(new LongIndex2D(4, 6));
        var part = plane.View.SubView(new Index2D(1, 2), new Index2D(2, 3));
        Assert.Equal(new LongIndex2D(2, 3), part.Extent);
        Assert.Equal(6, part.Extent.Size);
        Assert.Equal(1 + (2 * 4) + 1, part.Length);
        Assert.Equal(4 * (1 + (2 * 4) + 1), part.LengthInBytes);
        Assert.Equal(part.Length, part.BaseView.Length);
        Assert.Equal(0, plane.View.SubView(new Index2D(4, 6), new Index2D(0, 0)).BaseView.Length);

        using var box = accelerator.Allocate3DDenseZY<int>(new LongIndex3D(3, 4, 5));
        var inner = box.View.SubView(new Index3D(1, 1, 1), new Index3D(2, 3, 4));
        Assert.Equal(24, inner.Extent.Size);
        Assert.Equal(20 + (2 * 5) + 3 + 1, inner.Length);
        Assert.Equal(20 + (2 * 5) + 3 + 1, inner.BaseView.Length);

        using var pitched = accelerator.Allocate2DPitchedX<int>(new LongIndex2D(3, 2), 32);
        Assert.Equal((11, 11, 44), (pitched.View.Length, pitched.Length, pitched.View.LengthInBytes));

        using var line = accelerator.Allocate1D<int, Stride1D.General>(5, new Stride1D.General(3));
        Assert.Equal(4, line.View.SubView(new Index1D(1), new Index1D(2)).BaseView.Length);
    }

    [Fact]
    public void SubViewsMayNotLeaveTheirView()
    {
        var accelerator = TestAccelerators.Get("CPU");
        using var buffer = accelerator.Allocate1D<int>(8);
        var view = buffer.AsContiguous();
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => view.SubView(9));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => view.SubView(-1));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => view.SubView(2, -1));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => view.SubView(long.MaxValue, 2L));
        Assert.Contains("5 elements from element 4, length 8", Assert.ThrowsAny<ArgumentOutOfRangeException>(() => view.SubView(4, 5)).Message);
        Assert.Equal(0, view.SubView(8).Length);

        using var plane = accelerator.Allocate2DDenseY<int>(new LongIndex2D(4, 6));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => plane.View.SubView(new Index2D(3, 0), new Index2D(2, 1)));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => plane.View.SubView(new Index2D(0, -1), new Index2D(1, 1)));
        using var box = accelerator.Allocate3DDenseXY<int>(new LongIndex3D(3, 4, 5));
        var error = Assert.ThrowsAny<ArgumentOutOfRangeException>(() => box.View.SubView(new Index3D(0, 0, 4), new Index3D(1, 1, 2)));
        Assert.Contains("extent 2 from index 4 in z, where the extent is 5", error.Message);
    }

    [Theory, Accelerators]
    public void SubViewsOfTwoDimensions(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var data = new int[4, 5];
        for (int i = 0; i < 20; i++)
            data[i / 5, i % 5] = i;
        using var buffer = accelerator.Allocate2DDenseY(data);
        var part = buffer.View.SubView(new Index2D(1, 2), new Index2D(2, 3));
        accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView2D<int, Stride2D.DenseY>>(Negate)(new Index2D(2, 3), part);
        accelerator.Synchronize();
        for (int x = 1; x < 3; x++)
        {
            for (int y = 2; y < 5; y++)
                data[x, y] = -data[x, y];
        }

        Assert.Equal(data, buffer.GetAsArray2D());

        // The last rows and columns: the copy ends with the buffer and leaves what lies between untouched.
        var corner = buffer.View.SubView(new Index2D(2, 3), new Index2D(2, 2));
        int[,] cornerData = { { 70, 71 }, { 72, 73 } };
        corner.CopyFromCPU(cornerData);
        Assert.Equal(cornerData, corner.GetAsArray2D());
        (data[2, 3], data[2, 4], data[3, 3], data[3, 4]) = (70, 71, 72, 73);
        Assert.Equal(data, buffer.GetAsArray2D());
    }

    [Theory, Accelerators]
    public void ThreeDimensionsWithEitherStride(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var extent = new LongIndex3D(2, 3, 4);
        using var xy = accelerator.Allocate3DDenseXY<int>(extent);
        using var zy = accelerator.Allocate3DDenseZY<int>(extent);
        accelerator.LoadAutoGroupedStreamKernel<
            Index3D, ArrayView3D<int, Stride3D.DenseXY>, ArrayView3D<int, Stride3D.DenseZY>>(WritePlace)(xy.IntExtent, xy.View, zy.View);
        accelerator.Synchronize();
        var flatXy = xy.AsContiguous().GetAsArray();
        var flatZy = zy.AsContiguous().GetAsArray();
        for (int x = 0; x < 2; x++)
        {
            for (int y = 0; y < 3; y++)
            {
                for (int z = 0; z < 4; z++)
                {
                    int value = x + 10 * y + 100 * z;
                    Assert.Equal(value, flatXy[x + 2 * y + 6 * z]);
                    Assert.Equal(value, flatZy[z + 4 * y + 12 * x]);
                    Assert.Equal(value, zy.GetAsArray3D()[x, y, z]);
                }
            }
        }
    }

    [Theory, Accelerators]
    public void GeneralStridesAndTranspositionReadTheSameElements(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        int[,] data = { { 1, 2, 3 }, { 4, 5, 6 } };
        using var buffer = accelerator.Allocate2DDenseY(data);
        Assert.Equal(data, buffer.View.AsGeneral().GetAsArray2D());
        int[,] transposed = { { 1, 4 }, { 2, 5 }, { 3, 6 } };
        Assert.Equal(transposed, buffer.View.AsTransposed().GetAsArray2D());
    }

    [Theory, Accelerators]
    public void LengthsThatDoNotFitAreErrors(string name)
    {
        using var buffer = TestAccelerators.Get(name).Allocate1D<int>(3);
        var tooMany = Assert.Throws<ArgumentException>(() => buffer.CopyFromCPU(new int[4]));
        Assert.Contains("4 elements", tooMany.Message);
        Assert.Throws<ArgumentException>(() => buffer.CopyToCPU(new int[4]));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => buffer.AsContiguous().SubView(2, 5).MemSetToZero());
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.AsArrayView<int>(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.AsArrayView<int>(1L << 62, 1));
        Assert.Throws<NotSupportedException>(() => buffer.AsArrayView<byte>(0, 12));
        Assert.Equal(12, buffer.AsRawArrayView().Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => TestAccelerators.Get(name).Allocate1D<int>(-1));
    }

    [Fact]
    public void StridesBeyond32BitsAreErrors()
    {
        var context = StrideExtensions.CreateCastContext(8, 1);
        var (extent, stride) = new Stride2D.DenseX(1 << 27).Cast(context, new LongIndex2D(3, 2));
        Assert.Equal((new LongIndex2D(24, 2), 1 << 30), (extent, stride.YStride));
        Assert.Throws<OverflowException>(() => new Stride2D.DenseX(1 << 28).Cast(context, new LongIndex2D(3, 2)));
        Assert.Equal(1 << 28, new Stride2D.DenseY(1 << 28).Cast(StrideExtensions.CreateCastContext(8, 8), new LongIndex2D(2, 3)).Stride.XStride);

        var empty = ArrayView1D<byte, Stride1D.Dense>.Empty;
        Assert.Throws<OverflowException>(() => empty.As2DPitchedXView(new LongIndex2D(1L << 31, 2), 64));
        Assert.Throws<OverflowException>(() => empty.As3DPitchedZYView(new LongIndex3D(2, 1 << 16, 1 << 16), 64));
    }

    [Theory, Accelerators]
    public void DisposedBuffersAreErrors(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var buffer = accelerator.Allocate1D<int>(3);
        ArrayView<int> view = buffer.AsContiguous();
        buffer.Dispose();
        buffer.Dispose();
        Assert.True(buffer.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => buffer.View);
        Assert.Throws<ObjectDisposedException>(() => view.GetAsArray());
        Assert.Throws<ObjectDisposedException>(() => view.MemSetToZero());
    }

    [Theory, Accelerators]
    public void KernelsReadTheEmptyView(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D([7, 7, 7, 7]);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(WriteEmptyLengths)(4, buffer.View);
        accelerator.Synchronize();
        Assert.Equal([0, 1, 4, 4], buffer.GetAsArray1D());
    }

    private static void WriteEmptyLengths(Index1D i, ArrayView<int> view)
    {
        var chosen = i < 2 ? ArrayView<int>.Empty : view;
        view[i] = i == 1 && !ArrayView<int>.Empty.IsValid ? 1 : chosen.IntLength;
    }

    [Theory, Accelerators]
    public void VariableViewsNameOneElement(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D([1, 2, 3, 4]);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, VariableView<int>, VariableView<int>>(SwapSum)(
            1, buffer.View.VariableView(1), buffer.View.BaseView.VariableView(3));
        accelerator.Synchronize();
        Assert.Equal([1, 4, 3, 6], buffer.GetAsArray1D());
    }

    private static void SwapSum(Index1D i, VariableView<int> first, VariableView<int> second)
    {
        int sum = first.Value + second.Value;
        first.CopyFrom(second);
        second.Value = sum;
    }

    [Theory, Accelerators]
    public void StridedViewsCopyFromAndToArrays(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var line = accelerator.Allocate1D([0, 1, 2, 3, 4, 5]);
        var odd = new ArrayView1D<int, Stride1D.Dense>(line.View.BaseView.SubView(1L, 5L), 3, default).AsGeneral(new Stride1D.General(2));
        Assert.Equal([1, 3, 5], odd.GetAsArray1D());
        odd.CopyFromCPU([10, 30, 50]);
        Assert.Equal([0, 10, 2, 30, 4, 50], line.GetAsArray1D());

        var data = new int[2, 3, 4];
        for (int i = 0; i < data.Length; i++)
            data[i / 12, i / 4 % 3, i % 4] = i;
        using var xy = accelerator.Allocate3DDenseXY(data);
        using var zy = accelerator.Allocate3DDenseZY(data);
        Assert.Equal(data, xy.GetAsArray3D());
        Assert.Equal(data, zy.GetAsArray3D());
        Assert.Equal(Enumerable.Range(0, 24), zy.View.BaseView.GetAsArray());
        Assert.Equal(data[1, 2, 3], zy.View.AsTransposed().GetAsArray3D()[3, 2, 1]);
        Assert.Equal(data[1, 0, 3], xy.View.AsTransposed().GetAsArray3D()[3, 0, 1]);
        Assert.Equal(data, xy.View.AsGeneral().GetAsArray3D());
        xy.MemSetToZero();
        zy.View.CopyToCPU(data);
        xy.CopyFromCPU(data);
        Assert.Equal(data, xy.GetAsArray3D());
        Assert.Throws<ArgumentException>(() => xy.CopyFromCPU(new int[3, 2, 4]));
    }

    [Theory, Accelerators]
    public void PageLockedMemoryCopies(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var locked = accelerator.AllocatePageLocked1D<int>(100);
        Assert.Equal(0, locked[99]);
        for (int i = 0; i < 100; i++)
            locked[i] = i * i;
        using var buffer = accelerator.Allocate1D<int>(100);
        using var stream = accelerator.CreateStream();
        buffer.View.CopyFromPageLockedAsync(stream, locked);
        stream.Synchronize();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i * i), buffer.GetAsArray1D());
        buffer.MemSetToZero();
        accelerator.Synchronize();
        buffer.View.CopyToPageLockedAsync(stream, locked);
        stream.Synchronize();
        Assert.Equal(0, locked[99]);
        Assert.Throws<ArgumentOutOfRangeException>(() => locked[100]);
    }

    private static void Increment(Index1D index, ArrayView<float> view) => view[index] += 1;

    private static void AddScaledPlace(Index2D index, ArrayView2D<int, Stride2D.DenseX> target, ArrayView2D<int, Stride2D.DenseY> source) =>
        target[index] += source[index.X, index.Y] + 100 * index.X + 20 * index.Y - 2 * index.X;

    private static void Negate(Index2D index, ArrayView2D<int, Stride2D.DenseY> view) => view[index] = -view[index];

    private static void WritePlace(Index3D index, ArrayView3D<int, Stride3D.DenseXY> xy, ArrayView3D<int, Stride3D.DenseZY> zy)
    {
        int value = index.X + 10 * index.Y + 100 * index.Z;
        xy[index] = value;
        zy[index.X, index.Y, index.Z] = value;
    }
}
