using Gpu.Nn;

namespace Gpu.Compare;

/// <summary>Reductions of a matrix, softmax over its last dimension, and losses that are means over it.</summary>
internal static class ReductionRows
{
    public static Dictionary<string, Func<string[], Func<Tensor>>> All { get; } = new()
    {
        ["sum-all"] = words => Of(words, x => x.Sum()),
        ["sum-last"] = words => Of(words, x => x.Sum(1)),
        ["sum-first"] = words => Of(words, x => x.Sum(0)),
        ["mean"] = words => Of(words, x => x.Mean()),
        ["max"] = words => Of(words, x => x.Max()),
        ["argmax"] = words => Of(words, x => x.ArgMax(1)),
        ["softmax"] = words => Of(words, x => x.Softmax(1)),
        ["log-softmax"] = words => Of(words, x => x.LogSoftmax(1)),
        ["mse"] = words => Loss(words, (x, t) => Functional.MseLoss(x, t)),
        ["bce"] = words => Loss(words, (x, t) => Functional.BceLoss(x, t)),
    };

    private static Func<Tensor> Of(string[] words, Func<Tensor, Tensor> op)
    {
        var x = Inputs.Values(1, Inputs.Shape(words[0]));
        return Rows.InMode(words[1], () => op(x), x);
    }

    private static Func<Tensor> Loss(string[] words, Func<Tensor, Tensor, Tensor> loss)
    {
        var shape = Inputs.Shape(words[0]);
        var (x, target) = (Inputs.Probabilities(1, shape), Inputs.Probabilities(2, shape));
        return Rows.InMode(words[1], () => loss(x, target), x);
    }
}
