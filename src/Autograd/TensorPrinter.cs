using System.Globalization;
using System.Text;
using Gpu.Kernels;

namespace Gpu;

/// <summary>Writes tensors as nested brackets with aligned numbers, four digits behind the point. Beyond 1,000 elements only the edges are read and shown.</summary>
internal static class TensorPrinter
{
    private const int MostElements = 1000;
    private const int Edge = 3;

    public static string Print(Tensor x)
    {
        var text = new StringBuilder("tensor(");
        if (x.Count == 0) text.Append("[]").Append(", shape=").Append(x.Shape.ToString());
        else
        {
            var shown = Summary(x.Detach());
            var cells = Cells(shown);
            int width = 0;
            foreach (var cell in cells) width = Math.Max(width, cell.Length);
            int at = 0;
            Append(text, cells, ref at, x.Shape, 0, x.Rank == 0 ? 0 : width, x.Count > MostElements);
        }
        if (x.DType is DType.Float64 or DType.Int32) text.Append(", dtype=").Append(x.DType.Name());
        if (x.Device.Name != "cpu") text.Append(", device='").Append(x.Device.Name).Append('\'');
        if (x.GradFunction is { } function) text.Append(", gradFunction=").Append(function);
        else if (x.RequiresGrad) text.Append(", requiresGrad=true");
        return text.Append(')').ToString();
    }

    /// <summary>The elements that are shown: all, or three from each edge of every dimension.</summary>
    private static Tensor Summary(Tensor x)
    {
        if (x.Count <= MostElements) return x;
        using var mode = GradMode.NoGrad();
        for (int d = 0; d < x.Rank; d++)
            if (x.Size(d) > 2 * Edge)
                x = Tensor.Cat([x.Narrow(d, 0, Edge), x.Narrow(d, x.Size(d) - Edge, Edge)], d);
        return x;
    }

    private static string[] Cells(Tensor x)
    {
        if (x.DType == DType.Bool) return Array.ConvertAll(x.ToArray<bool>(), v => v ? "true" : "false");
        if (!x.DType.IsFloat()) return Array.ConvertAll(x.To(DType.Int64).ToArray<long>(), v => v.ToString(CultureInfo.InvariantCulture));
        double[] values = x.DType == DType.Float64 ? x.ToArray<double>() : Array.ConvertAll(x.ToArray<float>(), v => (double)v);
        bool whole = true;
        double largest = 0, smallest = double.PositiveInfinity;
        foreach (double v in values)
        {
            if (!double.IsFinite(v)) continue;
            whole &= Math.Truncate(v) == v;
            largest = Math.Max(largest, Math.Abs(v));
            if (v != 0) smallest = Math.Min(smallest, Math.Abs(v));
        }
        bool scientific = largest >= 1e8 || (!whole && (smallest < 1e-4 || largest / smallest > 1000 && largest >= 1e5));
        string format = scientific ? "0.0000e+00" : whole ? "0'.'" : "0.0000";
        return Array.ConvertAll(values, v => double.IsNaN(v) ? "nan" : double.IsInfinity(v) ? v > 0 ? "inf" : "-inf" : v.ToString(format, CultureInfo.InvariantCulture));
    }

    private static void Append(StringBuilder text, string[] cells, ref int at, ReadOnlySpan<int> shape, int dim, int width, bool summarized)
    {
        if (dim == shape.Length)
        {
            text.Append(cells[at++].PadLeft(width));
            return;
        }
        bool cut = summarized && shape[dim] > 2 * Edge, last = dim == shape.Length - 1;
        int count = cut ? 2 * Edge : shape[dim];
        text.Append('[');
        for (int i = 0; i < count; i++)
        {
            if (i > 0) Separate(text, shape.Length, dim, last);
            if (cut && i == Edge)
            {
                text.Append("...");
                Separate(text, shape.Length, dim, last);
            }
            Append(text, cells, ref at, shape, dim + 1, width, summarized);
        }
        text.Append(']');
    }

    private static void Separate(StringBuilder text, int rank, int dim, bool last)
    {
        text.Append(',');
        if (last) text.Append(' ');
        // "tensor(" and the open brackets stand before the first element of a row.
        else text.Append('\n', rank - dim - 1).Append(' ', 7 + dim + 1);
    }
}
