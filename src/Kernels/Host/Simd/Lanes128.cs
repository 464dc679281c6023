using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Host;

/// <summary>128 bits of float, double, int, long or byte elements. The three widths are the same text; type tests on T are folded by the JIT.</summary>
internal readonly unsafe struct Lanes128<T>(Vector128<T> value) : ILanes<Lanes128<T>, T> where T : unmanaged
{
    private readonly Vector128<T> _v = value;

    private static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => typeof(T) == typeof(float);
    }

    // Bytes hold truth values: + is or, * is and, - is exclusive or, so that they stay 0 or 1.
    private static bool IsBool
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => typeof(T) == typeof(byte);
    }

    private static Vector128<T> SignBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => IsSingle ? Vector128.Create(int.MinValue).As<int, T>() : Vector128.Create(long.MinValue).As<long, T>();
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Vector128<T>.Count;
    }

    public static Lanes128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => new(Vector128<T>.Zero);
    }

    public static Lanes128<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => new(Vector128<T>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Load(T* source) => new(Vector128.Load(source));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static void Store(Lanes128<T> value, T* target) => value._v.Store(target);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Broadcast(T value) => new(Vector128.Create(value));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static ulong Bits(Mask<Lanes128<T>> mask) => Vector128.ExtractMostSignificantBits(mask.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes128<T>> Truths(byte* source) => Mask(~Vector128.Equals(
        sizeof(T) == 1 ? Vector128.Load(source).As<byte, T>() : sizeof(T) == 4 ? Widening.Ints128(source).As<uint, T>() : Widening.Longs128(source).As<ulong, T>(), Vector128<T>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Larger(Lanes128<T> a, Lanes128<T> b) => new(Vector128.MaxNative(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Smaller(Lanes128<T> a, Lanes128<T> b) => new(Vector128.MinNative(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes128<T>> First(int count) => Mask(Vector128.LessThan(Vector128<T>.Indices, Vector128.Create(Elements.From<T>((double)count))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Down(Lanes128<T> a, int bytes) => new(bytes == 8 ? Vector128.Shuffle(a._v.AsInt64(), Vector128.Create(1L, 1L)).As<long, T>()
        : Vector128.Shuffle(a._v.AsInt32(), Vector128.Create(1, 1, 3, 3)).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Const(double value) => new(Vector128.Create(Elements.From<T>(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> operator +(Lanes128<T> a, Lanes128<T> b) => new(IsBool ? a._v | b._v : a._v + b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> operator -(Lanes128<T> a, Lanes128<T> b) => new(IsBool ? a._v ^ b._v : a._v - b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> operator *(Lanes128<T> a, Lanes128<T> b) => new(IsBool ? a._v & b._v : a._v * b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> operator /(Lanes128<T> a, Lanes128<T> b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> operator -(Lanes128<T> a) => new(IsBool ? a._v : -a._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> operator <(Lanes128<T> a, Lanes128<T> b) => Mask(Vector128.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> operator >(Lanes128<T> a, Lanes128<T> b) => Mask(Vector128.GreaterThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> operator <=(Lanes128<T> a, Lanes128<T> b) => Mask(Vector128.LessThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> operator >=(Lanes128<T> a, Lanes128<T> b) => Mask(Vector128.GreaterThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> Equal(Lanes128<T> a, Lanes128<T> b) => Mask(Vector128.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> NotEqual(Lanes128<T> a, Lanes128<T> b) => Mask(~Vector128.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> Both(Mask<Lanes128<T>> a, Mask<Lanes128<T>> b) => Mask(a.Bits._v & b.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> Either(Mask<Lanes128<T>> a, Mask<Lanes128<T>> b) => Mask(a.Bits._v | b.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes128<T>> Not(Mask<Lanes128<T>> a) => Mask(~a.Bits._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static bool Any(Mask<Lanes128<T>> mask) => mask.Bits._v != Vector128<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Mask<Lanes128<T>> mask, Lanes128<T> whenTrue, Lanes128<T> whenFalse) =>
        new(Vector128.ConditionalSelect(mask.Bits._v, whenTrue._v, whenFalse._v));

    // Vector128.Max and Min follow IEEE 754 maximum and minimum: NaN wins, +0 is greater than -0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Max(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Max(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Min(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Min(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Abs(Lanes128<T> a) => new(Vector128.Abs(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Sqrt(Lanes128<T> a) => new(Vector128.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Fma(Lanes128<T> a, Lanes128<T> b, Lanes128<T> c) => new(IsSingle
        ? Vector128.FusedMultiplyAdd(a._v.AsSingle(), b._v.AsSingle(), c._v.AsSingle()).As<float, T>()
        : Vector128.FusedMultiplyAdd(a._v.AsDouble(), b._v.AsDouble(), c._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> CopySign(Lanes128<T> a, Lanes128<T> sign) => new(Vector128.ConditionalSelect(SignBits, sign._v, a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Floor(Lanes128<T> a) => new(IsSingle ? Vector128.Floor(a._v.AsSingle()).As<float, T>() : Vector128.Floor(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Ceiling(Lanes128<T> a) => new(IsSingle ? Vector128.Ceiling(a._v.AsSingle()).As<float, T>() : Vector128.Ceiling(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> a) => new(IsSingle ? Vector128.Round(a._v.AsSingle()).As<float, T>() : Vector128.Round(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Truncate(Lanes128<T> a) => new(IsSingle ? Vector128.Truncate(a._v.AsSingle()).As<float, T>() : Vector128.Truncate(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> FromBits(long pattern) => new(IsSingle ? Vector128.Create((int)pattern).As<int, T>() : Vector128.Create(pattern).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> BitAnd(Lanes128<T> a, Lanes128<T> b) => new(a._v & b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> BitOr(Lanes128<T> a, Lanes128<T> b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> BitXor(Lanes128<T> a, Lanes128<T> b) => new(a._v ^ b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftLeft(Lanes128<T> a, int count) => new(IsSingle ? (a._v.AsInt32() << count).As<int, T>() : (a._v.AsInt64() << count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftRight(Lanes128<T> a, int count) => new(IsSingle ? (a._v.AsInt32() >>> count).As<int, T>() : (a._v.AsInt64() >>> count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftRightSigned(Lanes128<T> a, int count) => new(IsSingle ? (a._v.AsInt32() >> count).As<int, T>() : (a._v.AsInt64() >> count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AddBits(Lanes128<T> a, Lanes128<T> b) => new(IsSingle ? (a._v.AsInt32() + b._v.AsInt32()).As<int, T>() : (a._v.AsInt64() + b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> SubBits(Lanes128<T> a, Lanes128<T> b) => new(IsSingle ? (a._v.AsInt32() - b._v.AsInt32()).As<int, T>() : (a._v.AsInt64() - b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes128<T>> BitsGreater(Lanes128<T> a, Lanes128<T> b) => Mask(IsSingle
        ? Vector128.GreaterThan(a._v.AsInt32(), b._v.AsInt32()).As<int, T>()
        : Vector128.GreaterThan(a._v.AsInt64(), b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes128<T>> BitsEqual(Lanes128<T> a, Lanes128<T> b) => Mask(IsSingle
        ? Vector128.Equals(a._v.AsInt32(), b._v.AsInt32()).As<int, T>()
        : Vector128.Equals(a._v.AsInt64(), b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ToInteger(Lanes128<T> a) => new(IsSingle
        ? Vector128.ConvertToInt32Native(a._v.AsSingle()).As<int, T>()
        : Vector128.ConvertToInt64Native(a._v.AsDouble()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> FromInteger(Lanes128<T> bits) => new(IsSingle
        ? Vector128.ConvertToSingle(bits._v.AsInt32()).As<float, T>()
        : Vector128.ConvertToDouble(bits._v.AsInt64()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Exp(Lanes128<T> a) => IsSingle ? Elementary32.Exp(a) : Elementary64.Exp(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Expm1(Lanes128<T> a) => IsSingle ? Elementary32.Expm1(a) : Elementary64.Expm1(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Log(Lanes128<T> a) => IsSingle ? Elementary32.Log(a) : Elementary64.Log(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Log1p(Lanes128<T> a) => IsSingle ? Elementary32.Log1p(a) : Elementary64.Log1p(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Pow(Lanes128<T> a, Lanes128<T> b) => IsSingle ? Elementary32.Pow(a, b) : Elementary64.Pow(a, b);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Sin(Lanes128<T> a) => IsSingle ? Elementary32.Sin(a) : Elementary64.Sin(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Cos(Lanes128<T> a) => IsSingle ? Elementary32.Cos(a) : Elementary64.Cos(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Tan(Lanes128<T> a) => IsSingle ? Elementary32.Tan(a) : Elementary64.Tan(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Asin(Lanes128<T> a) => IsSingle ? Elementary32.Asin(a) : Elementary64.Asin(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Acos(Lanes128<T> a) => IsSingle ? Elementary32.Acos(a) : Elementary64.Acos(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Atan(Lanes128<T> a) => IsSingle ? Elementary32.Atan(a) : Elementary64.Atan(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Sinh(Lanes128<T> a) => IsSingle ? Elementary32.Sinh(a) : Elementary64.Sinh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Cosh(Lanes128<T> a) => IsSingle ? Elementary32.Cosh(a) : Elementary64.Cosh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Tanh(Lanes128<T> a) => IsSingle ? Elementary32.Tanh(a) : Elementary64.Tanh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes128<T> Erf(Lanes128<T> a) => IsSingle ? Elementary32.Erf(a) : Elementary64.Erf(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] private static Mask<Lanes128<T>> Mask(Vector128<T> bits) => new(new Lanes128<T>(bits));
}
