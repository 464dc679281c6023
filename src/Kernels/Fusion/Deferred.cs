using Gpu.Kernels.Functors;

namespace Gpu.Kernels;

/// <summary>Results of elementwise operations, which stay pending where <see cref="Fusion"/> says so, and else are computed at once.</summary>
/// <remarks>Operands have the sizes of the result, whose layout is dense; all are on one device and of one dtype, as for <see cref="IBackend.Map{TOp}(TOp, in Operand, in Operand)"/>.</remarks>
public static class Deferred
{
    /// <summary>y = f(x); float32 or float64.</summary>
    public static Storage Map<TOp>(TOp op, in Operand x, Layout y) where TOp : struct, IUnary
    {
        if (Fusion.Takes(x.Storage.Device, x.DType, y.Count)) return Attach(new PendingUnary<TOp>(op, x), y.Count);
        var result = new Storage(x.Storage.Device, x.DType, y.Count);
        Dispatch.Map(op, x, new(result, y));
        return result;
    }

    /// <summary>y = f(a, b); float32 or float64.</summary>
    public static Storage Map<TOp>(TOp op, in Operand a, in Operand b, Layout y) where TOp : struct, IBinary
    {
        if (Fusion.Takes(a.Storage.Device, a.DType, y.Count)) return Attach(new PendingBinary<TOp>(op, a, b), y.Count);
        var result = new Storage(a.Storage.Device, a.DType, y.Count);
        Dispatch.Map(op, a, b, new(result, y));
        return result;
    }

    /// <summary>y = f(a, b, c); float32 or float64.</summary>
    public static Storage Map<TOp>(TOp op, in Operand a, in Operand b, in Operand c, Layout y) where TOp : struct, ITernary
    {
        if (Fusion.Takes(a.Storage.Device, a.DType, y.Count)) return Attach(new PendingTernary<TOp>(op, a, b, c), y.Count);
        var result = new Storage(a.Storage.Device, a.DType, y.Count);
        Dispatch.Map(op, a, b, c, new(result, y));
        return result;
    }

    /// <summary>y = f(x); any dtype. Integers and bools are computed at once.</summary>
    public static Storage MapNum<TOp>(TOp op, in Operand x, Layout y) where TOp : struct, INumUnary
    {
        if (Fusion.Takes(x.Storage.Device, x.DType, y.Count)) return Attach(new PendingNumUnary<TOp>(op, x), y.Count);
        var result = new Storage(x.Storage.Device, x.DType, y.Count);
        Dispatch.MapNum(op, x, new(result, y));
        return result;
    }

    /// <summary>y = f(a, b); any dtype. Integers and bools are computed at once.</summary>
    public static Storage MapNum<TOp>(TOp op, in Operand a, in Operand b, Layout y) where TOp : struct, INumBinary
    {
        if (Fusion.Takes(a.Storage.Device, a.DType, y.Count)) return Attach(new PendingNumBinary<TOp>(op, a, b), y.Count);
        var result = new Storage(a.Storage.Device, a.DType, y.Count);
        Dispatch.MapNum(op, a, b, new(result, y));
        return result;
    }

    /// <summary>Brings the inputs into a form that a chain can take in, and makes the storage of the result.</summary>
    private static Storage Attach(Pending pending, int count)
    {
        var backend = pending.Input(0).Storage.Device.Backend;
        for (int i = 0; i < pending.Inputs; i++)
        {
            var input = pending.Input(i);
            // A window onto a pending result, or a part of it seen repeatedly, is read from memory. A released one is refused here.
            if (!input.Storage.IsPending || input.Storage.IsReleased || !IsWhole(input, count)) _ = input.Storage.Block;
        }
        for (pending.Count(); Exceeds(pending, backend); pending.Count())
        {
            if (!Chain.Exceeds(pending, out var largest)) break;
            _ = largest.Block;
        }
        return new(pending, count);
    }

    private static bool Exceeds(Pending pending, IBackend backend) => pending.Operations > backend.LongestChain || pending.Leaves > backend.MostLeaves;

    private static bool IsWhole(in Operand input, int count) =>
        input.Layout is { IsContiguous: true, Offset: 0 } && input.Layout.Count == count && input.Storage.Count == count;
}
