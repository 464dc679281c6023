using System.Runtime.InteropServices;

namespace Gpu.Kernels.Accelerated;

/// <summary>The walk of a kernel over up to four operands, prepared on the host: dimensions that lie end to end in all operands become one.</summary>
internal struct Walk
{
    /// <summary>The merged sizes.</summary>
    public Shape Shape;

    /// <summary>The merged strides of each operand.</summary>
    public Steps First, Second, Third, Fourth;

    /// <summary>An elementwise walk: every layout has the sizes of <paramref name="y"/>, which comes first.</summary>
    public static Walk Over(Layout y, Layout a, Layout b, Layout c)
    {
        Walk walk = default;
        for (int d = y.Rank - 1; d >= 0; d--)
            walk.Add(y.Sizes[d], y.Strides[d], a.Strides[d], b.Strides[d], c.Strides[d]);
        return walk.Closed();
    }

    /// <summary>Adds a dimension outside those added so far.</summary>
    public void Add(int size, int first, int second = 0, int third = 0, int fourth = 0)
    {
        if (size == 1) return;
        var sizes = Sizes(ref Shape);
        int last = Shape.Rank - 1;
        if (last >= 0)
        {
            int inner = sizes[last];
            if (first == At(ref First)[last] * inner && second == At(ref Second)[last] * inner
                && third == At(ref Third)[last] * inner && fourth == At(ref Fourth)[last] * inner)
            {
                sizes[last] *= size;
                return;
            }
        }
        int next = Shape.Rank++;
        sizes[next] = size;
        (At(ref First)[next], At(ref Second)[next], At(ref Third)[next], At(ref Fourth)[next]) = (first, second, third, fourth);
    }

    /// <summary>The finished walk: a kernel needs at least one dimension.</summary>
    public readonly Walk Closed()
    {
        var walk = this;
        if (walk.Shape.Rank == 0) (walk.Shape.Rank, walk.Shape.N0) = (1, 1);
        if (walk.Shape.Rank > 1) walk.Shape.Close();
        return walk;
    }

    /// <summary>Row-major strides over <paramref name="shape"/>, each multiplied by <paramref name="width"/>.</summary>
    public static Steps Dense(Shape shape, int width)
    {
        Steps steps = default;
        for (int d = 0, step = width; d < shape.Rank; step *= Sizes(ref shape)[d++])
            At(ref steps)[d] = step;
        return steps;
    }

    private static Span<int> Sizes(ref Shape shape) => MemoryMarshal.CreateSpan(ref shape.N0, Layout.MaxRank);

    private static Span<int> At(ref Steps steps) => MemoryMarshal.CreateSpan(ref steps.S0, Layout.MaxRank);
}
