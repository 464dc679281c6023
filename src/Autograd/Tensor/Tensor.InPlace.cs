using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

/// <content>Operations that change the tensor in place and return it. They raise the version, so that a backward pass which needs the old values refuses to run.</content>
public partial class Tensor
{
    /// <summary>x = x + b</summary>
    /// <exception cref="InvalidOperationException">A leaf that requires grad or a view of one is changed while recording, an expanded tensor is written to, or the result's dtype does not fit.</exception>
    public Tensor Add_(Tensor b) => DType == DType.Bool ? throw NoBools("Add_", "LogicalOr") : Elementwise.NumBinaryInPlace(this, b, new Add());

    /// <summary>x = x + c</summary>
    public Tensor Add_(Scalar c) => IsWide(this, c) ? Add_(Number(c)) : ScalarInPlace(c, "Add_", new AddScalar(c.Real));

    /// <summary>x = x - b</summary>
    public Tensor Sub_(Tensor b) => DType == DType.Bool ? throw NoBools("Sub_", "LogicalXor") : Elementwise.NumBinaryInPlace(this, b, new Subtract());

    /// <summary>x = x - c</summary>
    public Tensor Sub_(Scalar c) => IsWide(this, c) ? Sub_(Number(c)) : ScalarInPlace(c, "Sub_", new AddScalar(-c.Real));

    /// <summary>x = x b, element by element</summary>
    public Tensor Mul_(Tensor b) => Elementwise.NumBinaryInPlace(this, b, new Multiply());

    /// <summary>x = c x</summary>
    public Tensor Mul_(Scalar c) => IsWide(this, c) ? Mul_(Number(c)) : ScalarInPlace(c, "Mul_", new MulScalar(c.Real));

    /// <summary>x = x / b</summary>
    public Tensor Div_(Tensor b) => Elementwise.BinaryInPlace(this, b, new Divide());

    /// <summary>x = x / c</summary>
    public Tensor Div_(Scalar c) => Elementwise.UnaryInPlace(this, new DivScalar(c.Real));

    /// <summary>x = xᵖ</summary>
    public Tensor Pow_(Scalar p) => Elementwise.UnaryInPlace(this, new PowScalar(p.Real));

    /// <summary>x = -x</summary>
    public Tensor Neg_() => DType == DType.Bool ? throw NoBools("Neg_", "LogicalNot") : Elementwise.NumUnaryInPlace(this, new Negate());

    /// <summary>x = min(max(x, low), high)</summary>
    public Tensor Clamp_(double low, double high) => IsWhole(low) && IsWhole(high) || DType.IsFloat()
        ? Elementwise.NumUnaryInPlace(this, new Clamp(low, high))
        : throw InPlace.DoesNotFit("Clamp_", Promotion.DefaultFloat, this);

    /// <summary>x = max(x, 0)</summary>
    public Tensor Relu_() => Elementwise.NumUnaryInPlace(this, new Relu());

    /// <summary>x = 1 / (1 + e⁻ˣ)</summary>
    public Tensor Sigmoid_() => Elementwise.UnaryInPlace(this, new Sigmoid());

    /// <summary>x = tanh x</summary>
    public Tensor Tanh_() => Elementwise.UnaryInPlace(this, new Tanh());

    /// <summary>x = eˣ</summary>
    public Tensor Exp_() => Elementwise.UnaryInPlace(this, new Exp());

    /// <summary>x = √x</summary>
    public Tensor Sqrt_() => Elementwise.UnaryInPlace(this, new Sqrt());

    /// <summary>Every element becomes <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The integer tensor cannot hold the value: it has a fraction, is NaN or too large.</exception>
    public Tensor Fill_(Scalar value)
    {
        InPlace.Check(this, Records, "Fill_");
        var fitting = Fitting(value, DType);
        _storage.BeginWrite();
        Device.Backend.Fill(Operand, fitting);
        return InPlace.End(this, Records ? new CopyNode(this, null) : null);
    }

    /// <summary>Every element becomes 0.</summary>
    public Tensor Zero_() => Fill_(0);

