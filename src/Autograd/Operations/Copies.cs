using System.Buffers;
using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>Copies between layouts, dtypes and devices.</summary>
internal static class Copies
{
    private const int MostMoved = 1 << 25;

    /// <summary>The values in new, contiguous memory, without history.</summary>
    public static Tensor Plain(Tensor x) => Converted(x, x.DType);

    /// <summary>The values as another dtype, without history.</summary>
    public static Tensor Converted(Tensor x, DType dtype)
    {
        var y = new Tensor(x.Layout, dtype, x.Device);
        x.Device.Backend.Copy(x.Operand, y.Operand);
        return y;
    }

    /// <summary>The values on another device, without history.</summary>
    public static Tensor Moved(Tensor x, Device device)
    {
        var source = x.IsContiguous ? x : Plain(x);
        var y = new Tensor(x.Layout, x.DType, device);
        switch (x.DType.Size())
        {
            case 1: Move<byte>(source, y); break;
            case 4: Move<int>(source, y); break;
            default: Move<long>(source, y); break;
        }
        return y;
    }

    private static void Move<T>(Tensor from, Tensor to) where T : unmanaged
    {
        // In pieces: the host needs little memory for a large tensor.
        var buffer = ArrayPool<T>.Shared.Rent(Math.Min(from.Count, MostMoved));
        for (int done = 0, n; done < from.Count; done += n)
        {
            n = Math.Min(from.Count - done, MostMoved);
            from.Device.Download(from.Storage, buffer.AsSpan(0, n), from.Layout.Offset + done);
            to.Device.Upload<T>(buffer.AsSpan(0, n), to.Storage, done);
        }
        ArrayPool<T>.Shared.Return(buffer);
    }

    /// <summary>x, or x gathered into contiguous memory; recorded.</summary>
    public static Tensor Recorded(Tensor x, Tensor y) => x.Records && y.DType.IsFloat() ? y.Recorded(new ConvertNode(x, y)) : y;
}

/// <summary>The same values in other memory, another dtype or on another device;  dx = dy converted back</summary>
internal sealed class ConvertNode : Node
{
    private readonly Device _device;

    public ConvertNode(Tensor x, Tensor y) : base(y)
    {
        _device = x.Device;
        Connect(x);
    }

    public override string Name => "Copy";

    // The engine converts to the dtype of the input.
    public override void Backward(BackwardPass pass, Tensor dy)
    {
        if (ReferenceEquals(dy.Device, _device)) pass.PassOn(0, dy);
        else pass.Give(0, dy.To(_device));
    }
}

/// <summary>x overwritten by values, or by a number;  dx = 0, d values = dy</summary>
internal sealed class CopyNode : Node
{
    public CopyNode(Tensor x, Tensor? values) : base(x)
    {
        if (values == null) Connect([default]);
        else Connect(null, values);
    }

    public override string Name => "Copy_";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        if (InputCount == 2) pass.PassOn(1, dy);
    }
}
