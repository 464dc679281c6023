using Gpu.Engine;
using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

/// <summary>Runs a functor over whole tensors: broadcasts, promotes, allocates, and records the node when a derivative may be asked for.</summary>
internal static class Elementwise
{
    /// <summary>y = f(x) for real functions; integers and bools become float32 first.</summary>
    public static Tensor Unary<TOp>(Tensor x, TOp op) where TOp : struct, IUnaryOp
    {
        x = Promotion.Real(x);
        var layout = x.Layout.Dense();
        var y = new Tensor(Deferred.Map(op, x.Operand, layout), layout);
        return x.Records ? y.Recorded(UnaryNode<TOp>.Of(op, x, y)) : y;
    }

    /// <summary>y = f(x) for functions of every dtype.</summary>
    public static Tensor NumUnary<TOp>(Tensor x, TOp op) where TOp : struct, INumUnaryOp
    {
        var layout = x.Layout.Dense();
        var y = new Tensor(Deferred.MapNum(op, x.Operand, layout), layout);
        return x.Records ? y.Recorded(UnaryNode<TOp>.Of(op, x, y)) : y;
    }

    /// <summary>y = f(a, b) for real functions; integers and bools become float32 first.</summary>
    public static Tensor Binary<TOp>(Tensor a, Tensor b, TOp op) where TOp : struct, IBinaryOp
    {
        Promotion.Unify(ref a, ref b, Named<TOp>.Name);
        (a, b) = (Promotion.Real(a), Promotion.Real(b));
        var layout = Broadcast(a, b).Dense();
        var y = new Tensor(Deferred.Map(op, Stretch(a, layout), Stretch(b, layout), layout), layout);
        return a.Records || b.Records ? y.Recorded(BinaryNode<TOp>.Of(op, a, b, y)) : y;
    }

    /// <summary>y = f(a, b) for functions of every dtype.</summary>
    public static Tensor NumBinary<TOp>(Tensor a, Tensor b, TOp op) where TOp : struct, INumBinaryOp
    {
        Promotion.Unify(ref a, ref b, Named<TOp>.Name);
        var layout = Broadcast(a, b).Dense();
        var y = new Tensor(Deferred.MapNum(op, Stretch(a, layout), Stretch(b, layout), layout), layout);
        return a.Records || b.Records ? y.Recorded(BinaryNode<TOp>.Of(op, a, b, y)) : y;
    }

    /// <summary>Whether a relation holds, as bools. Not differentiable.</summary>
    public static Tensor Compare<TOp>(Tensor a, Tensor b, TOp op) where TOp : struct, IRelation
    {
        Promotion.Unify(ref a, ref b, Named<TOp>.Name);
        var y = new Tensor(Broadcast(a, b), DType.Bool, a.Device);
        y.Device.Backend.Compare(op, Stretch(a, y), Stretch(b, y), y.Operand);
        return y;
    }

    /// <summary>Raises an error where a relation does not hold.</summary>
    public static void Require<TOp>(Tensor a, Tensor b, TOp op, string otherwise) where TOp : struct, IRelation
    {
        Promotion.Unify(ref a, ref b, Named<TOp>.Name);
        var layout = Broadcast(a, b).Dense();
        a.Device.Backend.Require(op, Stretch(a, layout), Stretch(b, layout), otherwise);
    }

