namespace Gpu.Compare;

/// <summary>What a row computes. The first word of its name says what, the others are sizes and the like; a builder makes the inputs and returns the call that is timed.</summary>
internal static class Rows
{
    private static readonly Dictionary<string, Func<string[], Func<Tensor>>> s_builders = Collect(
        ProductRows.All, ElementwiseRows.All, ReductionRows.All, StepRows.All, TutorialRows.All, TrainingRows.All);

    /// <summary>The call of a row.</summary>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public static Func<Tensor> Build(string row)
    {
        var words = row.Split(' ');
        return s_builders.TryGetValue(words[0], out var builder)
            ? builder(words[1..])
            : throw new ArgumentException($"There is no row '{words[0]}' here. Known are {string.Join(", ", s_builders.Keys)}.", nameof(row));
    }

    /// <summary>A call that also goes back: the gradients of all <paramref name="inputs"/> for ones as the gradient of the result. It returns the gradient of the first.</summary>
    public static Func<Tensor> WithBackward(Func<Tensor> forward, params Tensor[] inputs)
    {
        using var noGrad = GradMode.NoGrad();
        var ones = Tensor.OnesLike(forward());
        foreach (var input in inputs) input.RequireGrad();
        return () =>
        {
            foreach (var input in inputs) input.Grad = null;
            forward().Backward(ones);
            return inputs[0].Grad!;
        };
    }

    /// <summary><paramref name="forward"/> alone or with its way back, as the last word of a row says.</summary>
    public static Func<Tensor> InMode(string mode, Func<Tensor> forward, params Tensor[] inputs) => mode switch
    {
        "forward" => forward,
        "forward+backward" => WithBackward(forward, inputs),
        _ => throw new ArgumentException($"A row ends in 'forward' or 'forward+backward', not '{mode}'.", nameof(mode)),
    };

    private static Dictionary<string, Func<string[], Func<Tensor>>> Collect(params ReadOnlySpan<Dictionary<string, Func<string[], Func<Tensor>>>> groups)
    {
        var all = new Dictionary<string, Func<string[], Func<Tensor>>>();
        foreach (var group in groups)
            foreach (var (name, builder) in group)
                all.Add(name, builder);
        return all;
    }
}
