using System.Numerics;
using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

internal static class ArithmeticKernels
{
    public const int SmallOutputs = 16;
    public const int LongOutputs = 18;
    public const int RealOutputs = 24;
    public const int ConversionOutputs = 16;
    public const int FromIntegerOutputs = 12;

    public static void Small(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        int v = x[i];
        byte b = (byte)v;
        sbyte s = (sbyte)(b << 1);
        ushort u = (ushort)(s - 1);
        short h = (short)(u * b);
        char c = (char)(h + 'a');
        bool t = b > 100;
        b++;
        s--;
        u >>= 3;
        h <<= 2;
        h /= 3;
        b |= 0x81;
        s ^= 0x55;
        t ^= s > 0;
        t |= c > 'z';
        int at = i * SmallOutputs;
        y[at] = b;
        y[at + 1] = s;
        y[at + 2] = u;
        y[at + 3] = h;
        y[at + 4] = c;
        y[at + 5] = t ? 1 : 0;
        y[at + 6] = (int)(uint)s;
        y[at + 7] = (int)((ulong)(long)h >> 7);
        y[at + 8] = (int)((long)(uint)h % 1000);
        y[at + 9] = b == (byte)s ? 9 : 0;
        y[at + 10] = (sbyte)c;
        y[at + 11] = (int)((uint)b / 3u);
        y[at + 12] = s >> 1;
        y[at + 13] = s >>> 1;
        y[at + 14] = ~u;
        y[at + 15] = (int)(ulong)s;
    }

    public static void Wrapping(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        int h = 17;
        for (int k = 0; k < 12; k++)
        {
            h = h * 486187739 + (x[i] ^ k);
            h ^= h << 13;
            h ^= h >> 17;
            h ^= h << 5;
            h += int.MaxValue;
        }
        y[i] = h + 1 < h ? 42 : h < 0 ? -h : h;
    }

    public static void Divisions(Index1D i, ArrayView<int> x, ArrayView<int> y)
    {
        int v = x[i], d = (i % 7) - 3;
        if (d == 0 || (d == -1 && v == int.MinValue)) d = 5;
        uint w = (uint)v, e = (uint)d | 1;
        y[i] = v / d + v % d * 3 + (int)(w / e) * 5 + (int)(w % e) * 7 + v / 7 + v % 7 + (int)(w / 7u) + v / -1000;
    }

    public static void Longs(Index1D i, ArrayView<int> x, ArrayView<long> y)
    {
        long a = ((long)x[i] << 31) ^ (x[i] * 77L);
        ulong h = 14695981039346656037UL;
        for (int b = 0; b < 8; b++)
        {
            h ^= (byte)(a >> (b * 8));
            h *= 1099511628211UL;
        }
        int shift = (int)(a & 63);
        uint u = (uint)a;
        int at = i * LongOutputs;
        y[at] = (long)h;
        y[at + 1] = a << shift;
        y[at + 2] = a >> shift;
        y[at + 3] = (long)((ulong)a >> shift);
        y[at + 4] = (long)((ulong)a / 7);
        y[at + 5] = a % 1000003;
        y[at + 6] = u;
        y[at + 7] = (int)a;
        y[at + 8] = a < 0 ? 1 : 0;
        y[at + 9] = (ulong)a > 1UL << 40 ? 5 : 9;
        y[at + 10] = Math.Max(a, -100);
        y[at + 11] = (long)BitOperations.RotateLeft((ulong)a, shift);
        y[at + 12] = BitOperations.PopCount((ulong)a) + 100 * BitOperations.LeadingZeroCount((ulong)a) + 10000 * BitOperations.TrailingZeroCount((ulong)a);
        y[at + 13] = BitOperations.PopCount(u) + 100 * BitOperations.LeadingZeroCount(u) + 10000 * BitOperations.TrailingZeroCount(u);
        y[at + 14] = a == long.MinValue ? 0 : Math.Abs(a);
        y[at + 15] = (long.MaxValue - a) * 3;
        y[at + 16] = (long)((ulong)u * u);
        y[at + 17] = (long)(u << (shift & 31)) + (int)(u >> (shift & 31));
    }

