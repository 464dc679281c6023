using System.Runtime.CompilerServices;

namespace Gpu.Kernels.RandomNumbers;

/// <summary>Four random words.</summary>
/// <param name="w0">Word 0.</param>
/// <param name="w1">Word 1.</param>
/// <param name="w2">Word 2.</param>
/// <param name="w3">Word 3.</param>
public readonly struct PhiloxWords(uint w0, uint w1, uint w2, uint w3)
{
    /// <summary>High word of the even element of a block.</summary>
    public readonly uint W0 = w0;

    /// <summary>Low word of the even element of a block.</summary>
    public readonly uint W1 = w1;

    /// <summary>High word of the odd element of a block.</summary>
    public readonly uint W2 = w2;

    /// <summary>Low word of the odd element of a block.</summary>
    public readonly uint W3 = w3;
}

/// <summary>The counter-based generator Philox 4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; 2011).</summary>
/// <remarks>Plain integer arithmetic: the same words on every device. Element i of a request uses block offset + i / 2: W0 and W1
/// when i is even, W2 and W3 when it is odd.</remarks>
public static class Philox
{
    /// <summary>The four words of one counter: ten rounds over the 128-bit counter (counter, 0) with the 64-bit key <paramref name="seed"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxWords Words(ulong seed, ulong counter)
    {
        uint c0 = (uint)counter, c1 = (uint)(counter >> 32), c2 = 0, c3 = 0;
        uint k0 = (uint)seed, k1 = (uint)(seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = (ulong)c0 * 0xD2511F53u, p1 = (ulong)c2 * 0xCD9E8D57u;
            c0 = (uint)(p1 >> 32) ^ c1 ^ k0;
            c1 = (uint)p1;
            c2 = (uint)(p0 >> 32) ^ c3 ^ k1;
            c3 = (uint)p0;
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }
        return new PhiloxWords(c0, c1, c2, c3);
    }
}
