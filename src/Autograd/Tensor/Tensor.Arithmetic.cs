using System.Runtime.CompilerServices;
using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

public partial class Tensor
{
    /// <summary>y = a + b, broadcast; of bools: a or b</summary>
    public static Tensor operator +(Tensor a, Tensor b) => Given(a).Add(b);

    /// <summary>y = a + c</summary>
    public static Tensor operator +(Tensor a, Scalar c) => Given(a).Add(c);

    /// <summary>y = c + a</summary>
    public static Tensor operator +(Scalar c, Tensor a) => Given(a).Add(c);

    /// <summary>y = a - b, broadcast</summary>
    public static Tensor operator -(Tensor a, Tensor b) => Given(a).Sub(b);

    /// <summary>y = a - c</summary>
    public static Tensor operator -(Tensor a, Scalar c) => Given(a).Sub(c);

    /// <summary>y = c - a</summary>
    public static Tensor operator -(Scalar c, Tensor a)
    {
        var x = Given(a).Arithmetic(c, "Sub");
        return IsWide(x, c) ? a.Number(c).Sub(a) : Elementwise.NumUnary(x, new RSubScalar(c.Real));
    }

    /// <summary>y = a b, element by element, broadcast; of bools: a and b</summary>
    public static Tensor operator *(Tensor a, Tensor b) => Given(a).Mul(b);

    /// <summary>y = c a</summary>
    public static Tensor operator *(Tensor a, Scalar c) => Given(a).Mul(c);

    /// <summary>y = c a</summary>
    public static Tensor operator *(Scalar c, Tensor a) => Given(a).Mul(c);

    /// <summary>y = a / b, broadcast; integers give float32</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Given(a).Div(b);

    /// <summary>y = a / c; integers give float32</summary>
    public static Tensor operator /(Tensor a, Scalar c) => Given(a).Div(c);

    /// <summary>y = c / a; integers give float32</summary>
    public static Tensor operator /(Scalar c, Tensor a) => Elementwise.Unary(Given(a), new RDivScalar(c.Real));

    /// <summary>y = -x</summary>
    public static Tensor operator -(Tensor x) => Given(x).Neg();

    /// <summary>The operand of an operator, which may be null where that of a method may not.</summary>
    private static Tensor Given(Tensor x, [CallerArgumentExpression(nameof(x))] string? name = null) => x ?? throw new ArgumentNullException(name);

    /// <summary>y = a + b, broadcast; of bools: a or b.  da = db = dy</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast, or the devices differ.</exception>
    public Tensor Add(Tensor b) => DType == DType.Bool && b is { DType: DType.Bool } ? LogicalOr(b) : Elementwise.NumBinary(this, b, new Add());

    /// <summary>y = x + c.  dx = dy</summary>
    public Tensor Add(Scalar c)
    {
        if (IsBool(c)) return LogicalOr(Number(c));
        var x = Arithmetic(c, "Add");
        return IsWide(x, c) ? x.Add(Number(c)) : Elementwise.NumUnary(x, new AddScalar(c.Real));
    }

    /// <summary>y = a - b, broadcast.  da = dy, db = -dy</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast, the devices differ, or both are bool.</exception>
    public Tensor Sub(Tensor b)
    {
        if (DType == DType.Bool && b is { DType: DType.Bool }) throw NoBools("Sub", "LogicalXor");
        return Elementwise.NumBinary(this, b, new Subtract());
    }

    /// <summary>y = x - c.  dx = dy</summary>
    public Tensor Sub(Scalar c)
    {
        var x = Arithmetic(c, "Sub");
        return IsWide(x, c) ? x.Sub(Number(c)) : Elementwise.NumUnary(x, new AddScalar(-c.Real));
    }

    /// <summary>y = a b, element by element, broadcast; of bools: a and b.  da = b dy, db = a dy</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast, or the devices differ.</exception>
    public Tensor Mul(Tensor b) => Elementwise.NumBinary(this, b, new Multiply());

    /// <summary>y = c x.  dx = c dy</summary>
    public Tensor Mul(Scalar c)
    {
        if (IsBool(c)) return LogicalAnd(Number(c));
        var x = Arithmetic(c, "Mul");
        return IsWide(x, c) ? x.Mul(Number(c)) : Elementwise.NumUnary(x, new MulScalar(c.Real));
    }

