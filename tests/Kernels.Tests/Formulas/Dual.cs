using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Tests.Formulas;

/// <summary>A value and its derivative by one variable: what a recording engine would compute, so that formulas can be differentiated in tests.</summary>
/// <remarks>
/// Duals of duals give higher derivatives. A select multiplies the derivative of the side it does not take by 0, as an engine does: an
/// infinite derivative there makes NaN, and a formula that lets this happen fails its test. A constant has no derivative at all.
/// </remarks>
internal readonly struct Dual<T> : IReal<Dual<T>> where T : struct, IReal<T>
{
    private readonly bool _varies;

    public Dual(T value, T slope) => (Value, Slope, _varies) = (value, slope, true);

    private Dual(T constant) => (Value, Slope) = (constant, T.Zero);

    public T Value { get; }

    public T Slope { get; }

    public static Dual<T> Zero => new(T.Zero);

    public static Dual<T> One => new(T.One);

    public static Dual<T> Const(double value) => new(T.Const(value));

    public static Dual<T> operator +(Dual<T> a, Dual<T> b) => Make(a, b, a.Value + b.Value, T.One, T.One);

    public static Dual<T> operator -(Dual<T> a, Dual<T> b) => Make(a, b, a.Value - b.Value, T.One, T.Const(-1));

    public static Dual<T> operator *(Dual<T> a, Dual<T> b) => Make(a, b, a.Value * b.Value, b.Value, a.Value);

    public static Dual<T> operator /(Dual<T> a, Dual<T> b) => Make(a, b, a.Value / b.Value, T.One / b.Value, -(a.Value / b.Value) / b.Value);

    public static Dual<T> operator -(Dual<T> a) => Make(a, -a.Value, T.Const(-1));

    public static Mask<Dual<T>> operator <(Dual<T> a, Dual<T> b) => Truth(a.Value < b.Value);

    public static Mask<Dual<T>> operator >(Dual<T> a, Dual<T> b) => Truth(a.Value > b.Value);

    public static Mask<Dual<T>> operator <=(Dual<T> a, Dual<T> b) => Truth(a.Value <= b.Value);

    public static Mask<Dual<T>> operator >=(Dual<T> a, Dual<T> b) => Truth(a.Value >= b.Value);

    public static Mask<Dual<T>> Equal(Dual<T> a, Dual<T> b) => Truth(T.Equal(a.Value, b.Value));

    public static Mask<Dual<T>> NotEqual(Dual<T> a, Dual<T> b) => Truth(T.NotEqual(a.Value, b.Value));

    public static Mask<Dual<T>> Both(Mask<Dual<T>> a, Mask<Dual<T>> b) => Truth(Inner(a) & Inner(b));

    public static Mask<Dual<T>> Either(Mask<Dual<T>> a, Mask<Dual<T>> b) => Truth(Inner(a) | Inner(b));

    public static Mask<Dual<T>> Not(Mask<Dual<T>> a) => Truth(!Inner(a));

    public static Dual<T> Select(Mask<Dual<T>> mask, Dual<T> whenTrue, Dual<T> whenFalse)
    {
        var inner = Inner(mask);
        return Make(whenTrue, whenFalse, T.Select(inner, whenTrue.Value, whenFalse.Value),
            T.Select(inner, T.One, T.Zero), T.Select(inner, T.Zero, T.One));
    }

    public static Dual<T> Max(Dual<T> a, Dual<T> b) => Select(a >= b, a, b);

    public static Dual<T> Min(Dual<T> a, Dual<T> b) => Select(a <= b, a, b);

    public static Dual<T> Abs(Dual<T> a) => Make(a, T.Abs(a.Value), T.Select(a.Value < T.Zero, T.Const(-1), T.Select(a.Value > T.Zero, T.One, T.Zero)));

    public static Dual<T> Sqrt(Dual<T> a) => Make(a, T.Sqrt(a.Value), T.Const(0.5) / T.Sqrt(a.Value));

    public static Dual<T> Fma(Dual<T> a, Dual<T> b, Dual<T> c) => a * b + c;

    public static Dual<T> CopySign(Dual<T> a, Dual<T> sign) => Make(a, T.CopySign(a.Value, sign.Value), T.CopySign(T.One, a.Value * sign.Value));

    public static Dual<T> Floor(Dual<T> a) => new(T.Floor(a.Value));

    public static Dual<T> Ceiling(Dual<T> a) => new(T.Ceiling(a.Value));

    public static Dual<T> Round(Dual<T> a) => new(T.Round(a.Value));

    public static Dual<T> Truncate(Dual<T> a) => new(T.Truncate(a.Value));

    public static Dual<T> Exp(Dual<T> a) => Make(a, T.Exp(a.Value), T.Exp(a.Value));

    public static Dual<T> Expm1(Dual<T> a) => Make(a, T.Expm1(a.Value), T.Exp(a.Value));

    public static Dual<T> Log(Dual<T> a) => Make(a, T.Log(a.Value), T.One / a.Value);

    public static Dual<T> Log1p(Dual<T> a) => Make(a, T.Log1p(a.Value), T.One / (T.One + a.Value));

    public static Dual<T> Pow(Dual<T> a, Dual<T> b) =>
        Make(a, b, T.Pow(a.Value, b.Value), b.Value * T.Pow(a.Value, b.Value - T.One), T.Pow(a.Value, b.Value) * T.Log(a.Value));

    public static Dual<T> Sin(Dual<T> a) => Make(a, T.Sin(a.Value), T.Cos(a.Value));

    public static Dual<T> Cos(Dual<T> a) => Make(a, T.Cos(a.Value), -T.Sin(a.Value));

    public static Dual<T> Tan(Dual<T> a) => Make(a, T.Tan(a.Value), T.One + T.Tan(a.Value) * T.Tan(a.Value));

    public static Dual<T> Asin(Dual<T> a) => Make(a, T.Asin(a.Value), T.One / T.Sqrt(T.One - a.Value * a.Value));

    public static Dual<T> Acos(Dual<T> a) => Make(a, T.Acos(a.Value), T.Const(-1) / T.Sqrt(T.One - a.Value * a.Value));

    public static Dual<T> Atan(Dual<T> a) => Make(a, T.Atan(a.Value), T.One / (T.One + a.Value * a.Value));

    public static Dual<T> Sinh(Dual<T> a) => Make(a, T.Sinh(a.Value), T.Cosh(a.Value));

    public static Dual<T> Cosh(Dual<T> a) => Make(a, T.Cosh(a.Value), T.Sinh(a.Value));

    public static Dual<T> Tanh(Dual<T> a) => Make(a, T.Tanh(a.Value), T.One - T.Tanh(a.Value) * T.Tanh(a.Value));

    public static Dual<T> Erf(Dual<T> a) => Make(a, T.Erf(a.Value), T.Const(2 / Math.Sqrt(Math.PI)) * T.Exp(-(a.Value * a.Value)));

    private static Dual<T> Make(Dual<T> a, T value, T slope) => a._varies ? new(value, a.Slope * slope) : new(value);

    private static Dual<T> Make(Dual<T> a, Dual<T> b, T value, T slopeA, T slopeB) =>
        a._varies && b._varies ? new(value, a.Slope * slopeA + b.Slope * slopeB)
        : a._varies ? new(value, a.Slope * slopeA)
        : b._varies ? new(value, b.Slope * slopeB)
        : new(value);

    private static Mask<Dual<T>> Truth(Mask<T> mask) => new(new Dual<T>(mask.Bits));

    private static Mask<T> Inner(Mask<Dual<T>> mask) => new(mask.Bits.Value);
}
