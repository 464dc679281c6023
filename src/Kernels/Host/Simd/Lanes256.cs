using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Host;

/// <summary>256 bits of float, double, int, long or byte elements. The three widths are the same text; type tests on T are folded by the JIT.</summary>
internal readonly unsafe struct Lanes256<T>(Vector256<T> value) : ILanes<Lanes256<T>, T> where T : unmanaged
{
    private readonly Vector256<T> _v = value;

    private static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => typeof(T) == typeof(float);
    }

    // Bytes hold truth values: + is or, * is and, - is exclusive or, so that they stay 0 or 1.
    private static bool IsBool
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => typeof(T) == typeof(byte);
    }

    private static Vector256<T> SignBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => IsSingle ? Vector256.Create(int.MinValue).As<int, T>() : Vector256.Create(long.MinValue).As<long, T>();
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Vector256<T>.Count;
    }

    public static Lanes256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => new(Vector256<T>.Zero);
    }

    public static Lanes256<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => new(Vector256<T>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Load(T* source) => new(Vector256.Load(source));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static void Store(Lanes256<T> value, T* target) => value._v.Store(target);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Broadcast(T value) => new(Vector256.Create(value));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static ulong Bits(Mask<Lanes256<T>> mask) => Vector256.ExtractMostSignificantBits(mask.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes256<T>> Truths(byte* source) => Mask(~Vector256.Equals(
        sizeof(T) == 1 ? Vector256.Load(source).As<byte, T>() : sizeof(T) == 4 ? Widening.Ints256(source).As<uint, T>() : Widening.Longs256(source).As<ulong, T>(), Vector256<T>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Larger(Lanes256<T> a, Lanes256<T> b) => new(Vector256.MaxNative(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Smaller(Lanes256<T> a, Lanes256<T> b) => new(Vector256.MinNative(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes256<T>> First(int count) => Mask(Vector256.LessThan(Vector256<T>.Indices, Vector256.Create(Elements.From<T>((double)count))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Down(Lanes256<T> a, int bytes) => new(bytes == 16 ? a._v.GetUpper().ToVector256Unsafe()
        : bytes == 8 ? Vector128.Shuffle(a._v.GetLower().AsInt64(), Vector128.Create(1L, 1L)).As<long, T>().ToVector256Unsafe()
        : Vector128.Shuffle(a._v.GetLower().AsInt32(), Vector128.Create(1, 1, 3, 3)).As<int, T>().ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Const(double value) => new(Vector256.Create(Elements.From<T>(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) => new(IsBool ? a._v | b._v : a._v + b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) => new(IsBool ? a._v ^ b._v : a._v - b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) => new(IsBool ? a._v & b._v : a._v * b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> operator /(Lanes256<T> a, Lanes256<T> b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> operator -(Lanes256<T> a) => new(IsBool ? a._v : -a._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> operator <(Lanes256<T> a, Lanes256<T> b) => Mask(Vector256.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> operator >(Lanes256<T> a, Lanes256<T> b) => Mask(Vector256.GreaterThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> operator <=(Lanes256<T> a, Lanes256<T> b) => Mask(Vector256.LessThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> operator >=(Lanes256<T> a, Lanes256<T> b) => Mask(Vector256.GreaterThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> Equal(Lanes256<T> a, Lanes256<T> b) => Mask(Vector256.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> NotEqual(Lanes256<T> a, Lanes256<T> b) => Mask(~Vector256.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> Both(Mask<Lanes256<T>> a, Mask<Lanes256<T>> b) => Mask(a.Bits._v & b.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> Either(Mask<Lanes256<T>> a, Mask<Lanes256<T>> b) => Mask(a.Bits._v | b.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes256<T>> Not(Mask<Lanes256<T>> a) => Mask(~a.Bits._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static bool Any(Mask<Lanes256<T>> mask) => mask.Bits._v != Vector256<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Mask<Lanes256<T>> mask, Lanes256<T> whenTrue, Lanes256<T> whenFalse) =>
        new(Vector256.ConditionalSelect(mask.Bits._v, whenTrue._v, whenFalse._v));

    // Vector256.Max and Min follow IEEE 754 maximum and minimum: NaN wins, +0 is greater than -0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Max(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Max(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Min(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Min(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Abs(Lanes256<T> a) => new(Vector256.Abs(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Sqrt(Lanes256<T> a) => new(Vector256.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Fma(Lanes256<T> a, Lanes256<T> b, Lanes256<T> c) => new(IsSingle
        ? Vector256.FusedMultiplyAdd(a._v.AsSingle(), b._v.AsSingle(), c._v.AsSingle()).As<float, T>()
        : Vector256.FusedMultiplyAdd(a._v.AsDouble(), b._v.AsDouble(), c._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> CopySign(Lanes256<T> a, Lanes256<T> sign) => new(Vector256.ConditionalSelect(SignBits, sign._v, a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Floor(Lanes256<T> a) => new(IsSingle ? Vector256.Floor(a._v.AsSingle()).As<float, T>() : Vector256.Floor(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Ceiling(Lanes256<T> a) => new(IsSingle ? Vector256.Ceiling(a._v.AsSingle()).As<float, T>() : Vector256.Ceiling(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> a) => new(IsSingle ? Vector256.Round(a._v.AsSingle()).As<float, T>() : Vector256.Round(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Truncate(Lanes256<T> a) => new(IsSingle ? Vector256.Truncate(a._v.AsSingle()).As<float, T>() : Vector256.Truncate(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> FromBits(long pattern) => new(IsSingle ? Vector256.Create((int)pattern).As<int, T>() : Vector256.Create(pattern).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> BitAnd(Lanes256<T> a, Lanes256<T> b) => new(a._v & b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> BitOr(Lanes256<T> a, Lanes256<T> b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> BitXor(Lanes256<T> a, Lanes256<T> b) => new(a._v ^ b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftLeft(Lanes256<T> a, int count) => new(IsSingle ? (a._v.AsInt32() << count).As<int, T>() : (a._v.AsInt64() << count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftRight(Lanes256<T> a, int count) => new(IsSingle ? (a._v.AsInt32() >>> count).As<int, T>() : (a._v.AsInt64() >>> count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftRightSigned(Lanes256<T> a, int count) => new(IsSingle ? (a._v.AsInt32() >> count).As<int, T>() : (a._v.AsInt64() >> count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> AddBits(Lanes256<T> a, Lanes256<T> b) => new(IsSingle ? (a._v.AsInt32() + b._v.AsInt32()).As<int, T>() : (a._v.AsInt64() + b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> SubBits(Lanes256<T> a, Lanes256<T> b) => new(IsSingle ? (a._v.AsInt32() - b._v.AsInt32()).As<int, T>() : (a._v.AsInt64() - b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes256<T>> BitsGreater(Lanes256<T> a, Lanes256<T> b) => Mask(IsSingle
        ? Vector256.GreaterThan(a._v.AsInt32(), b._v.AsInt32()).As<int, T>()
        : Vector256.GreaterThan(a._v.AsInt64(), b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes256<T>> BitsEqual(Lanes256<T> a, Lanes256<T> b) => Mask(IsSingle
        ? Vector256.Equals(a._v.AsInt32(), b._v.AsInt32()).As<int, T>()
        : Vector256.Equals(a._v.AsInt64(), b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ToInteger(Lanes256<T> a) => new(IsSingle
        ? Vector256.ConvertToInt32Native(a._v.AsSingle()).As<int, T>()
        : Vector256.ConvertToInt64Native(a._v.AsDouble()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> FromInteger(Lanes256<T> bits) => new(IsSingle
        ? Vector256.ConvertToSingle(bits._v.AsInt32()).As<float, T>()
        : Vector256.ConvertToDouble(bits._v.AsInt64()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Exp(Lanes256<T> a) => IsSingle ? Elementary32.Exp(a) : Elementary64.Exp(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Expm1(Lanes256<T> a) => IsSingle ? Elementary32.Expm1(a) : Elementary64.Expm1(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Log(Lanes256<T> a) => IsSingle ? Elementary32.Log(a) : Elementary64.Log(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Log1p(Lanes256<T> a) => IsSingle ? Elementary32.Log1p(a) : Elementary64.Log1p(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Pow(Lanes256<T> a, Lanes256<T> b) => IsSingle ? Elementary32.Pow(a, b) : Elementary64.Pow(a, b);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Sin(Lanes256<T> a) => IsSingle ? Elementary32.Sin(a) : Elementary64.Sin(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Cos(Lanes256<T> a) => IsSingle ? Elementary32.Cos(a) : Elementary64.Cos(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Tan(Lanes256<T> a) => IsSingle ? Elementary32.Tan(a) : Elementary64.Tan(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Asin(Lanes256<T> a) => IsSingle ? Elementary32.Asin(a) : Elementary64.Asin(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Acos(Lanes256<T> a) => IsSingle ? Elementary32.Acos(a) : Elementary64.Acos(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Atan(Lanes256<T> a) => IsSingle ? Elementary32.Atan(a) : Elementary64.Atan(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Sinh(Lanes256<T> a) => IsSingle ? Elementary32.Sinh(a) : Elementary64.Sinh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Cosh(Lanes256<T> a) => IsSingle ? Elementary32.Cosh(a) : Elementary64.Cosh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Tanh(Lanes256<T> a) => IsSingle ? Elementary32.Tanh(a) : Elementary64.Tanh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes256<T> Erf(Lanes256<T> a) => IsSingle ? Elementary32.Erf(a) : Elementary64.Erf(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] private static Mask<Lanes256<T>> Mask(Vector256<T> bits) => new(new Lanes256<T>(bits));
}
