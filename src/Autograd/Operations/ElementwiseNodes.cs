using Gpu.Engine;
using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

/// <summary>y = f(x). When nothing is recording, the backward pass is one fused kernel; else the same derivative runs on tensors.</summary>
internal class UnaryNode<TOp> : Node where TOp : struct, IUnaryDerivative
{
    private readonly TOp _op;
    // The input, or the output where only that is read.
    private SavedTensor _saved;

    protected UnaryNode(TOp op, Tensor x, Tensor y) : base(y)
    {
        _op = op;
        Connect(x);
        if ((op.Saves & Saved.Input) != 0) _saved = new(x);
    }

    /// <summary>The node of y = f(x). Few operations need room for both x and y.</summary>
    public static UnaryNode<TOp> Of(TOp op, Tensor x, Tensor y) =>
        op.Saves == (Saved.Input | Saved.Output) ? new UnaryNodeOfBoth<TOp>(op, x, y) : new UnaryNode<TOp>(op, x, y);

    public override string Name => Named<TOp>.Name;

    public override void SaveOutput(Tensor y)
    {
        if (_op.Saves == Saved.Output) _saved = new(y);
    }

    /// <summary>The output as it was saved, where the input was saved as well.</summary>
    protected virtual Tensor SavedOutput() => throw Freed();

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        var saves = _op.Saves;
        if (saves == Saved.Nothing)
        {
            Constant.Times(pass, 0, dy, _op.Derivative<Probe>(Probe.First, Probe.Second).Value, alone: true);
            return;
        }
        var x = (saves & Saved.Input) != 0 ? _saved.Get(this) : null;
        var y = x == null ? _saved.Get(this) : (saves & Saved.Output) != 0 ? SavedOutput() : null;
        if (GradMode.IsEnabled)
        {
            pass.Give(0, (new Traced(dy) * _op.Derivative(new Traced((x ?? y)!), new Traced((y ?? x)!))).Tensor!);
            return;
        }
        var (layout, gradient) = (Shape.Dense(), dy.Operand);
        var dx = x == null ? Deferred.Map(new BackwardOfOutput<TOp>(_op), gradient, y!.Operand, layout)
            : y == null ? Deferred.Map(new BackwardOfInput<TOp>(_op), gradient, x.Operand, layout)
            : Deferred.Map(new BackwardOfBoth<TOp>(_op), gradient, x.Operand, y.Operand, layout);
        pass.Give(0, new Tensor(dx, layout));
    }

    public override void Release() => _saved.Clear();
}

/// <summary>y = f(x) with a derivative that reads x and y.</summary>
internal sealed class UnaryNodeOfBoth<TOp>(TOp op, Tensor x, Tensor y) : UnaryNode<TOp>(op, x, y) where TOp : struct, IUnaryDerivative
{
    private SavedTensor _output;

    public override void SaveOutput(Tensor y) => _output = new(y);

    protected override Tensor SavedOutput() => _output.Get(this);

    public override void Release()
    {
        base.Release();
        _output.Clear();
    }
}

/// <summary>y = f(a, b), broadcast, with derivatives that read neither a nor b.</summary>
internal class BinaryNode<TOp> : Node where TOp : struct, IBinaryDerivative
{
    private readonly TOp _op;

    protected BinaryNode(TOp op, Tensor a, Tensor b, Tensor y) : base(y)
    {
        _op = op;
        Connect(a, b);
    }

    /// <summary>The node of y = f(a, b). Sums and differences save nothing, and have no room for it.</summary>
    public static BinaryNode<TOp> Of(TOp op, Tensor a, Tensor b, Tensor y) => Reads<TOp>.Nothing ? new BinaryNode<TOp>(op, a, b, y) : new SavingBinaryNode<TOp>(op, a, b, y);

