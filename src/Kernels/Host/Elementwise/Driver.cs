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

    // The generic part is thin: it runs unoptimized at first, once for every operation.
    private static void Run<TLoop>(TLoop loop, in Operand a, in Operand b, in Operand c, in Operand y, int inputs) where TLoop : struct, ILoop
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        if (Flat.TryFrom(a, b, c, y, inputs, out var flat))
        {
            if (count < 2 * Grain) loop.Run(flat.A, flat.B, flat.C, flat.Y, flat.Stays, count);
            else
            {
                int length = Parts.Even(count, Grain);
                var job = new FlatJob<TLoop>(loop, flat, count, length);
                WorkerPool.Run(Parts.Count(count, length), ref job);
            }
        }
        else if (ShortRows.Serve(y, count)) RunShortRows(loop, a, b, c, y, inputs, count);
        else
        {
            int length = Parts.Even(count, Grain);
            var job = new WalkJob<TLoop>(loop, WalkOver(a, b, c, y, inputs), count, length);
            if (count < 2 * Grain) job.Run(0, count);
            else WorkerPool.Run(Parts.Count(count, length), ref job);
        }
        // The addresses above do not keep the storages from the collector.
        GC.KeepAlive(a.Storage);
        GC.KeepAlive(b.Storage);
        GC.KeepAlive(c.Storage);
        GC.KeepAlive(y.Storage);
    }

    [SkipLocalsInit]
    private static void RunShortRows<TLoop>(TLoop loop, in Operand a, in Operand b, in Operand c, in Operand y, int inputs, int count) where TLoop : struct, ILoop
    {
        byte* buffers = stackalloc byte[3 * ShortRows.TileBytes];
        byte* pa = inputs > 0 ? ShortRows.Dense(a, count, buffers) : null;
        byte* pb = inputs > 1 ? ShortRows.Dense(b, count, buffers + ShortRows.TileBytes) : null;
        byte* pc = inputs > 2 ? ShortRows.Dense(c, count, buffers + 2 * ShortRows.TileBytes) : null;
        loop.Run(pa, pb, pc, y.Pointer(), 0, count);
    }

    /// <summary>A small matrix with short rows: what the general way prepares would take longer than the operation.</summary>
    private static class ShortRows
    {
        private const int Most = 512;

        /// <summary>Bytes of a buffer for the elements of one operand.</summary>
        public const int TileBytes = Most * sizeof(long) + 64;

        public static bool Serve(in Operand y, int count) => count <= Most && y.Layout is { IsContiguous: true, Rank: 2 } && y.Layout.Sizes[1] < Strided.ShortRow;

        /// <summary>Where the elements lie one after another: in the operand, or in the buffer.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static byte* Dense(in Operand operand, int count, byte* buffer)
        {
            var layout = operand.Layout;
            byte* start = operand.Pointer();
            if (layout.IsContiguous) return start;
            int item = operand.DType.Size();
            Strided.CopyShortRows(start, (long)layout.Strides[0] * item, (long)layout.Strides[1] * item, layout.Sizes[1], 0, count, buffer, item, gathers: true);
            return buffer;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Walk WalkOver(in Operand a, in Operand b, in Operand c, in Operand y, int inputs)
    {
        var walk = Walk.Over(y.Layout.Sizes);
        if (inputs > 0) walk.Add(a);
        if (inputs > 1) walk.Add(b);
        if (inputs > 2) walk.Add(c);
        walk.Add(y);
        walk.Merge();
        return walk;
    }

    /// <summary>Operands that are contiguous, or a single element seen everywhere (then its bit of <see cref="Stays"/> is set).</summary>
    private struct Flat
    {
        public byte* A, B, C, Y;
        public int Stays;
        private int _itemA, _itemB, _itemC, _itemY;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static bool TryFrom(in Operand a, in Operand b, in Operand c, in Operand y, int inputs, out Flat flat)
        {
            flat = default;
            if (!y.Layout.IsContiguous) return false;
            flat.Y = y.Pointer();
            flat._itemY = y.DType.Size();
            return (inputs < 1 || flat.TrySet(a, 1, out flat.A, out flat._itemA))
                && (inputs < 2 || flat.TrySet(b, 2, out flat.B, out flat._itemB))
                && (inputs < 3 || flat.TrySet(c, 4, out flat.C, out flat._itemC));
        }

        /// <summary>The operands from an element on.</summary>
        public readonly Flat From(int index)
        {
            var result = this;
            result.A += (long)index * _itemA;
            result.B += (long)index * _itemB;
            result.C += (long)index * _itemC;
            result.Y += (long)index * _itemY;
            return result;
        }

        private bool TrySet(in Operand operand, int bit, out byte* start, out int item)
        {
            var layout = operand.Layout;
            start = operand.Pointer();
            item = operand.DType.Size();
            if (layout.IsContiguous) return true;
            Stays |= bit;
            item = 0;
            for (int d = 0; d < layout.Rank; d++)
                if (layout.Strides[d] != 0 && layout.Sizes[d] != 1)
                    return false;
            return true;
        }
    }

    private readonly struct FlatJob<TLoop>(TLoop loop, Flat flat, int count, int length) : IJob where TLoop : struct, ILoop
    {
        public void Run(int part)
        {
            int start = part * length;
            var own = flat.From(start);
            loop.Run(own.A, own.B, own.C, own.Y, own.Stays, Math.Min(length, count - start));
        }
    }

    /// <summary>Goes row by row. Rows that are short, or whose neighbours are apart, pass through dense buffers.</summary>
    private struct WalkJob<TLoop>(TLoop loop, Walk walk, int count, int length) : IJob where TLoop : struct, ILoop
    {
        private const int Tile = 512;
        private const int TileBytes = Tile * sizeof(long) + 64;

        private Walk _walk = walk;
        private TLoop _loop = loop;

        public void Run(int part) => Run(part * length, Parts.End(part, count, length));

        public void Run(int start, int end)
        {
            if (RepeatedRows.Serves(_walk, end - start)) RepeatedRows.Run(ref _loop, _walk, start, end);
            else if (_walk.Rank == 1 || _walk.Inner >= Strided.ShortRow) Rows(start, end);
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
            byte** at = stackalloc byte*[Walk.MaxOperands];
            int inputs = _walk.Operands - 1, dense = 0;
            for (int o = 0; o <= inputs; o++)
                if (_walk.IsDense(o)) dense |= 1 << o;
            for (int done = start; done < end; done += Tile)
            {
                int n = Math.Min(end - done, Tile);
                for (int o = 0; o <= inputs; o++)
                {
                    at[o] = buffers + o * TileBytes;
                    if ((dense & (1 << o)) != 0) at[o] = _walk.Row(o, 0) + (long)done * _walk.ItemSize(o);
                    else if (o < inputs) _walk.Gather(o, done, n, at[o]);
                }
                _loop.Run(at[0], at[1], at[2], at[inputs], 0, n);
                if ((dense & (1 << inputs)) == 0) _walk.Scatter(inputs, done, n, at[inputs]);
            }
        }
    }
}
