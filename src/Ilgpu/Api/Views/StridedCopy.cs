namespace ILGPU.Runtime;

/// <summary>Copies between strided views and arrays; element [x, y, z] of the array is element (x, y, z) of the view.</summary>
internal static class StridedCopy
{
    public static LongIndex2D ExtentOf<T>(T[,] data) => new(data.GetLongLength(0), data.GetLongLength(1));

    public static LongIndex3D ExtentOf<T>(T[,,] data) => new(data.GetLongLength(0), data.GetLongLength(1), data.GetLongLength(2));

    public static T[] ToArray<T, TStride>(ArrayView1D<T, TStride> view, AcceleratorStream? stream)
        where T : unmanaged
        where TStride : struct, IStride1D
    {
        var data = new T[view.Extent.X];
        ToArray(view, stream, data);
        return data;
    }

    public static void ToArray<T, TStride>(ArrayView1D<T, TStride> view, AcceleratorStream? stream, T[] data)
        where T : unmanaged
        where TStride : struct, IStride1D
    {
        CheckExtent(view.Extent, data.Length);
        var flat = ViewCopy.ToArray(SpanOf(view), stream);
        for (int x = 0; x < view.Extent.X; x++)
            data[x] = flat[view.Stride.ComputeElementIndex(new Index1D(x))];
    }

    public static void FromArray<T, TStride>(ArrayView1D<T, TStride> view, AcceleratorStream? stream, T[] data)
        where T : unmanaged
        where TStride : struct, IStride1D
    {
        CheckExtent(view.Extent, data.Length);
        var span = SpanOf(view);
        var flat = HostCopy(span, view.Extent.Size, stream);
        for (int x = 0; x < view.Extent.X; x++)
            flat[view.Stride.ComputeElementIndex(new Index1D(x))] = data[x];
        ViewCopy.FromHost(span, stream, flat.AsSpan());
    }

    public static T[,] ToArray<T, TStride>(ArrayView2D<T, TStride> view, AcceleratorStream? stream)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        var data = new T[view.Extent.X, view.Extent.Y];
        ToArray(view, stream, data);
        return data;
    }

    public static void ToArray<T, TStride>(ArrayView2D<T, TStride> view, AcceleratorStream? stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        CheckExtent(view.Extent, ExtentOf(data));
        var flat = ViewCopy.ToArray(SpanOf(view), stream);
        for (int x = 0; x < view.Extent.X; x++)
        {
            for (int y = 0; y < view.Extent.Y; y++)
                data[x, y] = flat[view.Stride.ComputeElementIndex(new Index2D(x, y))];
        }
    }

    public static void FromArray<T, TStride>(ArrayView2D<T, TStride> view, AcceleratorStream? stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        CheckExtent(view.Extent, ExtentOf(data));
        var span = SpanOf(view);
        var flat = HostCopy(span, view.Extent.Size, stream);
        for (int x = 0; x < view.Extent.X; x++)
        {
            for (int y = 0; y < view.Extent.Y; y++)
                flat[view.Stride.ComputeElementIndex(new Index2D(x, y))] = data[x, y];
        }
        ViewCopy.FromHost(span, stream, flat.AsSpan());
    }

    public static T[,,] ToArray<T, TStride>(ArrayView3D<T, TStride> view, AcceleratorStream? stream)
        where T : unmanaged
        where TStride : struct, IStride3D
    {
        var data = new T[view.Extent.X, view.Extent.Y, view.Extent.Z];
        ToArray(view, stream, data);
        return data;
    }

    public static void ToArray<T, TStride>(ArrayView3D<T, TStride> view, AcceleratorStream? stream, T[,,] data)
        where T : unmanaged
        where TStride : struct, IStride3D
    {
        CheckExtent(view.Extent, ExtentOf(data));
        var flat = ViewCopy.ToArray(SpanOf(view), stream);
        for (int x = 0; x < view.Extent.X; x++)
        {
            for (int y = 0; y < view.Extent.Y; y++)
            {
                for (int z = 0; z < view.Extent.Z; z++)
                    data[x, y, z] = flat[view.Stride.ComputeElementIndex(new Index3D(x, y, z))];
            }
        }
    }

    public static void FromArray<T, TStride>(ArrayView3D<T, TStride> view, AcceleratorStream? stream, T[,,] data)
        where T : unmanaged
        where TStride : struct, IStride3D
    {
        CheckExtent(view.Extent, ExtentOf(data));
        var span = SpanOf(view);
        var flat = HostCopy(span, view.Extent.Size, stream);
        for (int x = 0; x < view.Extent.X; x++)
        {
            for (int y = 0; y < view.Extent.Y; y++)
            {
                for (int z = 0; z < view.Extent.Z; z++)
                    flat[view.Stride.ComputeElementIndex(new Index3D(x, y, z))] = data[x, y, z];
            }
        }
        ViewCopy.FromHost(span, stream, flat.AsSpan());
    }

    public static MemoryBuffer2D<T, TStride> Fill<T, TStride>(MemoryBuffer2D<T, TStride> buffer, AcceleratorStream? stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        FromArray(buffer.View, stream, data);
        return buffer;
    }

    public static MemoryBuffer3D<T, TStride> Fill<T, TStride>(MemoryBuffer3D<T, TStride> buffer, AcceleratorStream? stream, T[,,] data)
        where T : unmanaged
        where TStride : struct, IStride3D
    {
        FromArray(buffer.View, stream, data);
        return buffer;
    }

    // A sub-view has elements of others between its own, which must stay.
    private static T[] HostCopy<T>(ArrayView<T> span, long length, AcceleratorStream? stream)
        where T : unmanaged
        => span.Length == length ? new T[length] : ViewCopy.ToArray(span, stream);

    // From the first to the last element; a sub-view has no full last row.
    private static ArrayView<T> SpanOf<T, TStride>(ArrayView1D<T, TStride> view)
        where T : unmanaged
        where TStride : struct, IStride1D
        => view.Extent.Size == 0 ? default : view.BaseView.SubView(0L, view.Stride.ComputeElementIndex(new LongIndex1D(view.Extent.X - 1)) + 1);

    private static ArrayView<T> SpanOf<T, TStride>(ArrayView2D<T, TStride> view)
        where T : unmanaged
        where TStride : struct, IStride2D
        => view.Extent.Size == 0 ? default : view.BaseView.SubView(0L, view.Stride.ComputeElementIndex(view.Extent - LongIndex2D.One) + 1);

    private static ArrayView<T> SpanOf<T, TStride>(ArrayView3D<T, TStride> view)
        where T : unmanaged
        where TStride : struct, IStride3D
        => view.Extent.Size == 0 ? default : view.BaseView.SubView(0L, view.Stride.ComputeElementIndex(view.Extent - LongIndex3D.One) + 1);

    private static void CheckExtent<TExtent>(TExtent view, TExtent data)
        where TExtent : struct, IEquatable<TExtent>
    {
        if (!view.Equals(data))
            throw new ArgumentException($"The view has the extent {view}, the array {data}; they must be equal.");
    }
}
