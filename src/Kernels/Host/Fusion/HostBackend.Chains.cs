using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Operations that take a pending chain in instead of asking for its values.</summary>
internal sealed unsafe partial class HostBackend
{
    /// <summary>Folds of fewer elements go by memory: many of them are folded at once there.</summary>
    private const int ShortestFold = 64;

    /// <summary>Folds a pending result without writing it, where the folded dimensions are the last ones.</summary>
    private static bool TryReduceChain<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction
    {
        if (x.Layout is not { IsContiguous: true, Offset: 0 } || x.Layout.Count != x.Storage.Count || !y.Layout.IsContiguous || !AreLast(x.Layout, y.Layout)) return false;
        int rows = y.Layout.Count;
        if (rows == 0 || x.Layout.Count / rows < ShortestFold || Chain.Passing(x.Storage) is not { } chain) return false;
        using (chain)
        {
            var program = new TileProgram(chain);
            if (x.DType == DType.Float32) ReduceChain<TOp, float>(op, program, x.Layout.Count / rows, y);
            else ReduceChain<TOp, double>(op, program, x.Layout.Count / rows, y);
            chain.Finish();
        }
        return true;
    }

    private static void ReduceChain<TOp, T>(TOp op, TileProgram chain, int n, in Operand y) where TOp : struct, IReduction where T : unmanaged
    {
        if (Avx512DQ.IsSupported) ChainReduction<Lanes512<T>, T, TOp>.Run(op, chain, n, (T*)y.Pointer(), y.Layout.Count);
        else if (Fma.IsSupported) ChainReduction<Lanes256<T>, T, TOp>.Run(op, chain, n, (T*)y.Pointer(), y.Layout.Count);
        else ChainReduction<Lanes128<T>, T, TOp>.Run(op, chain, n, (T*)y.Pointer(), y.Layout.Count);
        GC.KeepAlive(y.Storage);
    }

    /// <summary>Whether no dimension that stays comes after one that is folded.</summary>
    private static bool AreLast(Layout x, Layout y)
    {
        bool folded = false;
        for (int d = 0; d < x.Rank; d++)
        {
            if (Reduction.IsFolded(x, y, d)) folded = true;
            else if (folded && x.Sizes[d] != 1) return false;
        }
        return true;
    }
}
