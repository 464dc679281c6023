using System.Runtime.CompilerServices;
using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

internal struct Vec3(int x, int y, int z)
{
    public int X = x, Y = y, Z = z;

    public readonly int this[int i] => i == 0 ? X : i == 1 ? Y : Z;

    public static Vec3 operator +(Vec3 a, Vec3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public void Bump()
    {
        X++;
        Y += X;
    }

    public readonly int Sum() => X + Y + Z;
}

internal struct Pair<TFirst, TSecond>
    where TFirst : unmanaged
    where TSecond : unmanaged
{
    public TFirst First;
    public TSecond Second;

    public readonly Pair<TSecond, TFirst> Swap() => new() { First = Second, Second = First };
}

internal struct Window
{
    public ArrayView<int> View;
    public int Offset;

    public readonly ref int this[int k] => ref View[Offset + k];

    public readonly int Get() => View[Offset];

    public readonly Window Next()
    {
        var copy = this;
        copy.Offset++;
        return copy;
    }
}

internal enum Colour : short
{
    Red = -1,
    Green = 5,
    Blue = 300,
}

internal static class LanguageKernels
{
    private static readonly int Magic = 1234567;
    private static readonly Vec3 MagicVector = new(3, 5, 8);

    public static void References(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        int a = x[i], b = a * 3 + 1, c = 5;
        Swap(ref a, ref b);
        ref int r = ref a > b ? ref a : ref c;
        r += 10;
        int s = a;
        a = 7;
        r *= 2;
        int t = 1;
        ref int q = ref t;
        t = 5;
        q += t;
        bool divided = TryDivide(a + b, x[i] % 3, out int d);
        y[i] = a + b * 2 + c * 3 + s + r + d + q * t + (divided ? 1000 : 0);
    }

    public static void EvaluationOrder(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        var l = LocalMemory.Allocate<int>(16);
        for (int k = 0; k < 16; k++) l[k] = x[i] + k * k;
        int p = 0, q = 15;
        l[p++] += l[q--] * l[p];
        l[p++] -= l[--q];
        int v = p++ + ++p * q--;
        l[v & 15] ^= v;
        int w = l[p] + (l[p] = 3) + l[p];
        int z = (p = 4) + p++ * p;
        l[++p] = l[p] + l[p++];
        int s = 0;
        for (int k = 0; k < 16; k++) s = s * 31 + l[k];
        y[i] = s + v + w * 7 + z;
    }

    public static void Structs(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        var a = new Vec3(x[i], 2, 3);
        var b = a;
        b.Bump();
        a += b;
        var l = LocalMemory.Allocate<Vec3>(4);
        for (int k = 0; k < 4; k++) l[k] = new Vec3(k, k + 1, a.X);
        l[1].Bump();
        l[2].Z += 5;
        ref var r = ref l[3];
        r.Bump();
        r = r + a;
        var c = l[3];
        c.X = 100;
        l[0] = default;
        var pair = new Pair<int, Vec3> { First = 9, Second = c };
        var swapped = pair.Swap();
        (int Number, Vec3 Vector) tuple = (a.Sum(), l[3]);
        tuple.Vector.Y = 1;
        y[i] = a.Sum() + b[1] + l[1].Sum() * 3 + l[2][2] + l[3].Sum() + c.X + swapped.First.Sum() + swapped.Second
            + tuple.Number + tuple.Vector.Sum() + l[0].Sum() + MagicVector[2] * Magic;
    }

    public static void ByReference(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        var v = new Vec3(x[i], 1, 2);
        Accumulate(ref v, in v);
        Accumulate(ref v, new Vec3(1, 1, 1));
        ref readonly var r = ref v;
        y[i] = r.Sum() + Weigh(in v) + Weigh(v + v);
    }

    public static void LocalFunctions(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        int total = x[i];
        int Add(int v)
        {
            total += v;
            return total * 2;
        }
        static int Square(int v) => v * v;
        y[i] = Add(3) + Add(4) * Square(total & 15) + total;
    }

