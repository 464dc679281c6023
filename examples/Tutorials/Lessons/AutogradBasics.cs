using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>
/// What the engine does with a graph, on y = (x + w)(w + 1) at x = 2, w = 1, where dy/dw = 2 w + x + 1 = 5.
/// </summary>
public static class AutogradBasics
{
    public static void Run(Lesson lesson)
    {
        RetainedGraph(lesson);
        WeightedGradients(lesson);
        SecondDerivative(lesson);
        Accumulation(lesson);
        LeafInPlace(lesson);
    }

    private static (Tensor W, Tensor A, Tensor B, Tensor Y) Graph(Lesson lesson)
    {
        var w = Tensor.From([1f], device: lesson.Device, requiresGrad: true);
        var x = Tensor.From([2f], device: lesson.Device, requiresGrad: true);
        var a = w + x;
        var b = w + 1;
        return (w, a, b, a * b);
    }

    /// <summary>Backward lets go of what the graph saved, unless told to retain it.</summary>
    private static void RetainedGraph(Lesson lesson)
    {
        var (w, a, b, y) = Graph(lesson);
        // What depends on a tensor that requires a gradient requires one itself.
        lesson.Check(a.RequiresGrad && b.RequiresGrad && y.RequiresGrad, $"a, b and y require gradients because w does");

        y.Backward(retainGraph: true);
        lesson.Near("dy/dw", lesson.Metric("grad_w", w.Grad!.Item()), 5, 0);
        lesson.Remember(w, y);

        w.Grad = null;
        y.Backward();
        lesson.Near("dy/dw, a second time through the retained graph", w.Grad!.Item(), 5, 0);

        bool refused = false;
        try
        {
            y.Backward();
        }
        catch (InvalidOperationException problem)
        {
            refused = true;
            lesson.Say($"a third time: {problem.Message}");
        }
        lesson.Check(refused, $"a graph that was not retained is refused");
    }

    /// <summary>Two outputs: the gradient argument weighs them, 1 * 5 + 2 * 2 = 9.</summary>
    private static void WeightedGradients(Lesson lesson)
    {
        var (w, a, b, y0) = Graph(lesson);
        var y1 = a + b;
        var loss = Tensor.Cat([y0, y1], dim: 0);
        loss.Backward(gradient: Tensor.From([1f, 2f], device: lesson.Device));
        lesson.Near("gradient weighted with 1 and 2", lesson.Metric("weighted_grad_w", w.Grad!.Item()), 9, 0);
    }

    /// <summary>y = x² at 3: with createGraph the first derivative has a graph too, and can be differentiated.</summary>
    private static void SecondDerivative(Lesson lesson)
    {
        var x = Tensor.From([3f], device: lesson.Device, requiresGrad: true);
        var y = x.Pow(2);
        var first = Gradient.Of(y, x, createGraph: true);
        lesson.Near("first derivative of x² at 3", first.Item(), 6, 0);
        var second = Gradient.Of(first, x);
        lesson.Remember(first, second);
        lesson.Near("second derivative of x² at 3", lesson.Metric("second_derivative", second.Item()), 2, 0);
    }

    /// <summary>Gradients add up until somebody clears them: four times 5.</summary>
    private static void Accumulation(Lesson lesson)
    {
        var w = Tensor.From([1f], device: lesson.Device, requiresGrad: true);
        var x = Tensor.From([2f], device: lesson.Device, requiresGrad: true);
        for (int i = 1; i <= 4; i++)
        {
            ((w + x) * (w + 1)).Backward();
            lesson.Say($"after pass {i}: w.Grad = {w.Grad!.Item()}");
        }
        lesson.Near("w.Grad after four passes", lesson.Metric("accumulated_grad", w.Grad!.Item()), 20, 0);
        w.Grad!.Zero_();
        ((w + x) * (w + 1)).Backward();
        lesson.Near("w.Grad after Zero_ and another pass", w.Grad!.Item(), 5, 0);
    }

    /// <summary>A leaf that requires a gradient cannot be changed in place: the backward pass needs the value that the forward pass saw.</summary>
    private static void LeafInPlace(Lesson lesson)
    {
        var (w, _, _, _) = Graph(lesson);
        bool raised = false;
        try
        {
            w.Add_(1);
        }
        catch (InvalidOperationException problem)
        {
            raised = true;
            lesson.Say($"w.Add_(1): {problem.Message}");
        }
        lesson.Metric("leaf_in_place_error", raised ? 1 : 0);
        lesson.Check(raised, $"changing a leaf in place is refused");
        lesson.Near("w", w.Item(), 1, 0);
    }
}
