namespace Gpu.Kernels.Numbers;

/// <summary>The result of a comparison of numbers of kind <typeparamref name="N"/>: one truth value per lane.</summary>
/// <remarks>It has its own type so that nobody computes with it by accident: how a truth value is kept is up to the number
/// (a lane of a vector keeps all bits set, a single number keeps 1).</remarks>
public readonly struct Mask<N>(N bits) where N : struct, INum<N>
{
    /// <summary>The truth values in the number's own representation.</summary>
    public readonly N Bits = bits;

    /// <summary>Both.</summary>
    public static Mask<N> operator &(Mask<N> a, Mask<N> b) => N.Both(a, b);

    /// <summary>Either.</summary>
    public static Mask<N> operator |(Mask<N> a, Mask<N> b) => N.Either(a, b);

    /// <summary>Not.</summary>
    public static Mask<N> operator !(Mask<N> a) => N.Not(a);
}
