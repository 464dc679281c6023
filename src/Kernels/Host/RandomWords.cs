using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.RandomNumbers;

namespace Gpu.Kernels.Host;

/// <summary>The words of many counters of <see cref="Philox"/> at once.</summary>
internal static unsafe class RandomWords
{
    /// <summary>Counters of one step: so many words may be written beyond those asked for.</summary>
    public const int AtOnce = 8;

    /// <summary>w0[i], w1[i], w2[i], w3[i] = the words of counter first + i, for i &lt; count.</summary>
    public static void Fill(ulong seed, ulong first, int count, uint* w0, uint* w1, uint* w2, uint* w3)
    {
        if (Avx2.IsSupported)
            for (int i = 0; i < count; i += AtOnce) Eight(seed, first + (ulong)i, w0 + i, w1 + i, w2 + i, w3 + i);
        else
            for (int i = 0; i < count; i++)
            {
                var words = Philox.Words(seed, first + (ulong)i);
                (w0[i], w1[i], w2[i], w3[i]) = (words.W0, words.W1, words.W2, words.W3);
            }
    }

    // A word is the low half of a 64-bit lane. What the upper halves hold is never read: the product takes the low ones, and so does the end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(ulong seed, ulong first, uint* w0, uint* w1, uint* w2, uint* w3)
    {
        Vector256<ulong> a0 = Vector256.Create(first) + Vector256.Create(0ul, 1, 2, 3), b0 = a0 + Vector256.Create(4ul);
        Vector256<ulong> a1 = a0 >>> 32, b1 = b0 >>> 32, a2 = Vector256<ulong>.Zero, b2 = a2, a3 = a2, b3 = a2;
        var (m0, m1) = (Vector256.Create(0xD2511F53ul).AsUInt32(), Vector256.Create(0xCD9E8D57ul).AsUInt32());
        uint k0 = (uint)seed, k1 = (uint)(seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            var (key0, key1) = (Vector256.Create((ulong)k0), Vector256.Create((ulong)k1));
            Vector256<ulong> p = Avx2.Multiply(a0.AsUInt32(), m0), q = Avx2.Multiply(a2.AsUInt32(), m1);
            Vector256<ulong> r = Avx2.Multiply(b0.AsUInt32(), m0), s = Avx2.Multiply(b2.AsUInt32(), m1);
            (a0, a1, a2, a3) = ((q >>> 32) ^ a1 ^ key0, q, (p >>> 32) ^ a3 ^ key1, p);
            (b0, b1, b2, b3) = ((s >>> 32) ^ b1 ^ key0, s, (r >>> 32) ^ b3 ^ key1, r);
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }
        Vector256.Narrow(a0, b0).Store(w0);
        Vector256.Narrow(a1, b1).Store(w1);
        Vector256.Narrow(a2, b2).Store(w2);
        Vector256.Narrow(a3, b3).Store(w3);
    }
}
