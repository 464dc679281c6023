using Gpu.Kernels.Functors;

namespace Gpu.Kernels;

/// <summary>The generic operations of <see cref="IBackend"/> that small steps consist of, on the device of the result.</summary>
/// <remarks>A generic method of an interface is looked up at every call, which takes as long as adding a few hundred numbers. So the host's loops, the only ones where that shows, are called by their type.</remarks>
public static class Dispatch
{
    /// <summary>y = f(x); see <see cref="IBackend.Map{TOp}(TOp, in Operand, in Operand)"/>.</summary>
    public static void Map<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IUnary
    {
        var device = y.Storage.Device;
        if (device is HostDevice host) host.Loops.Map(op, x, y);
        else device.Backend.Map(op, x, y);
    }

    /// <summary>y = f(a, b); see <see cref="IBackend.Map{TOp}(TOp, in Operand, in Operand, in Operand)"/>.</summary>
    public static void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IBinary
    {
        var device = y.Storage.Device;
        if (device is HostDevice host) host.Loops.Map(op, a, b, y);
        else device.Backend.Map(op, a, b, y);
    }

    /// <summary>y = f(a, b, c); see <see cref="IBackend.Map{TOp}(TOp, in Operand, in Operand, in Operand, in Operand)"/>.</summary>
    public static void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, ITernary
    {
        var device = y.Storage.Device;
        if (device is HostDevice host) host.Loops.Map(op, a, b, c, y);
        else device.Backend.Map(op, a, b, c, y);
    }

    /// <summary>y = f(x); see <see cref="IBackend.MapNum{TOp}(TOp, in Operand, in Operand)"/>.</summary>
    public static void MapNum<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, INumUnary
    {
        var device = y.Storage.Device;
        if (device is HostDevice host) host.Loops.MapNum(op, x, y);
        else device.Backend.MapNum(op, x, y);
    }

    /// <summary>y = f(a, b); see <see cref="IBackend.MapNum{TOp}(TOp, in Operand, in Operand, in Operand)"/>.</summary>
    public static void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, INumBinary
    {
        var device = y.Storage.Device;
        if (device is HostDevice host) host.Loops.MapNum(op, a, b, y);
        else device.Backend.MapNum(op, a, b, y);
    }

    /// <summary>A fold of x; see <see cref="IBackend.Reduce"/>.</summary>
    public static void Reduce<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction
    {
        var device = y.Storage.Device;
        if (device is HostDevice host) host.Loops.Reduce(op, x, y);
        else device.Backend.Reduce(op, x, y);
    }

    /// <summary>A step of an optimizer; see <see cref="IBackend.Update"/>.</summary>
    public static void Update<TOp>(ReadOnlySpan<UpdateItem<TOp>> items) where TOp : unmanaged, IUpdate
    {
        if (items.IsEmpty) return;
        var device = items[0].Parameter.Storage.Device;
        if (device is HostDevice host) host.Loops.Update(items);
        else device.Backend.Update(items);
    }
}