    public static void Loops(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        int n = x[i] & 31, s = 0, k = 0;
    again:
        for (int a = 0; a < 6; a++)
        {
            switch ((a + n) % 5)
            {
                case 0: continue;
                case 1: s += 1; break;
                case 2:
                    if (s > 50) goto done;
                    s += 20;
                    break;
                case 3: goto case 1;
                default:
                    if (a == 4) goto outer;
                    s ^= a;
                    break;
            }
            int b = 0;
            do
            {
                if (b == 2)
                {
                    b += 2;
                    continue;
                }
                s += b;
                if (s % 17 == 16) break;
                b++;
            }
            while (b < 7);
            while (true)
            {
                s++;
                if (s % 3 == 0)
                {
                    if (s % 2 == 0) break;
                    s += 2;
                    continue;
                }
                if (s > 300) Reset(ref s);
                if (s % 5 == 0) break;
            }
        }
    outer:
        k++;
        if (k < 3) goto again;
    done:
        y[i] = s * 10 + k;
    }

    public static void EarlyReturns(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        int v = x[i];
        for (int a = 0; a < 20; a++)
        {
            for (int b = a; b < 20; b++)
            {
                if (a * b == (v & 63))
                {
                    y[i] = a * 100 + b;
                    return;
                }
                if (a + b > 35) break;
            }
        }
        y[i] = v > 0 ? v % 2 == 0 ? Collatz(v) : -1 : v < -50 ? -2 : -3;
    }

    public static void Ternaries(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        int v = x[i];
        int Twice(int q) => q * 2;
        y[i] = (v > 0 ? Twice(v) : v < -5 ? Twice(-v) + 1 : 7)
            + (v % 3 == 0 && v % 5 == 0 ? 1 : v % 3 == 0 || v % 7 == 0 ? 2 : 3) * ((v > 10) != (v < 20) ? 5 : 6)
            - (v is (> 3 and < 9) or 33 ? 100 : 200)
            + Weighted(v > 1 ? 1 : 2, v > 2 ? x[i] : y[i] * 0, v > 3 ? Twice(3) : 4);
    }

    public static void Enums(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        Colour c = (x[i] & 3) switch { 0 => Colour.Red, 1 => Colour.Green, _ => Colour.Blue };
        c++;
        y[i] = c == Colour.Blue + 1 ? (int)c : c < Colour.Green ? -(int)c : (int)(c & (Colour)7);
    }

    public static void ViewsInStructs(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        var w = new Window { View = x, Offset = i % 7 };
        var w2 = w;
        w2.Offset++;
        w = w2.Next();
        var local = LocalMemory.Allocate<int>(8);
        for (int k = 0; k < 8; k++) local[k] = k * i;
        var inLocal = new Window { View = local, Offset = 2 };
        inLocal = inLocal.Next();
        y[i] = w.Get() + w2.Get() + inLocal.Get() + inLocal[1] + Sum(x.SubView(i % 100, 5)) + Sum(local.SubView(1, 3));
    }

    public static void Casts(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        var bytes = x.Cast<byte>();
        var longs = x.Cast<long>();
        y[i] = bytes[i * 4 + 1] + (int)(longs[i / 2] >> 40) + (int)bytes.Length + longs.IntLength + x.SubView(3).IntLength;
    }

    public static void Constants(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        const long big = 1L << 40;
        const ulong large = ulong.MaxValue - 3;
        const double huge = 1e300;
        const float tiny = 1e-42f;
        long v = big + x[i];
        ulong u = large - (ulong)(x[i] & 3);
        y[i] = (int)(v >> 30) + (int)(u >> 60) + (huge * x[i] > 1e301 ? 1 : 0) + (tiny > 0 ? 2 : 3) + (int)(long.MinValue >> 60)
            + (v > int.MaxValue ? 5 : 6) + (float.NegativeInfinity < x[i] ? 10 : 20) + (double.NaN > x[i] ? 100 : 200) + int.MinValue;
    }

    private static void Swap(ref int a, ref int b)
    {
        int t = a;
        a = b;
        b = t;
    }

    private static bool TryDivide(int a, int b, out int quotient)
    {
        if (b == 0)
        {
            quotient = -1;
            return false;
        }
        quotient = a / b;
        return true;
    }

    private static void Accumulate(ref Vec3 a, in Vec3 b)
    {
        a.X += b.Y;
        a.Y += b.X;
        a = a + b;
    }

    private static int Weigh(in Vec3 v) => v.Sum() * 2 + v[1];

    private static void Reset(ref int s) => s = 1;

    private static int Weighted(int a, int b, int c) => a * 3 + b * 5 + c * 7;

    private static int Collatz(int n)
    {
        int count = 0;
        while (n != 1)
        {
            if (count > 40) return -count;
            n = n % 2 == 0 ? n / 2 : 3 * n + 1;
            count++;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Sum(ArrayView<int> view)
    {
        int s = 0;
        for (int k = 0; k < view.Length; k++) s += view[k];
        return s;
    }
}
