namespace Gpu.Compare;

/// <summary>Matrix products. n is an operand as it lies in memory, t one that is a transposed view.</summary>
internal static class ProductRows
{
    public static Dictionary<string, Func<string[], Func<Tensor>>> All { get; } = new()
    {
        ["matmul"] = words => Product(Inputs.Shape(words[0]), words[1]),
        ["batched"] = words => Product(Inputs.Shape(words[0]), words[1]),
        ["matvec"] = words => Vector(Inputs.Shape(words[0]), words[1]),
    };

    /// <summary>M x K x N, or B x M x K x N.</summary>
    private static Func<Tensor> Product(int[] sizes, string form)
    {
        int[] batch = sizes[..^3];
        var a = Operand(1, batch, sizes[^3], sizes[^2], form[0]);
        var b = Operand(2, batch, sizes[^2], sizes[^1], form[1]);
        return () => a.MatMul(b);
    }

    private static Func<Tensor> Vector(int[] sizes, string form)
    {
        var a = Operand(1, [], sizes[0], sizes[1], form[0]);
        var b = Inputs.Values(2, sizes[1]);
        return () => a.MatMul(b);
    }

    private static Tensor Operand(int salt, int[] batch, int rows, int columns, char form) => form == 't'
        ? Inputs.Values(salt, [.. batch, columns, rows]).Transpose(-1, -2)
        : Inputs.Values(salt, [.. batch, rows, columns]);
}
