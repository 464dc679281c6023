using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>The partial results of a reduction and how two are combined.</summary>
internal interface ILeaves<T> where T : unmanaged
{
    /// <summary>Partial result <paramref name="j"/>: a chain in its fixed order.</summary>
    T Leaf(int j);

    /// <summary>Combines two results; <paramref name="a"/> comes first.</summary>
    T Combine(T a, T b);
}

/// <summary>The two ways to evaluate the halving tree of <see cref="ReductionOrder"/>. They give the same bits.</summary>
internal static class Tree
{
    /// <summary>By a group: its threads share the leaves, then combine them level by level in shared memory.</summary>
    /// <param name="leaves">The leaves.</param>
    /// <param name="count">Leaves that exist.</param>
    /// <param name="shared">Room for <paramref name="most"/> values.</param>
    /// <param name="most">The most leaves, a power of two.</param>
    /// <returns>The result, for every thread.</returns>
    public static T ByGroup<TLeaves, T>(TLeaves leaves, int count, ArrayView<T> shared, int most) where TLeaves : struct, ILeaves<T> where T : unmanaged
    {
        for (int p = Group.IdxX; p < most; p += Group.DimX)
            if (p < count) shared[p] = leaves.Leaf(p);
        Group.Barrier();
        for (int s = most / 2; s > 0; s >>= 1)
        {
            for (int p = Group.IdxX; p < s; p += Group.DimX)
                if (p + s < count) shared[p] = leaves.Combine(shared[p], shared[p + s]);
            Group.Barrier();
        }
        return shared[0];
    }

    /// <summary>By one thread: leaves in bit-reversed order, which is the tree's own order, so that a stack of its depth is enough.</summary>
    /// <param name="leaves">The leaves.</param>
    /// <param name="count">Leaves that exist, 1 to 256.</param>
    public static T ByThread<TLeaves, T>(TLeaves leaves, int count) where TLeaves : struct, ILeaves<T> where T : unmanaged
    {
        var stack = LocalMemory.Allocate<T>(8);
        int half = 0;
        while ((half == 0 ? 1 : 2 * half) < count) half = half == 0 ? 1 : 2 * half;
        int j = 0;
        T value = leaves.Leaf(0);
        bool done = half == 0;
        while (!done)
        {
            // The node at j is finished. While it is a right child, combine it with its left sibling; an absent one changes nothing.
            int level = 0, bit = half;
            while ((j & bit) != 0)
            {
                if (j < count) value = leaves.Combine(stack[level], value);
                else value = stack[level];
                j ^= bit;
                bit >>= 1;
                level++;
            }
            done = bit == 0;
            if (!done)
            {
                stack[level] = value;
                j |= bit;
                if (j < count) value = leaves.Leaf(j);
            }
        }
        return value;
    }
}
