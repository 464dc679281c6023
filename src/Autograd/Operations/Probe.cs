using Gpu.Kernels.Numbers;

namespace Gpu;

/// <summary>A number that remembers which inputs it was computed from. Running a derivative on it tells what the derivative reads, and its value when it reads nothing.</summary>
internal readonly struct Probe : IReal<Probe>
{
    private readonly int _reads;

    private Probe(int reads, double value) => (_reads, Value) = (reads, value);

    /// <summary>The value, where no input was read.</summary>
    public double Value { get; }

    public bool ReadsFirst => (_reads & 1) != 0;

    public bool ReadsSecond => (_reads & 2) != 0;

    public static Probe First => new(1, 0);

    public static Probe Second => new(2, 0);

    public static Probe Zero => default;

    public static Probe One => new(0, 1);

    public static Probe Const(double value) => new(0, value);

    public static Probe operator +(Probe a, Probe b) => new(a._reads | b._reads, a.Value + b.Value);

    public static Probe operator -(Probe a, Probe b) => new(a._reads | b._reads, a.Value - b.Value);

    public static Probe operator *(Probe a, Probe b) => new(a._reads | b._reads, a.Value * b.Value);

    public static Probe operator /(Probe a, Probe b) => new(a._reads | b._reads, a.Value / b.Value);

    public static Probe operator -(Probe a) => new(a._reads, -a.Value);

    public static Mask<Probe> operator <(Probe a, Probe b) => Truth(a, b, a.Value < b.Value);

    public static Mask<Probe> operator >(Probe a, Probe b) => Truth(a, b, a.Value > b.Value);

    public static Mask<Probe> operator <=(Probe a, Probe b) => Truth(a, b, a.Value <= b.Value);

    public static Mask<Probe> operator >=(Probe a, Probe b) => Truth(a, b, a.Value >= b.Value);

    public static Mask<Probe> Equal(Probe a, Probe b) => Truth(a, b, a.Value == b.Value);

    public static Mask<Probe> NotEqual(Probe a, Probe b) => Truth(a, b, a.Value != b.Value);

    public static Mask<Probe> Both(Mask<Probe> a, Mask<Probe> b) => Truth(a.Bits, b.Bits, a.Bits.Value != 0 && b.Bits.Value != 0);

    public static Mask<Probe> Either(Mask<Probe> a, Mask<Probe> b) => Truth(a.Bits, b.Bits, a.Bits.Value != 0 || b.Bits.Value != 0);

    public static Mask<Probe> Not(Mask<Probe> a) => Truth(a.Bits, a.Bits, a.Bits.Value == 0);

    public static Probe Select(Mask<Probe> mask, Probe whenTrue, Probe whenFalse) =>
        new(mask.Bits._reads | whenTrue._reads | whenFalse._reads, mask.Bits.Value != 0 ? whenTrue.Value : whenFalse.Value);

    public static Probe Max(Probe a, Probe b) => new(a._reads | b._reads, Math.Max(a.Value, b.Value));

    public static Probe Min(Probe a, Probe b) => new(a._reads | b._reads, Math.Min(a.Value, b.Value));

    public static Probe Abs(Probe a) => new(a._reads, Math.Abs(a.Value));

    public static Probe Sqrt(Probe a) => new(a._reads, Math.Sqrt(a.Value));

    public static Probe Fma(Probe a, Probe b, Probe c) => a * b + c;

    public static Probe CopySign(Probe a, Probe sign) => new(a._reads | sign._reads, Math.CopySign(a.Value, sign.Value));

    public static Probe Floor(Probe a) => new(a._reads, Math.Floor(a.Value));

    public static Probe Ceiling(Probe a) => new(a._reads, Math.Ceiling(a.Value));

    public static Probe Round(Probe a) => new(a._reads, Math.Round(a.Value));

    public static Probe Truncate(Probe a) => new(a._reads, Math.Truncate(a.Value));

    public static Probe Exp(Probe a) => new(a._reads, Math.Exp(a.Value));

    public static Probe Expm1(Probe a) => Unknown(a);

    public static Probe Log(Probe a) => new(a._reads, Math.Log(a.Value));

    public static Probe Log1p(Probe a) => Unknown(a);

    public static Probe Pow(Probe a, Probe b) => new(a._reads | b._reads, Math.Pow(a.Value, b.Value));

    public static Probe Sin(Probe a) => new(a._reads, Math.Sin(a.Value));

    public static Probe Cos(Probe a) => new(a._reads, Math.Cos(a.Value));

    public static Probe Tan(Probe a) => new(a._reads, Math.Tan(a.Value));

    public static Probe Asin(Probe a) => new(a._reads, Math.Asin(a.Value));

    public static Probe Acos(Probe a) => new(a._reads, Math.Acos(a.Value));

    public static Probe Atan(Probe a) => new(a._reads, Math.Atan(a.Value));

    public static Probe Sinh(Probe a) => new(a._reads, Math.Sinh(a.Value));

    public static Probe Cosh(Probe a) => new(a._reads, Math.Cosh(a.Value));

    public static Probe Tanh(Probe a) => new(a._reads, Math.Tanh(a.Value));

    public static Probe Erf(Probe a) => Unknown(a);

    private static Mask<Probe> Truth(Probe a, Probe b, bool value) => new(new(a._reads | b._reads, value ? 1 : 0));

    /// <summary>A function that .NET lacks: no derivative applies it to a constant.</summary>
    private static Probe Unknown(Probe a) => new(a._reads, double.NaN);
}
