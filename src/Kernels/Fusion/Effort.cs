using Gpu.Kernels.Numbers;

namespace Gpu.Kernels;

/// <summary>A number that only counts what it costs to compute it. Running a formula on it tells whether the result is cheaper to compute again than to keep.</summary>
internal readonly struct Effort : IReal<Effort>
{
    private const int Division = 4, Function = 12;

    private Effort(int total) => Total = total;

    /// <summary>The cost so far, in additions.</summary>
    public int Total { get; }

    public static Effort Zero => default;

    public static Effort One => default;

    public static Effort Const(double value) => default;

    public static Effort operator +(Effort a, Effort b) => Of(a, b, 1);

    public static Effort operator -(Effort a, Effort b) => Of(a, b, 1);

    public static Effort operator *(Effort a, Effort b) => Of(a, b, 1);

    public static Effort operator /(Effort a, Effort b) => Of(a, b, Division);

    public static Effort operator -(Effort a) => Of(a, 1);

    public static Mask<Effort> operator <(Effort a, Effort b) => new(Of(a, b, 1));

    public static Mask<Effort> operator >(Effort a, Effort b) => new(Of(a, b, 1));

    public static Mask<Effort> operator <=(Effort a, Effort b) => new(Of(a, b, 1));

    public static Mask<Effort> operator >=(Effort a, Effort b) => new(Of(a, b, 1));

    public static Mask<Effort> Equal(Effort a, Effort b) => new(Of(a, b, 1));

    public static Mask<Effort> NotEqual(Effort a, Effort b) => new(Of(a, b, 1));

    public static Mask<Effort> Both(Mask<Effort> a, Mask<Effort> b) => new(Of(a.Bits, b.Bits, 1));

    public static Mask<Effort> Either(Mask<Effort> a, Mask<Effort> b) => new(Of(a.Bits, b.Bits, 1));

    public static Mask<Effort> Not(Mask<Effort> a) => new(Of(a.Bits, 1));

    public static Effort Select(Mask<Effort> mask, Effort whenTrue, Effort whenFalse) => new(mask.Bits.Total + whenTrue.Total + whenFalse.Total + 1);

    public static Effort Max(Effort a, Effort b) => Of(a, b, 1);

    public static Effort Min(Effort a, Effort b) => Of(a, b, 1);

    public static Effort Abs(Effort a) => Of(a, 1);

    public static Effort Sqrt(Effort a) => Of(a, Division);

    public static Effort Fma(Effort a, Effort b, Effort c) => new(a.Total + b.Total + c.Total + 1);

    public static Effort CopySign(Effort a, Effort sign) => Of(a, sign, 1);

    public static Effort Floor(Effort a) => Of(a, 1);

    public static Effort Ceiling(Effort a) => Of(a, 1);

    public static Effort Round(Effort a) => Of(a, 1);

    public static Effort Truncate(Effort a) => Of(a, 1);

    public static Effort Exp(Effort a) => Of(a, Function);

    public static Effort Expm1(Effort a) => Of(a, Function);

    public static Effort Log(Effort a) => Of(a, Function);

    public static Effort Log1p(Effort a) => Of(a, Function);

    public static Effort Pow(Effort a, Effort b) => Of(a, b, 3 * Function);

    public static Effort Sin(Effort a) => Of(a, Function);

    public static Effort Cos(Effort a) => Of(a, Function);

    public static Effort Tan(Effort a) => Of(a, Function);

    public static Effort Asin(Effort a) => Of(a, Function);

    public static Effort Acos(Effort a) => Of(a, Function);

    public static Effort Atan(Effort a) => Of(a, Function);

    public static Effort Sinh(Effort a) => Of(a, Function);

    public static Effort Cosh(Effort a) => Of(a, Function);

    public static Effort Tanh(Effort a) => Of(a, Function);

    public static Effort Erf(Effort a) => Of(a, Function);

    private static Effort Of(Effort a, int own) => new(a.Total + own);

    private static Effort Of(Effort a, Effort b, int own) => new(a.Total + b.Total + own);
}