    /// <summary>y = a / b, broadcast; integers give float32.  da = dy / b, db = -dy a / b²</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast, or the devices differ.</exception>
    public Tensor Div(Tensor b) => Elementwise.Binary(this, b, new Divide());

    /// <summary>y = x / c; integers give float32.  dx = dy / c</summary>
    public Tensor Div(Scalar c) => Elementwise.Unary(this, new DivScalar(c.Real));

    /// <summary>y = -x.  dx = -dy</summary>
    /// <exception cref="ArgumentException">The tensor is bool.</exception>
    public Tensor Neg() => DType == DType.Bool ? throw NoBools("Neg", "LogicalNot") : Elementwise.NumUnary(this, new Negate());

    /// <summary>y = xᵖ. An integer tensor with a whole exponent stays an integer.  dx = p xᵖ⁻¹ dy, 0 for p = 0</summary>
    /// <exception cref="ArgumentException">An integer tensor with a negative whole exponent.</exception>
    public Tensor Pow(Scalar p)
    {
        if (DType.IsFloat() || p.DType == DType.Float64) return Elementwise.Unary(this, new PowScalar(p.Real));
        if (p.Integer < 0) throw new ArgumentException($"An integer tensor to the negative power {p} is not an integer. Convert it first with Float().");
        var (power, result) = (Promotion.Number(this), (Tensor?)null);
        for (long rest = p.Integer; rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0) result = result == null ? power : result.Mul(power);
            if (rest > 1) power = Elementwise.NumUnary(power, new Square());
        }
        return (result ?? OnesLike(power)).To(DType == DType.Bool ? DType.Int64 : DType);
    }

    /// <summary>y = aᵇ, broadcast; integers give float32.  da = b aᵇ⁻¹ dy, db = aᵇ ln a dy</summary>
    public Tensor Pow(Tensor b) => Elementwise.Binary(this, b, new Power());

    /// <summary>y = max(a, b), broadcast; NaN wins.  The gradient goes to the larger one, half to each at a tie.</summary>
    public Tensor Maximum(Tensor b) => Elementwise.NumBinary(this, b, new Maximum());

    /// <summary>y = min(a, b), broadcast; NaN wins.  The gradient goes to the smaller one, half to each at a tie.</summary>
    public Tensor Minimum(Tensor b) => Elementwise.NumBinary(this, b, new Minimum());

    /// <summary>The angle of the point (b, a) in (-π, π], broadcast.</summary>
    public Tensor Atan2(Tensor b) => Elementwise.Binary(this, b, new Atan2());

    /// <summary>y = (a - b)², broadcast.  da = 2 (a - b) dy, db = -da</summary>
    public Tensor SquaredDifference(Tensor b) => Elementwise.NumBinary(this, b, new SquaredDifference());

    /// <summary>Applies an operation written as a functor: computed, fused in the backward pass and differentiable to every order.</summary>
    public static Tensor Apply<TOp>(TOp op, Tensor x) where TOp : struct, IUnaryOp => Elementwise.Unary(x, op);

    /// <summary>Applies an operation of two broadcast tensors written as a functor.</summary>
    public static Tensor Apply<TOp>(TOp op, Tensor a, Tensor b) where TOp : struct, IBinaryOp => Elementwise.Binary(a, b, op);

    /// <summary>This tensor in the dtype of an operation with a number.</summary>
    private Tensor Arithmetic(Scalar c, string operation) => DType == DType.Bool && c.DType == DType.Bool
        ? throw NoBools(operation, "LogicalXor")
        : To(Promotion.Of(this, c));

    private bool IsBool(Scalar c) => DType == DType.Bool && c.DType == DType.Bool;

    /// <summary>Functors carry a double, which does not hold every int64, and change its sign, which an int32 may not survive: such numbers go by a tensor, which refuses what
    /// its dtype cannot hold.</summary>
    private static bool IsWide(Tensor x, Scalar c) => x.DType switch
    {
        DType.Int64 => c.Integer is > 1L << 53 or < -(1L << 53),
        DType.Int32 => c.Integer is > int.MaxValue or <= int.MinValue,
        _ => false,
    };

    private static ArgumentException NoBools(string operation, string instead) =>
        new($"{operation} is not defined for bool tensors. Use {instead}, or convert first with To(DType.Int64).");
}
