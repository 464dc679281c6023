using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Products of matrices. Vectors run over columns of the result, never over k, so the order of every sum is that of <see cref="ReductionOrder"/>.</summary>
internal static unsafe class MatrixProduct<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>Products with fewer multiply-adds than this stay on the caller's thread: waking another one takes as long.</summary>
    private const long SmallWork = 1 << 20;

    /// <summary>Right operands with no more elements than this stay in the second cache and are read as they lie.</summary>
    private const long SmallRight = 65536;

    /// <summary>Products with no more rows than this many tiles would use packed operands too seldom: half as many where a part has not all the rows, and others prepare the same columns.</summary>
    private const int FewTiles = 8;

    /// <summary>Bytes of the packed block of the left operand: it stays in the second cache.</summary>
    private const int LeftBytes = 320 << 10;

    /// <summary>Parts for each thread where the parts are cheap, so that a thread that is late costs little.</summary>
    private const int PartsEach = 4;

    private static int PanelColumns => Tiling<V, T>.PanelColumns;

    /// <summary>y[n] = a[n] @ b[n]. True where the epilogue was applied; elsewhere the results are few or lie apart, and it remains to be done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Run(in Operand a, in Operand b, in Operand y, in Epilogue<T> epilogue)
    {
        int m = y.Layout.Sizes[1], columns = y.Layout.Sizes[2], k = a.Layout.Sizes[2];
        bool applies = false;
        if (y.Layout.Count == 0) return true;
        // What is pending is computed here, by all threads: a part of the product would do it alone while the others wait.
        (_, _, _) = (a.Storage.Block, b.Storage.Block, epilogue.C.Storage?.Block);
        if (k == 0) Driver.Run(new FillLoop<T>(default), y);
        else if (SmallProduct<T>.Fits((long)y.Layout.Count * k, k))
            for (int n = 0; n < y.Layout.Sizes[0]; n++) SmallProduct<T>.Run(Matrix<T>.Of(a, n), Matrix<T>.Of(b, n), Matrix<T>.Of(y, n), m, columns, k);
        else if (m == 1 || columns == 1) VectorProduct<V, T>.Run(a, b, y);
        else
        {
            applies = y.Layout.Strides[1] == 1 || y.Layout.Strides[2] == 1;
            Tiled(a, b, y, applies ? epilogue : default, m, columns, k);
        }
        GC.KeepAlive(a.Storage);
        GC.KeepAlive(b.Storage);
        GC.KeepAlive(y.Storage);
        GC.KeepAlive(epilogue.C.Storage);
        return applies;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiled(in Operand a, in Operand b, in Operand y, in Epilogue<T> epilogue, int m, int columns, int k)
    {
        int batch = y.Layout.Sizes[0];
        // Where the results of a column are neighbours, yᵀ = bᵀ aᵀ. A product of two numbers does not depend on their order.
        var job = y.Layout.Strides[2] != 1 && y.Layout.Strides[1] == 1
            ? new ProductJob<V, T>(b, a, y, epilogue, columns, m, k, transposed: true) : new ProductJob<V, T>(a, b, y, epilogue, m, columns, k, transposed: false);
        long work = (long)m * columns * k;
        int threads = work * batch < SmallWork ? 1 : HostThreads.Count;
        int parts = threads == 1 ? 1 : Parts.Count(threads * PartsEach, batch);
        if ((long)k * job.Columns > SmallRight && job.Tiles > (job.Panels < parts ? FewTiles / 2 : FewTiles))
        {
            int blockTiles = Math.Max(1, LeftBytes / sizeof(T) / ReductionOrder.ProductChunk / job.LeftWidth);
            // For every thread the same number.
            int blocks = Parts.RoundUp(Parts.Count(job.Tiles, blockTiles), threads);
            job.Cut(Math.Min(job.Tiles, blocks), 1);
            for (int n = 0; n < batch; n++) Packed(job.Of(n), threads);
            return;
        }
        int across = Math.Min(parts, job.Panels);
        job.Cut(Math.Min(Parts.Count(parts, across), job.Tiles), across);
        WorkerPool.Run(job.Blocks * batch, ref job, alone: threads == 1);
    }

    /// <summary>One product of the batch, with both operands packed: b once, piece by piece where it is large, a by the thread that needs it.</summary>
    private static void Packed(ProductJob<V, T> job, int threads)
    {
        int k = job.K, columns = job.Columns;
        long most = PackMemory.MaxBytes / sizeof(T);
        int depth = (int)Math.Min(k, Math.Max(1, most / columns / ReductionOrder.ProductChunk) * ReductionOrder.ProductChunk);
        int width = (int)Math.Min(columns, most / depth / PanelColumns * PanelColumns);
        T* packed = (T*)PackMemory.Rent((long)(width + PanelColumns) * depth * sizeof(T), out object token);
        for (int from = 0; from < k; from += depth)
            for (int first = 0; first < columns; first += width)
            {
                var piece = job.Piece(from, Math.Min(k, from + depth), first, Math.Min(width, columns - first), packed);
                var pack = new RightPacking<V, T>(piece);
                WorkerPool.Run(pack.Panels, ref pack, alone: threads == 1);
                WorkerPool.Run(piece.Blocks, ref piece, alone: threads == 1);
            }
        PackMemory.Return(token);
    }
}
