namespace Gpu.Kernels.Accelerated;

/// <summary>The sizes a kernel walks over, innermost first. Fields and an unrolled ladder, because an array that is indexed in a loop
/// goes to slow local memory on a GPU.</summary>
internal struct Shape
{
    /// <summary>Number of dimensions, at least 1.</summary>
    public int Rank;

    /// <summary>Size of each dimension. The last used one is never read: it takes what is left.</summary>
    public int N0, N1, N2, N3, N4, N5, N6, N7;

    /// <summary>The coordinates of the element with row-major number <paramref name="index"/>.</summary>
    public readonly Coordinates At(int index)
    {
        // Each step splits the outermost coordinate so far.
        Coordinates c = default;
        c.C0 = index;
        if (Rank > 1)
        {
            c.C1 = c.C0 / N0;
            c.C0 -= c.C1 * N0;
        }
        if (Rank > 2)
        {
            c.C2 = c.C1 / N1;
            c.C1 -= c.C2 * N1;
        }
        if (Rank > 3)
        {
            c.C3 = c.C2 / N2;
            c.C2 -= c.C3 * N2;
        }
        if (Rank > 4)
        {
            c.C4 = c.C3 / N3;
            c.C3 -= c.C4 * N3;
        }
        if (Rank > 5)
        {
            c.C5 = c.C4 / N4;
            c.C4 -= c.C5 * N4;
        }
        if (Rank > 6)
        {
            c.C6 = c.C5 / N5;
            c.C5 -= c.C6 * N5;
        }
        if (Rank > 7)
        {
            c.C7 = c.C6 / N6;
            c.C6 -= c.C7 * N6;
        }
        return c;
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