    public static void RealArithmetic(Index1D i, ArrayView<float> x, ArrayView<float> y)
    {
        float a = x[i], b = x[(i + 1) % 256];
        int at = i * RealOutputs;
        y[at] = a + b;
        y[at + 1] = a - b;
        y[at + 2] = a * b;
        y[at + 3] = a / b;
        y[at + 4] = a % b;
        y[at + 5] = -a;
        y[at + 6] = a * b + a;
        y[at + 7] = MathF.FusedMultiplyAdd(a, b, a);
        y[at + 8] = MathF.Sqrt(a);
        y[at + 9] = MathF.Max(a, b);
        y[at + 10] = MathF.Min(a, b);
        y[at + 11] = MathF.Abs(a);
        y[at + 12] = MathF.Floor(a);
        y[at + 13] = MathF.Ceiling(a);
        y[at + 14] = MathF.Truncate(a);
        y[at + 15] = MathF.Round(a);
        y[at + 16] = (a < b ? 1 : 0) + (a <= b ? 2 : 0) + (a > b ? 4 : 0) + (a >= b ? 8 : 0) + (a == b ? 16 : 0) + (a != b ? 32 : 0);
        y[at + 17] = (!(a < b) ? 1 : 0) + (!(a >= b) ? 2 : 0) + (float.IsNaN(a) ? 4 : 0);
        y[at + 18] = Interop.IntAsFloat(Interop.FloatAsInt(a) ^ 0x80000000u);
        y[at + 19] = MathF.CopySign(a, b);
        y[at + 20] = a > 0 && b > 0 || a < -5 ? a : b;
        y[at + 21] = 1f / MathF.Sqrt(MathF.Abs(a));
        y[at + 22] = (float)((double)a * b + 1e-3);
        y[at + 23] = MathF.Max(0f * a, -0f) + MathF.Min(a, -0f);
    }

    public static void DoubleArithmetic(Index1D i, ArrayView<float> x, ArrayView<double> y)
    {
        double a = x[i] * 1.1, b = x[(i + 1) % 256] / 3.0;
        int at = i * RealOutputs;
        y[at] = a + b;
        y[at + 1] = a - b;
        y[at + 2] = a * b;
        y[at + 3] = a / b;
        y[at + 4] = a % b;
        y[at + 5] = -a;
        y[at + 6] = a * b + a;
        y[at + 7] = Math.FusedMultiplyAdd(a, b, a);
        y[at + 8] = Math.Sqrt(a);
        y[at + 9] = Math.Max(a, b);
        y[at + 10] = Math.Min(a, b);
        y[at + 11] = Math.Abs(a);
        y[at + 12] = Math.Floor(a);
        y[at + 13] = Math.Ceiling(a);
        y[at + 14] = Math.Truncate(a);
        y[at + 15] = Math.Round(a);
        y[at + 16] = (float)a;
        y[at + 17] = Interop.IntAsFloat(Interop.FloatAsInt(a) ^ 0x8000000000000000UL);
    }

    public static void RealToInteger(Index1D i, ArrayView<float> x, ArrayView<long> y)
    {
        float a = x[i];
        double d = a * 1.0000001;
        int at = i * ConversionOutputs;
        y[at] = (int)a;
        y[at + 1] = (uint)a;
        y[at + 2] = (long)a;
        y[at + 3] = (long)(ulong)a;
        y[at + 4] = (int)d;
        y[at + 5] = (uint)d;
        y[at + 6] = (long)d;
        y[at + 7] = (long)(ulong)d;
        y[at + 8] = (byte)a;
        y[at + 9] = (sbyte)a;
        y[at + 10] = (short)a;
        y[at + 11] = (ushort)a;
        y[at + 12] = (byte)d;
        y[at + 13] = (short)d;
        y[at + 14] = (char)a;
        y[at + 15] = (sbyte)d;
    }

    public static void IntegerToReal(Index1D i, ArrayView<int> x, ArrayView<double> y)
    {
        int v = x[i];
        long w = ((long)v << 32) ^ (v * 2654435761L);
        int at = i * FromIntegerOutputs;
        y[at] = (float)v;
        y[at + 1] = (float)(uint)v;
        y[at + 2] = (float)w;
        y[at + 3] = (float)(ulong)w;
        y[at + 4] = v;
        y[at + 5] = (uint)v;
        y[at + 6] = w;
        y[at + 7] = (ulong)w;
        y[at + 8] = (float)(sbyte)v + (byte)v;
        y[at + 9] = (double)(short)v - (ushort)v;
        y[at + 10] = (float)v / 3f;
        y[at + 11] = (char)v * 0.5f;
    }
}
