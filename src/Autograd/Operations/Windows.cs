using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>Reading and replacing a window of a tensor, both differentiable. A window is given by its layout inside a frame: the layout that the whole has when it starts at offset 0.</summary>
internal static class Windows
{
    /// <summary>The layout of the whole, moved to offset 0.</summary>
    public static Layout Frame(Layout whole) => whole.IsContiguous ? whole.Dense() : Layout.Strided(whole.Sizes, whole.Strides, 0);

    /// <summary>The layout of a view inside the frame of its base.</summary>
    public static Layout Relative(Layout view, Layout whole) => Layout.Strided(view.Sizes, view.Strides, Math.Max(0, view.Offset - whole.Offset));

    /// <summary>y = whole (zeros when null) with the window replaced by <paramref name="part"/> (zeros when null).</summary>
    public static Tensor Scatter(Tensor? whole, Tensor? part, Layout frame, Layout window, Tensor like)
    {
        var storage = new Storage(like.Device, like.DType, Extent(frame));
        var y = new Tensor(storage, frame);
        var backend = like.Device.Backend;
        if (whole != null) backend.Copy(whole.Operand, y.Operand);
        else backend.Fill(new(storage, Layout.Contiguous([storage.Count])), 0.0);
        if (part != null) backend.Copy(part.Operand, new(storage, window));
        else backend.Fill(new(storage, window), 0.0);
        return whole is { Records: true } || part is { Records: true } ? y.Recorded(new ScatterNode(whole, part, frame, window, y)) : y;
    }

    /// <summary>y = the window of <paramref name="whole"/>: a view where the memory allows it.</summary>
    public static Tensor Read(Tensor whole, Layout frame, Layout window)
    {
        var source = InFrame(whole, frame);
        var layout = Layout.Strided(window.Sizes, window.Strides, window.Offset + source.Layout.Offset);
        var y = ReferenceEquals(source.Storage, whole.Storage) ? whole.ViewAs(layout) : new Tensor(source.Storage, layout);
        if (whole.Records) y.SetHistory(new WindowNode(whole, frame, window, y));
        return y;
    }

    /// <summary>A window that names elements more than once (an expanded view), and its gradient, with each element once: the gradients of the repeats are summed.</summary>
    public static (Tensor Gradient, Layout Window) Once(Tensor dy, Layout window)
    {
        int repeated = 0;
        for (int d = 0; d < window.Rank; d++)
        {
            if (window.Sizes[d] <= 1 || window.Strides[d] != 0) continue;
            repeated |= 1 << d;
            window = window.Slice(d, 0, 1);
        }
        return (repeated == 0 ? dy : Reductions.Sum(dy, repeated, keepDim: true), window);
    }

    /// <summary>Number of storage elements that a layout at offset 0 spans.</summary>
    private static int Extent(Layout frame)
    {
        if (frame.Count == 0) return 0;
        int last = 0;
        for (int d = 0; d < frame.Rank; d++) last += (frame.Sizes[d] - 1) * frame.Strides[d];
        return last + 1;
    }

    private static Tensor InFrame(Tensor whole, Layout frame)
    {
        if (whole.Layout.Strides.SequenceEqual(frame.Strides)) return whole;
        var copy = new Tensor(new Storage(whole.Device, whole.DType, Extent(frame)), frame);
        whole.Device.Backend.Copy(whole.Operand, copy.Operand);
        return copy;
    }
}

/// <summary>y = a window of x;  dx = zeros with the window replaced by dy</summary>
internal sealed class WindowNode : Node
{
    private readonly Layout _frame, _window;

    public WindowNode(Tensor x, Layout frame, Layout window, Tensor y) : base(y)
    {
        (_frame, _window) = (frame, window);
        Connect(x);
    }

    public override string Name => "Window";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        var (gradient, window) = Windows.Once(dy, _window);
        pass.Give(0, Windows.Scatter(null, gradient, _frame, window, dy));
    }
}

/// <summary>y = whole with a window replaced by part;  d whole = dy with zeros in the window, d part = the window of dy</summary>
internal sealed class ScatterNode : Node
{
    private readonly Layout _frame, _window;

    public ScatterNode(Tensor? whole, Tensor? part, Layout frame, Layout window, Tensor y) : base(y)
    {
        (_frame, _window) = (frame, window);
        Connect([whole?.GradientEdge() ?? default, part?.GradientEdge() ?? default]);
    }

    public override string Name => "Scatter";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        if (pass.Needs(0)) pass.Give(0, Windows.Scatter(dy, null, _frame, _window, dy));
        if (pass.Needs(1)) pass.Share(1, Windows.Read(dy, _frame, _window));
    }
}
