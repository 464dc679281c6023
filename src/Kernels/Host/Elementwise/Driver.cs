using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Brings strided and broadcast operands to the inner loops, on as many threads as pay.</summary>
internal static unsafe class Driver
{
    /// <summary>Elements that a thread takes at a time.</summary>
    private const int Grain = 16384;

    /// <summary>y = f()</summary>
    public static void Run<TLoop>(TLoop loop, in Operand y) where TLoop : struct, ILoop => Run(loop, y, y, y, y, 0);

    /// <summary>y = f(a)</summary>
    public static void Run<TLoop>(TLoop loop, in Operand a, in Operand y) where TLoop : struct, ILoop => Run(loop, a, a, a, y, 1);

    /// <summary>y = f(a, b)</summary>
    public static void Run<TLoop>(TLoop loop, in Operand a, in Operand b, in Operand y) where TLoop : struct, ILoop => Run(loop, a, b, a, y, 2);

    /// <summary>y = f(a, b, c)</summary>
    public static void Run<TLoop>(TLoop loop, in Operand a, in Operand b, in Operand c, in Operand y) where TLoop : struct, ILoop => Run(loop, a, b, c, y, 3);

    private static void Run<TLoop>(TLoop loop, in Operand a, in Operand b, in Operand c, in Operand y, int inputs) where TLoop : struct, ILoop
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        var flat = new FlatJob<TLoop>(loop, count);
        if (y.Layout.IsContiguous && flat.Y.Set(y) && (inputs < 1 || flat.A.Set(a)) && (inputs < 2 || flat.B.Set(b)) && (inputs < 3 || flat.C.Set(c)))
        {
            if (count < 2 * Grain) flat.Run(0, count);
            else WorkerPool.Run((count + Grain - 1) / Grain, ref flat);
        }
        else RunWalk(loop, a, b, c, y, inputs, count);
        // The addresses above do not keep the blocks from their finalizers.
        GC.KeepAlive(a.Storage);
        GC.KeepAlive(b.Storage);
        GC.KeepAlive(c.Storage);
        GC.KeepAlive(y.Storage);
    }

    private static void RunWalk<TLoop>(TLoop loop, in Operand a, in Operand b, in Operand c, in Operand y, int inputs, int count) where TLoop : struct, ILoop
    {
        var walk = Walk.Over(y.Layout.Sizes);
        if (inputs > 0) walk.Add(a);
        if (inputs > 1) walk.Add(b);
        if (inputs > 2) walk.Add(c);
        walk.Add(y);
        walk.Merge();
        var job = new WalkJob<TLoop>(loop, walk, count);
        if (count < 2 * Grain) job.Run(0, count);
        else WorkerPool.Run((count + Grain - 1) / Grain, ref job);
    }

    /// <summary>An operand that is contiguous, or a single element seen everywhere.</summary>
    private struct Flat
    {
        private byte* _start;
        private int _step;

        public readonly bool Stays => _step == 0;

        public readonly byte* At(int index) => _start + (long)index * _step;

        /// <summary>False when the operand is neither.</summary>
        public bool Set(in Operand operand)
        {
            var layout = operand.Layout;
            if (layout.IsContiguous) _step = operand.DType.Size();
            else
            {
                for (int d = 0; d < layout.Rank; d++)
                    if (layout.Strides[d] != 0 && layout.Sizes[d] != 1)
                        return false;
            }
            _start = operand.Pointer();
            return true;
        }
    }

    private struct FlatJob<TLoop>(TLoop loop, int count) : IJob where TLoop : struct, ILoop
    {
        public Flat A, B, C, Y;
        private TLoop _loop = loop;

        public void Run(int part) => Run(part * Grain, Math.Min(count, (part + 1) * Grain));

        public void Run(int start, int end)
        {
            int stays = (A.Stays ? 1 : 0) | (B.Stays ? 2 : 0) | (C.Stays ? 4 : 0);
            _loop.Run(A.At(start), B.At(start), C.At(start), Y.At(start), stays, end - start);
        }
    }

    /// <summary>Goes row by row. Rows that are short, or whose neighbours are apart, pass through dense buffers.</summary>
    private struct WalkJob<TLoop>(TLoop loop, Walk walk, int count) : IJob where TLoop : struct, ILoop
    {
        private const int ShortRow = 16;
        private const int Tile = 512;
        private const int TileBytes = Tile * sizeof(long) + 64;

        private Walk _walk = walk;
        private TLoop _loop = loop;

        public void Run(int part) => Run(part * Grain, Math.Min(count, (part + 1) * Grain));

        public void Run(int start, int end)
        {
            if (_walk.Rank == 1 || _walk.Inner >= ShortRow) Rows(start, end);
            else Tiles(start, end);
        }

        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Rows(int start, int end)
        {
            byte* buffers = stackalloc byte[Walk.MaxOperands * TileBytes];
            int inner = _walk.Inner, inputs = _walk.Operands - 1, stays = 0, gathered = 0;
            for (int o = 0; o <= inputs; o++)
            {
                long stride = _walk.InnerStride(o);
                if (stride == 0 && o < inputs) stays |= 1 << o;
                else if (stride != _walk.ItemSize(o)) gathered |= 1 << o;
            }
            int most = gathered == 0 ? int.MaxValue : Tile;
            byte** at = stackalloc byte*[Walk.MaxOperands];
            var (row, column) = Math.DivRem(start, inner);
            for (int done = start, n; done < end; done += n)
            {
                n = Math.Min(Math.Min(end - done, inner - column), most);
                for (int o = 0; o <= inputs; o++)
                {
                    at[o] = buffers + o * TileBytes;
                    if ((gathered & (1 << o)) == 0) at[o] = _walk.Row(o, row) + column * _walk.InnerStride(o);
                    else if (o < inputs) _walk.Gather(o, done, n, at[o]);
                }
                _loop.Run(at[0], at[1], at[2], at[inputs], stays, n);
                if ((gathered & (1 << inputs)) != 0) _walk.Scatter(inputs, done, n, at[inputs]);
                column += n;
                if (column == inner) (row, column) = (row + 1, 0);
            }
        }

        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Tiles(int start, int end)
        {
            byte* buffers = stackalloc byte[Walk.MaxOperands * TileBytes];
            int inputs = _walk.Operands - 1;
            for (int done = start; done < end; done += Tile)
            {
                int n = Math.Min(end - done, Tile);
                for (int o = 0; o < inputs; o++) _walk.Gather(o, done, n, buffers + o * TileBytes);
                byte* y = buffers + inputs * TileBytes;
                _loop.Run(buffers, buffers + TileBytes, buffers + 2 * TileBytes, y, 0, n);
                _walk.Scatter(inputs, done, n, y);
            }
        }
    }
}
