using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Host;

/// <summary>512 bits of float, double, int, long or byte elements. The three widths are the same text; type tests on T are folded by the JIT.</summary>
internal readonly unsafe struct Lanes512<T>(Vector512<T> value) : ILanes<Lanes512<T>, T> where T : unmanaged
{
    private readonly Vector512<T> _v = value;

    private static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => typeof(T) == typeof(float);
    }

    // Bytes hold truth values: + is or, * is and, - is exclusive or, so that they stay 0 or 1.
    private static bool IsBool
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => typeof(T) == typeof(byte);
    }

    private static Vector512<T> SignBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => IsSingle ? Vector512.Create(int.MinValue).As<int, T>() : Vector512.Create(long.MinValue).As<long, T>();
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Vector512<T>.Count;
    }

    public static Lanes512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => new(Vector512<T>.Zero);
    }

    public static Lanes512<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => new(Vector512<T>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Load(T* source) => new(Vector512.Load(source));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static void Store(Lanes512<T> value, T* target) => value._v.Store(target);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Broadcast(T value) => new(Vector512.Create(value));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static ulong Bits(Mask<Lanes512<T>> mask) => Vector512.ExtractMostSignificantBits(mask.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes512<T>> Truths(byte* source) => Mask(~Vector512.Equals(
        sizeof(T) == 1 ? Vector512.Load(source).As<byte, T>() : sizeof(T) == 4 ? Widening.Ints512(source).As<uint, T>() : Widening.Longs512(source).As<ulong, T>(), Vector512<T>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Larger(Lanes512<T> a, Lanes512<T> b) => new(Vector512.MaxNative(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Smaller(Lanes512<T> a, Lanes512<T> b) => new(Vector512.MinNative(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes512<T>> First(int count) => Mask(Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(Elements.From<T>((double)count))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Down(Lanes512<T> a, int bytes) => new(bytes == 32 ? a._v.GetUpper().ToVector512Unsafe()
        : bytes == 16 ? a._v.GetLower().GetUpper().ToVector256Unsafe().ToVector512Unsafe()
        : bytes == 8 ? Vector128.Shuffle(a._v.GetLower().GetLower().AsInt64(), Vector128.Create(1L, 1L)).As<long, T>().ToVector256Unsafe().ToVector512Unsafe()
        : Vector128.Shuffle(a._v.GetLower().GetLower().AsInt32(), Vector128.Create(1, 1, 3, 3)).As<int, T>().ToVector256Unsafe().ToVector512Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Const(double value) => new(Vector512.Create(Elements.From<T>(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> operator +(Lanes512<T> a, Lanes512<T> b) => new(IsBool ? a._v | b._v : a._v + b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> operator -(Lanes512<T> a, Lanes512<T> b) => new(IsBool ? a._v ^ b._v : a._v - b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> operator *(Lanes512<T> a, Lanes512<T> b) => new(IsBool ? a._v & b._v : a._v * b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> operator /(Lanes512<T> a, Lanes512<T> b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> operator -(Lanes512<T> a) => new(IsBool ? a._v : -a._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> operator <(Lanes512<T> a, Lanes512<T> b) => Mask(Vector512.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> operator >(Lanes512<T> a, Lanes512<T> b) => Mask(Vector512.GreaterThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> operator <=(Lanes512<T> a, Lanes512<T> b) => Mask(Vector512.LessThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> operator >=(Lanes512<T> a, Lanes512<T> b) => Mask(Vector512.GreaterThanOrEqual(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> Equal(Lanes512<T> a, Lanes512<T> b) => Mask(Vector512.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> NotEqual(Lanes512<T> a, Lanes512<T> b) => Mask(~Vector512.Equals(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> Both(Mask<Lanes512<T>> a, Mask<Lanes512<T>> b) => Mask(a.Bits._v & b.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> Either(Mask<Lanes512<T>> a, Mask<Lanes512<T>> b) => Mask(a.Bits._v | b.Bits._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Mask<Lanes512<T>> Not(Mask<Lanes512<T>> a) => Mask(~a.Bits._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static bool Any(Mask<Lanes512<T>> mask) => mask.Bits._v != Vector512<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Mask<Lanes512<T>> mask, Lanes512<T> whenTrue, Lanes512<T> whenFalse) =>
        new(Vector512.ConditionalSelect(mask.Bits._v, whenTrue._v, whenFalse._v));

    // Vector512.Max and Min follow IEEE 754 maximum and minimum: NaN wins, +0 is greater than -0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Max(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Max(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Min(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Min(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Abs(Lanes512<T> a) => new(Vector512.Abs(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Sqrt(Lanes512<T> a) => new(Vector512.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Fma(Lanes512<T> a, Lanes512<T> b, Lanes512<T> c) => new(IsSingle
        ? Vector512.FusedMultiplyAdd(a._v.AsSingle(), b._v.AsSingle(), c._v.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(a._v.AsDouble(), b._v.AsDouble(), c._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> CopySign(Lanes512<T> a, Lanes512<T> sign) => new(Vector512.ConditionalSelect(SignBits, sign._v, a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Floor(Lanes512<T> a) => new(IsSingle ? Vector512.Floor(a._v.AsSingle()).As<float, T>() : Vector512.Floor(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Ceiling(Lanes512<T> a) => new(IsSingle ? Vector512.Ceiling(a._v.AsSingle()).As<float, T>() : Vector512.Ceiling(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Round(Lanes512<T> a) => new(IsSingle ? Vector512.Round(a._v.AsSingle()).As<float, T>() : Vector512.Round(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Truncate(Lanes512<T> a) => new(IsSingle ? Vector512.Truncate(a._v.AsSingle()).As<float, T>() : Vector512.Truncate(a._v.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> FromBits(long pattern) => new(IsSingle ? Vector512.Create((int)pattern).As<int, T>() : Vector512.Create(pattern).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> BitAnd(Lanes512<T> a, Lanes512<T> b) => new(a._v & b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> BitOr(Lanes512<T> a, Lanes512<T> b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> BitXor(Lanes512<T> a, Lanes512<T> b) => new(a._v ^ b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftLeft(Lanes512<T> a, int count) => new(IsSingle ? (a._v.AsInt32() << count).As<int, T>() : (a._v.AsInt64() << count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftRight(Lanes512<T> a, int count) => new(IsSingle ? (a._v.AsInt32() >>> count).As<int, T>() : (a._v.AsInt64() >>> count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftRightSigned(Lanes512<T> a, int count) => new(IsSingle ? (a._v.AsInt32() >> count).As<int, T>() : (a._v.AsInt64() >> count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AddBits(Lanes512<T> a, Lanes512<T> b) => new(IsSingle ? (a._v.AsInt32() + b._v.AsInt32()).As<int, T>() : (a._v.AsInt64() + b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> SubBits(Lanes512<T> a, Lanes512<T> b) => new(IsSingle ? (a._v.AsInt32() - b._v.AsInt32()).As<int, T>() : (a._v.AsInt64() - b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes512<T>> BitsGreater(Lanes512<T> a, Lanes512<T> b) => Mask(IsSingle
        ? Vector512.GreaterThan(a._v.AsInt32(), b._v.AsInt32()).As<int, T>()
        : Vector512.GreaterThan(a._v.AsInt64(), b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Lanes512<T>> BitsEqual(Lanes512<T> a, Lanes512<T> b) => Mask(IsSingle
        ? Vector512.Equals(a._v.AsInt32(), b._v.AsInt32()).As<int, T>()
        : Vector512.Equals(a._v.AsInt64(), b._v.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ToInteger(Lanes512<T> a) => new(IsSingle
        ? Vector512.ConvertToInt32Native(a._v.AsSingle()).As<int, T>()
        : Vector512.ConvertToInt64Native(a._v.AsDouble()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> FromInteger(Lanes512<T> bits) => new(IsSingle
        ? Vector512.ConvertToSingle(bits._v.AsInt32()).As<float, T>()
        : Vector512.ConvertToDouble(bits._v.AsInt64()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Exp(Lanes512<T> a) => IsSingle ? Elementary32.Exp(a) : Elementary64.Exp(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Expm1(Lanes512<T> a) => IsSingle ? Elementary32.Expm1(a) : Elementary64.Expm1(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Log(Lanes512<T> a) => IsSingle ? Elementary32.Log(a) : Elementary64.Log(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Log1p(Lanes512<T> a) => IsSingle ? Elementary32.Log1p(a) : Elementary64.Log1p(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Pow(Lanes512<T> a, Lanes512<T> b) => IsSingle ? Elementary32.Pow(a, b) : Elementary64.Pow(a, b);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Sin(Lanes512<T> a) => IsSingle ? Elementary32.Sin(a) : Elementary64.Sin(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Cos(Lanes512<T> a) => IsSingle ? Elementary32.Cos(a) : Elementary64.Cos(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Tan(Lanes512<T> a) => IsSingle ? Elementary32.Tan(a) : Elementary64.Tan(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Asin(Lanes512<T> a) => IsSingle ? Elementary32.Asin(a) : Elementary64.Asin(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Acos(Lanes512<T> a) => IsSingle ? Elementary32.Acos(a) : Elementary64.Acos(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Atan(Lanes512<T> a) => IsSingle ? Elementary32.Atan(a) : Elementary64.Atan(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Sinh(Lanes512<T> a) => IsSingle ? Elementary32.Sinh(a) : Elementary64.Sinh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Cosh(Lanes512<T> a) => IsSingle ? Elementary32.Cosh(a) : Elementary64.Cosh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Tanh(Lanes512<T> a) => IsSingle ? Elementary32.Tanh(a) : Elementary64.Tanh(a);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lanes512<T> Erf(Lanes512<T> a) => IsSingle ? Elementary32.Erf(a) : Elementary64.Erf(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)] private static Mask<Lanes512<T>> Mask(Vector512<T> bits) => new(new Lanes512<T>(bits));
}