    /// <summary>y = condition ? a : b</summary>
    public static Tensor Where(Tensor condition, Tensor a, Tensor b, string operation = "Where")
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (condition.DType != DType.Bool)
            throw new ArgumentException($"The {(operation == "Where" ? "condition" : "mask")} of {operation} must be bool, not {condition.DType.Name()}. Compare first, for example with Ne(0).");
        Promotion.Unify(ref a, ref b, operation);
        Promotion.SameDevice(condition, a, operation);
        var layout = Broadcast(a, b);
        if (!layout.SameSizes(condition.Layout)) layout = Layout.Contiguous(Layout.BroadcastSizes(layout.Sizes, condition.Shape));
        var y = new Tensor(layout, a.DType, a.Device);
        y.Device.Backend.Where(Stretch(condition, y), Stretch(a, y), Stretch(b, y), y.Operand);
        return a.Records || b.Records ? y.Recorded(new WhereNode(condition, a, b, y)) : y;
    }

    /// <summary>y = f(a, b) into existing memory, unrecorded: for gradients.</summary>
    public static void NumBinaryInto<TOp>(TOp op, Tensor a, Tensor b, Tensor y) where TOp : struct, INumBinary
    {
        y.Storage.BeginWrite();
        Dispatch.MapNum(op, Stretch(a, y), Stretch(b, y), y.Operand);
    }

    /// <summary>x = f(x), recorded.</summary>
    public static Tensor UnaryInPlace<TOp>(Tensor x, TOp op) where TOp : struct, IUnaryOp
    {
        if (!x.DType.IsFloat()) throw InPlace.DoesNotFit(Named<TOp>.Name, Promotion.DefaultFloat, x);
        bool records = x.Records;
        var input = InPlace.Begin(x, records, op.Saves.HasFlag(Saved.Input), Named<TOp>.Name);
        Dispatch.Map(op, input.Operand, x.Operand);
        return InPlace.End(x, records ? UnaryNode<TOp>.Of(op, input, x) : null);
    }

    /// <summary>x = f(x), recorded.</summary>
    public static Tensor NumUnaryInPlace<TOp>(Tensor x, TOp op) where TOp : struct, INumUnaryOp
    {
        bool records = x.Records;
        var input = InPlace.Begin(x, records, op.Saves.HasFlag(Saved.Input), Named<TOp>.Name);
        Dispatch.MapNum(op, input.Operand, x.Operand);
        return InPlace.End(x, records ? UnaryNode<TOp>.Of(op, input, x) : null);
    }

    /// <summary>a = f(a, b), recorded.</summary>
    public static Tensor BinaryInPlace<TOp>(Tensor a, Tensor b, TOp op) where TOp : struct, IBinaryOp
    {
        if (!a.DType.IsFloat()) throw InPlace.DoesNotFit(Named<TOp>.Name, Promotion.DefaultFloat, a);
        b = InPlace.Operand(a, b, Named<TOp>.Name);
        bool records = a.Records || b.Records;
        var input = InPlace.Begin(a, records, Reads<TOp>.A(byA: a.RequiresGrad, byB: b.RequiresGrad), Named<TOp>.Name);
        Dispatch.Map(op, input.Operand, Stretch(b, a), a.Operand);
        return InPlace.End(a, records ? BinaryNode<TOp>.Of(op, input, b, a) : null);
    }

    /// <summary>a = f(a, b), recorded.</summary>
    public static Tensor NumBinaryInPlace<TOp>(Tensor a, Tensor b, TOp op) where TOp : struct, INumBinaryOp
    {
        b = InPlace.Operand(a, b, Named<TOp>.Name);
        bool records = a.Records || b.Records;
        var input = InPlace.Begin(a, records, Reads<TOp>.A(byA: a.RequiresGrad, byB: b.RequiresGrad), Named<TOp>.Name);
        Dispatch.MapNum(op, input.Operand, Stretch(b, a), a.Operand);
        return InPlace.End(a, records ? BinaryNode<TOp>.Of(op, input, b, a) : null);
    }

    /// <summary>The layout of a result: shared with an operand where possible, since layouts are immutable.</summary>
    public static Layout Broadcast(Tensor a, Tensor b)
    {
        if (b.Rank == 0 || a.Layout.SameSizes(b.Layout) || (b.Count == 1 && b.Rank <= a.Rank)) return a.Layout;
        return a.Rank == 0 || (a.Count == 1 && a.Rank <= b.Rank) ? b.Layout : Layout.Contiguous(Layout.BroadcastSizes(a.Shape, b.Shape));
    }

    /// <summary>An operand with the sizes of the result.</summary>
    public static Operand Stretch(Tensor x, Tensor y) => Stretch(x, y.Layout);

    /// <summary>An operand with the sizes of a result of that layout.</summary>
    public static Operand Stretch(Tensor x, Layout y) => new(x.Storage, Stretch(x.Layout, y));

    /// <summary>A layout with the sizes of another. Numbers are the common case and cost nothing.</summary>
    public static Layout Stretch(Layout x, Layout y) => x.SameSizes(y) ? x : x is { Count: 1, Offset: 0 } && x.Rank <= y.Rank ? y.OfOneElement : x.BroadcastTo(y.Sizes);
}

/// <summary>The name of a functor for messages, looked up once.</summary>
internal static class Named<TOp>
{
    public static readonly string Name = typeof(TOp).Name;
}
