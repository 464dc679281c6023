using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>What every in-place operation has in common: what it must refuse, and how the history follows the change.</summary>
internal static class InPlace
{
    /// <summary>Checks that <paramref name="x"/> may be changed and returns what the operation reads: x itself, or a copy where the backward pass will need the old values.</summary>
    /// <param name="x">The tensor to change.</param>
    /// <param name="records">Whether the operation will be recorded.</param>
    /// <param name="savesInput">Whether its backward pass reads the old values.</param>
    /// <param name="operation">For messages.</param>
    public static Tensor Begin(Tensor x, bool records, bool savesInput, string operation)
    {
        Check(x, records, operation);
        x.Storage.BeginWrite();
        if (!records || !savesInput) return x;
        var (node, output) = x.History;
        var copy = Copies.Plain(x);
        return node == null ? copy : copy.WithHistory(node, output);
    }

    /// <summary>Notes the change, and makes <paramref name="node"/> the history of x; of its base too when x is a view.</summary>
    public static Tensor End(Tensor x, Node? node)
    {
        x.BumpVersion();
        if (node == null) return x;
        if (x.ViewBase is { } b)
        {
            var slices = new CopySlicesNode(b, x, node);
            GradientHooks.MoveRetaining(b, b.GradientNode, slices);
            b.SetHistory(slices);
            GradientHooks.MoveRetaining(x, x.OwnNode, x.GradientNode!);
        }
        else
        {
            GradientHooks.MoveRetaining(x, x.OwnNode, node);
            x.SetHistory(node);
        }
        node.SaveOutput(x);
        return x;
    }

    /// <summary>The other operand of an in-place operation: its dtype must fit into that of <paramref name="x"/> and its shape must broadcast to x's.</summary>
    public static Tensor Operand(Tensor x, Tensor b, string operation)
    {
        Promotion.SameDevice(x, b, operation);
        var dtype = Promotion.Of(x, b);
        if (Promotion.Category(dtype) > Promotion.Category(x.DType)) throw DoesNotFit(operation, dtype, x);
        if (b.DType != x.DType) b = b.To(x.DType);
        Stretches(x, b, operation);
        // Half-updated values must not be read.
        return ReferenceEquals(x.Storage, b.Storage) && !(ReferenceEquals(x, b) && !x.Records) ? b.Clone() : b;
    }

    /// <summary>Checks that <paramref name="b"/> broadcasts to the shape of <paramref name="x"/>.</summary>
    public static void Stretches(Tensor x, Tensor b, string operation)
    {
        if (b.Layout.SameSizes(x.Layout)) return;
        bool fits = b.Rank <= x.Rank;
        for (int d = 1; fits && d <= b.Rank; d++) fits = b.Shape[^d] == x.Shape[^d] || b.Shape[^d] == 1;
        if (!fits)
            throw new ArgumentException($"{operation} in place cannot change the shape {x.Shape} of its tensor; the operand has shape {b.Shape}, which does not broadcast to it.");
    }

    public static InvalidOperationException DoesNotFit(string operation, DType result, Tensor x) => new(
        $"{operation} in place would give {result.Name()}, which does not fit into this {x.DType.Name()} tensor. Convert it first with To(DType.{result}), or use the operation that is not in place.");

    /// <summary>Raises what an in-place change of <paramref name="x"/> must not do.</summary>
    public static void Check(Tensor x, bool records, string operation)
    {
        if (x.Layout.Overlaps)
            throw new InvalidOperationException($"{operation} in place cannot write to an expanded tensor (shape {x.Shape}): several of its elements share one place in memory. Use Clone() first.");
        if (!GradMode.IsEnabled) return;
        if (x.ViewBase is { } b)
        {
            bool concerned = records || b.RequiresGrad;
            if (concerned && x.Kind == ViewKind.NoGrad)
                throw new InvalidOperationException($"{operation} in place: this view was made under NoGrad and would be changed with recording on. Do both inside NoGrad, or both outside.");
            if (concerned && x.Kind == ViewKind.OneOfSeveral)
                throw new InvalidOperationException($"{operation} in place: this view is one of several results of Chunk, Split or Unbind, which cannot be changed in place while recording. Use Narrow, Select or an index instead.");
            if (concerned && x.Kind == ViewKind.OfFunction)
                throw new InvalidOperationException($"{operation} in place: this tensor (shape {x.Shape}) was returned by a user-defined Function and shares its memory with an input of it. The derivative of such a change would bypass the function's own Backward. "
                    + "Clone() the result, or return a copy from Forward.");
            if (b.IsLeaf && b.RequiresGrad)
                throw new InvalidOperationException($"{operation} in place: this is a view of a leaf that requires grad. Do it under GradMode.NoGrad(), or use the operation that is not in place.");
        }
        if (x.IsLeaf && x.RequiresGrad)
            throw new InvalidOperationException($"{operation} in place: this tensor is a leaf that requires grad. Do it under GradMode.NoGrad(), or use the operation that is not in place.");
    }
}

/// <summary>How a view came to be: what an in-place change of it means for the graph of its base.</summary>
internal enum ViewKind : byte
{
    /// <summary>Its history follows its base.</summary>
    Recorded,
    /// <summary>Made while nothing was recorded.</summary>
    NoGrad,
    /// <summary>One of several results of one operation.</summary>
    OneOfSeveral,
    /// <summary>Returned by a user-defined function, over the memory of one of its inputs. Its history is the function's.</summary>
    OfFunction,
}

/// <summary>The history of a base after one of its views was changed in place: outside the window the old history goes on, inside it the operation took over.</summary>
internal sealed class CopySlicesNode : Node
{
    private readonly Node _change;
    private readonly Layout _frame, _window;

    public CopySlicesNode(Tensor b, Tensor view, Node change) : base(b)
    {
        (_change, _frame, _window) = (change, Windows.Frame(b.Layout), Windows.Relative(view.Layout, b.Layout));
        var edges = new Edge[Math.Max(1, change.InputCount)];
        edges[0] = b.GradientEdge();
        for (int i = 1; i < edges.Length; i++) edges[i] = change.Input(i);
        Connect(edges);
    }

    public override string Name => $"CopySlices({_change.Name})";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        if (_change is CopyNode && pass.Needs(0)) pass.Give(0, Windows.Scatter(dy, null, _frame, _window, dy));
        pass.InsideWindow(this);
        _change.Backward(pass, Windows.Read(dy, _frame, _window));
    }

    /// <summary>The gradient of the base from that of the view: the incoming one with the window replaced.</summary>
    public Tensor Around(Tensor dy, Tensor gradient) => Windows.Scatter(dy, gradient, _frame, _window, dy);

    public override void Release() => _change.Release();
}