    public override string Name => Named<TOp>.Name;

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        bool byA = pass.Needs(0), byB = pass.Needs(1);
        if (byA) Give(pass, 0, dy, Reads<TOp>.ByA, alone: !byB);
        if (byB) Give(pass, 1, dy, Reads<TOp>.ByB, alone: !byA);
    }

    /// <summary>Input a or b as it was saved.</summary>
    protected virtual Tensor Saved(int input) => throw Freed();

    private void Give(BackwardPass pass, int input, Tensor dy, Probe reads, bool alone)
    {
        if (!reads.ReadsFirst && !reads.ReadsSecond)
        {
            var constant = input == 0 ? _op.DerivativeA(Probe.First, Probe.Second) : _op.DerivativeB(Probe.First, Probe.Second);
            Constant.Times(pass, input, dy, constant.Value, alone);
            return;
        }
        var a = reads.ReadsFirst ? Saved(0) : null;
        var b = reads.ReadsSecond ? Saved(1) : null;
        pass.Give(input, GradMode.IsEnabled ? Recorded(input, dy, (a ?? b)!, (b ?? a)!) : Fused(input, dy, a, b));
    }

    private Tensor Recorded(int input, Tensor dy, Tensor a, Tensor b)
    {
        var (x, y) = (new Traced(a), new Traced(b));
        return (new Traced(dy) * (input == 0 ? _op.DerivativeA(x, y) : _op.DerivativeB(x, y))).Tensor!;
    }

    private Tensor Fused(int input, Tensor dy, Tensor? a, Tensor? b)
    {
        var (layout, d) = (Shape.Dense(), dy.Operand);
        Operand x = Elementwise.Stretch((a ?? b)!, layout), y = Elementwise.Stretch((b ?? a)!, layout);
        var gradient = (a != null, b != null, input) switch
        {
            (true, true, 0) => Deferred.Map(new BackwardA<TOp>(_op), d, x, y, layout),
            (true, true, _) => Deferred.Map(new BackwardB<TOp>(_op), d, x, y, layout),
            (true, false, 0) => Deferred.Map(new BackwardAFromA<TOp>(_op), d, x, layout),
            (true, false, _) => Deferred.Map(new BackwardBFromA<TOp>(_op), d, x, layout),
            (_, _, 0) => Deferred.Map(new BackwardAFromB<TOp>(_op), d, y, layout),
            _ => Deferred.Map(new BackwardBFromB<TOp>(_op), d, y, layout),
        };
        return new(gradient, layout);
    }
}

/// <summary>y = f(a, b), broadcast. Saves of a and b only what the derivatives that are wanted read.</summary>
internal sealed class SavingBinaryNode<TOp> : BinaryNode<TOp> where TOp : struct, IBinaryDerivative
{
    private SavedTensor _a, _b;

    public SavingBinaryNode(TOp op, Tensor a, Tensor b, Tensor y) : base(op, a, b, y)
    {
        bool byA = Input(0).Node != null, byB = Input(1).Node != null;
        if (Reads<TOp>.A(byA, byB)) _a = new(a);
        if (Reads<TOp>.B(byA, byB)) _b = new(b);
    }

    public override void Release()
    {
        _a.Clear();
        _b.Clear();
    }

    protected override Tensor Saved(int input) => input == 0 ? _a.Get(this) : _b.Get(this);
}

/// <summary>y = condition ? a : b. The branch that was not taken gets a zero.</summary>
internal sealed class WhereNode : Node
{
    private SavedTensor _condition;

    public WhereNode(Tensor condition, Tensor a, Tensor b, Tensor y) : base(y)
    {
        Connect(a, b);
        _condition = new(condition);
    }

    public override string Name => "Where";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        var condition = _condition.Get(this);
        var zero = Tensor.Scalar(0.0, dy.DType, dy.Device);
        if (pass.Needs(0)) pass.Give(0, Elementwise.Where(condition, dy, zero));
        if (pass.Needs(1)) pass.Give(1, Elementwise.Where(condition, zero, dy));
    }

    public override void Release() => _condition.Clear();
}

/// <summary>Gradients of operations whose derivative is a number.</summary>
internal static class Constant
{
    /// <summary>Gives dy * derivative; a derivative of 1 costs nothing.</summary>
    public static void Times(BackwardPass pass, int input, Tensor dy, double derivative, bool alone)
    {
        if (derivative == 1)
        {
            if (alone) pass.PassOn(input, dy);
            else pass.Share(input, dy);
        }
        else pass.Give(input, derivative == -1 ? -dy : dy * derivative);
    }
}

/// <summary>Which inputs the derivatives of a binary operation read, found by running them once on a <see cref="Probe"/>.</summary>
internal static class Reads<TOp> where TOp : struct, IBinaryDerivative
{
    public static readonly Probe ByA = default(TOp).DerivativeA(Probe.First, Probe.Second);
    public static readonly Probe ByB = default(TOp).DerivativeB(Probe.First, Probe.Second);

    /// <summary>True when neither derivative reads an input.</summary>
    public static readonly bool Nothing = !(ByA.ReadsFirst || ByA.ReadsSecond || ByB.ReadsFirst || ByB.ReadsSecond);

    /// <summary>Whether a is read, when the derivatives by a and by b are wanted or not.</summary>
    public static bool A(bool byA, bool byB) => (byA && ByA.ReadsFirst) || (byB && ByB.ReadsFirst);

    /// <summary>Whether b is read.</summary>
    public static bool B(bool byA, bool byB) => (byA && ByA.ReadsSecond) || (byB && ByB.ReadsSecond);
}
