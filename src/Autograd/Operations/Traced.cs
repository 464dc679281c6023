using Gpu.Kernels;
using Gpu.Kernels.Numbers;

namespace Gpu;

/// <summary>The number that turns a formula into recorded operations: a tensor, or a bare number that takes its partner's shape, dtype and device.</summary>
internal readonly struct Traced : IReal<Traced>
{
    private readonly double _number;

    /// <summary>The tensor that a truth value was computed from: says which dtype and device the numbers it selects belong to.</summary>
    private readonly Tensor? _like;

    public Traced(Tensor tensor) => Tensor = tensor;

    private Traced(double number) => _number = number;

    private Traced(Tensor truth, Tensor like) => (Tensor, _like) = (truth, like);

    /// <summary>The recorded value; null for a bare number.</summary>
    public Tensor? Tensor { get; }

    public static Traced Zero => new(0.0);

    public static Traced One => new(1.0);

    public static Traced Const(double value) => new(value);

    public static Traced operator +(Traced a, Traced b) => (a.Tensor, b.Tensor) switch
    {
        (null, null) => new(a._number + b._number),
        (null, { } y) => a._number == 0 ? b : new(y + a._number),
        ({ } x, null) => b._number == 0 ? a : new(x + b._number),
        ({ } x, { } y) => new(x + y),
    };

    public static Traced operator -(Traced a, Traced b) => (a.Tensor, b.Tensor) switch
    {
        (null, null) => new(a._number - b._number),
        (null, { } y) => new(a._number - y),
        ({ } x, null) => b._number == 0 ? a : new(x - b._number),
        ({ } x, { } y) => new(x - y),
    };

    public static Traced operator *(Traced a, Traced b) => (a.Tensor, b.Tensor) switch
    {
        (null, null) => new(a._number * b._number),
        (null, { } y) => a._number == 1 ? b : new(y * a._number),
        ({ } x, null) => b._number == 1 ? a : new(x * b._number),
        ({ } x, { } y) => new(x * y),
    };

    public static Traced operator /(Traced a, Traced b) => (a.Tensor, b.Tensor) switch
    {
        (null, null) => new(a._number / b._number),
        (null, { } y) => new(a._number / y),
        ({ } x, null) => b._number == 1 ? a : new(x / b._number),
        ({ } x, { } y) => new(x / y),
    };

    public static Traced operator -(Traced a) => a.Tensor is { } x ? new(-x) : new(-a._number);

    public static Mask<Traced> operator <(Traced a, Traced b) => (a.Tensor, b.Tensor) switch
    {
        (null, null) => Truth(a._number < b._number),
        (null, { } y) => new(new(y.Gt(a._number), y)),
        ({ } x, null) => new(new(x.Lt(b._number), x)),
        ({ } x, { } y) => new(new(x.Lt(y), x)),
    };

    public static Mask<Traced> operator <=(Traced a, Traced b) => (a.Tensor, b.Tensor) switch
    {
        (null, null) => Truth(a._number <= b._number),
        (null, { } y) => new(new(y.Ge(a._number), y)),
        ({ } x, null) => new(new(x.Le(b._number), x)),
        ({ } x, { } y) => new(new(x.Le(y), x)),
    };

    public static Mask<Traced> operator >(Traced a, Traced b) => b < a;

    public static Mask<Traced> operator >=(Traced a, Traced b) => b <= a;

    public static Mask<Traced> Equal(Traced a, Traced b) => (a.Tensor, b.Tensor) switch
    {
        (null, null) => Truth(a._number == b._number),
        (null, { } y) => new(new(y.Eq(a._number), y)),
        ({ } x, null) => new(new(x.Eq(b._number), x)),
        ({ } x, { } y) => new(new(x.Eq(y), x)),
    };

    public static Mask<Traced> NotEqual(Traced a, Traced b) => !Equal(a, b);

    public static Mask<Traced> Both(Mask<Traced> a, Mask<Traced> b) => (a.Bits.Tensor, b.Bits.Tensor) switch
    {
        (null, _) => a.Bits._number != 0 ? b : a,
        (_, null) => b.Bits._number != 0 ? a : b,
        ({ } x, { } y) => new(new(x.LogicalAnd(y), a.Bits._like!)),
    };

    public static Mask<Traced> Either(Mask<Traced> a, Mask<Traced> b) => (a.Bits.Tensor, b.Bits.Tensor) switch
    {
        (null, _) => a.Bits._number != 0 ? a : b,
        (_, null) => b.Bits._number != 0 ? b : a,
        ({ } x, { } y) => new(new(x.LogicalOr(y), a.Bits._like!)),
    };

    public static Mask<Traced> Not(Mask<Traced> a) => a.Bits.Tensor is { } x ? new(new(x.LogicalNot(), a.Bits._like!)) : Truth(a.Bits._number == 0);

    public static Traced Select(Mask<Traced> mask, Traced whenTrue, Traced whenFalse) => mask.Bits.Tensor is not { } condition
        ? mask.Bits._number != 0 ? whenTrue : whenFalse
        : new(Elementwise.Where(condition, whenTrue.As(mask.Bits._like!), whenFalse.As(mask.Bits._like!)));

    public static Traced Max(Traced a, Traced b) => a.Tensor is null && b.Tensor is null ? new(Math.Max(a._number, b._number))
        : a.Tensor is null ? new(b.Tensor!.Maximum(a.As(b.Tensor!))) : new(a.Tensor.Maximum(b.As(a.Tensor)));

    public static Traced Min(Traced a, Traced b) => a.Tensor is null && b.Tensor is null ? new(Math.Min(a._number, b._number))
        : a.Tensor is null ? new(b.Tensor!.Minimum(a.As(b.Tensor!))) : new(a.Tensor.Minimum(b.As(a.Tensor)));

    public static Traced Abs(Traced a) => a.Tensor is { } x ? new(x.Abs()) : new(Math.Abs(a._number));

    public static Traced Sqrt(Traced a) => a.Tensor is { } x ? new(x.Sqrt()) : new(Math.Sqrt(a._number));

    public static Traced Fma(Traced a, Traced b, Traced c) => a * b + c;

    public static Traced CopySign(Traced a, Traced sign)
    {
        // 1 / sign tells -0 from +0.
        var negative = sign < Zero | One / sign < Zero;
        var magnitude = Abs(a);
        return Select(negative, -magnitude, magnitude);
    }

    public static Traced Floor(Traced a) => a.Tensor is { } x ? new(x.Floor()) : new(Math.Floor(a._number));

    public static Traced Ceiling(Traced a) => a.Tensor is { } x ? new(x.Ceiling()) : new(Math.Ceiling(a._number));

    public static Traced Round(Traced a) => a.Tensor is { } x ? new(x.Round()) : new(Math.Round(a._number));

    public static Traced Truncate(Traced a) => a.Tensor is { } x ? new(x.Truncate()) : new(Math.Truncate(a._number));

    public static Traced Exp(Traced a) => a.Tensor is { } x ? new(x.Exp()) : new(Math.Exp(a._number));

    public static Traced Expm1(Traced a) => new(a.Known().Expm1());

    public static Traced Log(Traced a) => a.Tensor is { } x ? new(x.Log()) : new(Math.Log(a._number));

    public static Traced Log1p(Traced a) => new(a.Known().Log1p());

    public static Traced Pow(Traced a, Traced b) => (a.Tensor, b.Tensor) switch
    {
        (null, null) => new(Math.Pow(a._number, b._number)),
        (null, { } y) => new(a.As(y).Pow(y)),
        ({ } x, null) => new(x.Pow(b._number)),
        ({ } x, { } y) => new(x.Pow(y)),
    };

    public static Traced Sin(Traced a) => a.Tensor is { } x ? new(x.Sin()) : new(Math.Sin(a._number));

    public static Traced Cos(Traced a) => a.Tensor is { } x ? new(x.Cos()) : new(Math.Cos(a._number));

    public static Traced Tan(Traced a) => a.Tensor is { } x ? new(x.Tan()) : new(Math.Tan(a._number));

    public static Traced Asin(Traced a) => a.Tensor is { } x ? new(x.Asin()) : new(Math.Asin(a._number));

    public static Traced Acos(Traced a) => a.Tensor is { } x ? new(x.Acos()) : new(Math.Acos(a._number));

    public static Traced Atan(Traced a) => a.Tensor is { } x ? new(x.Atan()) : new(Math.Atan(a._number));

    public static Traced Sinh(Traced a) => a.Tensor is { } x ? new(x.Sinh()) : new(Math.Sinh(a._number));

    public static Traced Cosh(Traced a) => a.Tensor is { } x ? new(x.Cosh()) : new(Math.Cosh(a._number));

    public static Traced Tanh(Traced a) => a.Tensor is { } x ? new(x.Tanh()) : new(Math.Tanh(a._number));

    public static Traced Erf(Traced a) => new(a.Known().Erf());

    private static Mask<Traced> Truth(bool value) => new(new(value ? 1.0 : 0.0));

    /// <summary>This value as a tensor of the dtype and device of <paramref name="like"/>.</summary>
    private Tensor As(Tensor like) => Tensor ?? Gpu.Tensor.Scalar(_number, like.DType, like.Device);

    /// <summary>For functions that .NET has no counterpart of: no derivative applies them to a bare number.</summary>
    private Tensor Known() => Tensor ?? throw new InvalidOperationException("A derivative formula applied this function to a constant. Write the constant's value instead.");
}