    /// <summary>Takes over the values of <paramref name="source"/>, broadcast and converted; it may be on another device.  dx = 0, d source = dy</summary>
    public Tensor Copy_(Tensor source)
    {
        bool records = Records || (source.Records && DType.IsFloat());
        InPlace.Check(this, records, "Copy_");
        InPlace.Stretches(this, source, "Copy_");
        var values = source.To(Device);
        if (ReferenceEquals(values._storage, _storage)) values = values.Clone();
        _storage.BeginWrite();
        Device.Backend.Copy(Elementwise.Stretch(values, this), Operand);
        return InPlace.End(this, records ? new CopyNode(this, values) : null);
    }

    /// <summary>x = value where the mask is true</summary>
    public Tensor MaskedFill_(Tensor mask, Scalar value)
    {
        InPlace.Stretches(this, mask, "MaskedFill_");
        if (Promotion.Of(this, value) is var dtype && dtype != DType) throw InPlace.DoesNotFit("MaskedFill_", dtype, this);
        return Copy_(MaskedFill(mask, value));
    }

    /// <summary>Fills with uniform numbers on [low, high), unrecorded.</summary>
    public Tensor Uniform_(double low = 0, double high = 1, Generator? generator = null) => Draw("Uniform_", Uniform(low, high, Shape, DType, Device, false, generator));

    /// <summary>Fills with normal numbers, unrecorded.</summary>
    public Tensor Normal_(double mean = 0, double standardDeviation = 1, Generator? generator = null) => Draw("Normal_", Normal(mean, standardDeviation, Shape, DType, Device, false, generator));

    /// <summary>x = f(x, a): a fused update of state such as an optimizer's, never recorded.</summary>
    /// <exception cref="InvalidOperationException">While recording, when this tensor requires grad.</exception>
    public Tensor Update_<TOp>(TOp op, Tensor a) where TOp : struct, IBinary
    {
        CheckUpdate(a);
        _storage.BeginWrite();
        Device.Backend.Map(op, Operand, Elementwise.Stretch(a, this), Operand);
        BumpVersion();
        return this;
    }

    /// <summary>x = f(x, a, b): a fused update of state such as an optimizer's, never recorded.</summary>
    /// <exception cref="InvalidOperationException">While recording, when this tensor requires grad.</exception>
    public Tensor Update_<TOp>(TOp op, Tensor a, Tensor b) where TOp : struct, ITernary
    {
        CheckUpdate(a);
        CheckUpdate(b);
        _storage.BeginWrite();
        Device.Backend.Map(op, Operand, Elementwise.Stretch(a, this), Elementwise.Stretch(b, this), Operand);
        BumpVersion();
        return this;
    }

    private void CheckUpdate(Tensor operand)
    {
        InPlace.Check(this, Records, "Update_");
        Promotion.SameDevice(this, operand, "Update_");
        InPlace.Stretches(this, operand, "Update_");
        if (Records || operand.Records)
            throw new InvalidOperationException("Update_ is not recorded: call it under GradMode.NoGrad().");
        if (operand.DType != DType || !DType.IsFloat())
            throw new ArgumentException($"Update_ needs float tensors of one dtype, not {DType.Name()} and {operand.DType.Name()}.");
        if (ReferenceEquals(operand._storage, _storage) && !ReferenceEquals(operand._layout, _layout))
            throw new ArgumentException("Update_ cannot read another window of the memory it writes. Clone the operand first.");
    }

    private Tensor ScalarInPlace<TOp>(Scalar c, string operation, TOp op) where TOp : struct, INumUnaryOp
    {
        var dtype = Promotion.Of(this, c);
        if (dtype != DType) throw InPlace.DoesNotFit(operation, dtype, this);
        if (DType == DType.Bool) throw NoBools(operation, "a logical operation");
        return Elementwise.NumUnaryInPlace(this, op);
    }

    private Tensor Draw(string operation, Tensor values)
    {
        InPlace.Check(this, Records, operation);
        using var mode = GradMode.NoGrad();
        return Copy_(values);
    }
}
