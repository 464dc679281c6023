namespace Gpu.Kernels.Numbers;

/// <summary>Access to the bit patterns of floats of one width (32 or 64). Only the elementary functions use it.</summary>
/// <remarks>A bit pattern is kept in the number itself, so that formulas need no second type. "Bits" below means the pattern taken
/// as a signed integer of the number's width.</remarks>
public interface IBits<N> : IReal<N> where N : struct, IBits<N>
{
    /// <summary>The number whose bits are the low 32 or 64 bits of <paramref name="pattern"/>.</summary>
    static abstract N FromBits(long pattern);

    /// <summary>Bitwise and.</summary>
    static abstract N BitAnd(N a, N b);

    /// <summary>Bitwise or.</summary>
    static abstract N BitOr(N a, N b);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract N BitXor(N a, N b);

    /// <summary>Bits moved left; zeros enter. 0 &lt;= count &lt; width, the same for all lanes.</summary>
    static abstract N ShiftLeft(N a, int count);

    /// <summary>Bits moved right; zeros enter.</summary>
    static abstract N ShiftRight(N a, int count);

    /// <summary>Bits moved right; copies of the sign bit enter.</summary>
    static abstract N ShiftRightSigned(N a, int count);

    /// <summary>Integer sum of bits, wraps around.</summary>
    static abstract N AddBits(N a, N b);

    /// <summary>Integer difference of bits, wraps around.</summary>
    static abstract N SubBits(N a, N b);

    /// <summary>Compares bits as signed integers: a &gt; b.</summary>
    static abstract Mask<N> BitsGreater(N a, N b);

    /// <summary>Compares bits: a = b.</summary>
    static abstract Mask<N> BitsEqual(N a, N b);

    /// <summary>The integer value of a, an integral number in the range of the signed integer of this width, as bits.</summary>
    static abstract N ToInteger(N a);

    /// <summary>The number nearest to the signed integer whose bits are given.</summary>
    static abstract N FromInteger(N bits);

    /// <summary>True when the mask holds in any lane: lets a formula skip work whose result no lane would select.</summary>
    static abstract bool Any(Mask<N> mask);
}
