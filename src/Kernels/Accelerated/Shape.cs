using System.Numerics;

namespace Gpu.Kernels.Accelerated;

/// <summary>The sizes a kernel walks over, innermost first. Fields and an unrolled ladder, because an array that is indexed in a loop
/// goes to slow local memory on a GPU.</summary>
internal struct Shape
{
    /// <summary>Number of dimensions, at least 1.</summary>
    public int Rank;

    /// <summary>Size of each dimension. The last used one is never read: it takes what is left.</summary>
    public int N0, N1, N2, N3, N4, N5, N6, N7;

    /// <summary>Division by a size as multiplication and shift: i / n = i * factor >> shift for every i below 2³¹.</summary>
    public ulong Factor0, Factor1, Factor2, Factor3, Factor4, Factor5, Factor6;
    public int Shift0, Shift1, Shift2, Shift3, Shift4, Shift5, Shift6;

    /// <summary>The coordinates of the element with row-major number <paramref name="index"/>.</summary>
    public readonly Coordinates At(int index)
    {
        // Each step splits the outermost coordinate so far.
        Coordinates c = default;
        c.C0 = index;
        if (Rank > 1)
        {
            c.C1 = Divide(c.C0, Factor0, Shift0);
            c.C0 -= c.C1 * N0;
        }
        if (Rank > 2)
        {
            c.C2 = Divide(c.C1, Factor1, Shift1);
            c.C1 -= c.C2 * N1;
        }
        if (Rank > 3)
        {
            c.C3 = Divide(c.C2, Factor2, Shift2);
            c.C2 -= c.C3 * N2;
        }
        if (Rank > 4)
        {
            c.C4 = Divide(c.C3, Factor3, Shift3);
            c.C3 -= c.C4 * N3;
        }
        if (Rank > 5)
        {
            c.C5 = Divide(c.C4, Factor4, Shift4);
            c.C4 -= c.C5 * N4;
        }
        if (Rank > 6)
        {
            c.C6 = Divide(c.C5, Factor5, Shift5);
            c.C5 -= c.C6 * N5;
        }
        if (Rank > 7)
        {
            c.C7 = Divide(c.C6, Factor6, Shift6);
            c.C6 -= c.C7 * N6;
        }
        return c;
    }

    /// <summary>Prepares <see cref="At"/>, on the host, when the sizes are final.</summary>
    public void Close()
    {
        (Factor0, Shift0) = Reciprocal(N0);
        (Factor1, Shift1) = Reciprocal(N1);
        (Factor2, Shift2) = Reciprocal(N2);
        (Factor3, Shift3) = Reciprocal(N3);
        (Factor4, Shift4) = Reciprocal(N4);
        (Factor5, Shift5) = Reciprocal(N5);
        (Factor6, Shift6) = Reciprocal(N6);
    }

    private static int Divide(int index, ulong factor, int shift) => (int)((ulong)index * factor >> shift);

    /// <summary>factor = ⌈2^(31 + l) / n⌉ with 2^l ≥ n: its relative error is below 2⁻³¹, so that the quotient of every index below 2³¹ is
    /// exact, and the product stays below 2⁶³ (Granlund, Montgomery: Division by invariant integers using multiplication; 1994).</summary>
    private static (ulong Factor, int Shift) Reciprocal(int n)
    {
        if (n <= 0) return default;
        int shift = 31 + (n == 1 ? 0 : 32 - BitOperations.LeadingZeroCount((uint)(n - 1)));
        return (((1ul << shift) - 1) / (ulong)n + 1, shift);
    }
}

/// <summary>A position along each dimension, innermost first; 0 beyond the rank.</summary>
internal struct Coordinates
{
    public int C0, C1, C2, C3, C4, C5, C6, C7;
}

/// <summary>The distances in elements between neighbours of each dimension in one operand, innermost first; 0 beyond the rank.</summary>
internal struct Steps
{
    public int S0, S1, S2, S3, S4, S5, S6, S7;

    /// <summary>Where the element at these coordinates lies, counted from the operand's first element.</summary>
    public readonly int Position(Coordinates c, int rank)
    {
        int position = c.C0 * S0;
        if (rank > 1) position += c.C1 * S1;
        if (rank > 2) position += c.C2 * S2;
        if (rank > 3) position += c.C3 * S3 + c.C4 * S4 + c.C5 * S5 + c.C6 * S6 + c.C7 * S7;
        return position;
    }

    /// <summary>The position of element number <paramref name="index"/> of <paramref name="shape"/>.</summary>
    public readonly int Position(int index, Shape shape) => Position(shape.At(index), shape.Rank);
}
