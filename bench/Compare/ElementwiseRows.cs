using System.Globalization;

namespace Gpu.Compare;

/// <summary>Elementwise operations and chains of them. Contiguous: all operands are vectors of n. Broadcast: the result is a matrix; the second operand, or the only one, is a row for all its rows.</summary>
internal static class ElementwiseRows
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_unary = new()
    {
        ["sigmoid"] = x => x.Sigmoid(),
        ["tanh"] = x => x.Tanh(),
        ["exp"] = x => x.Exp(),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> s_binary = new()
    {
        ["add"] = (x, b) => x + b,
        ["mul"] = (x, b) => x * b,
        ["chain2"] = (x, b) => (x * b).Sigmoid(),
        ["chain4"] = (x, b) => (x * b + b).Sigmoid() * x,
        ["chain8"] = (x, b) => (((x * b + b).Sigmoid() * x - b).Tanh() + x).Exp(),
    };

    public static Dictionary<string, Func<string[], Func<Tensor>>> All { get; } = Builders();

    private static Dictionary<string, Func<string[], Func<Tensor>>> Builders()
    {
        var builders = new Dictionary<string, Func<string[], Func<Tensor>>>();
        foreach (var (name, op) in s_unary)
            builders.Add(name, words =>
            {
                var (full, row) = Shapes(words);
                var x = Inputs.Values(1, row);
                return Rows.InMode(words[2], () => op(x.Expand(full)), x);
            });
        foreach (var (name, op) in s_binary)
            builders.Add(name, words =>
            {
                var (full, row) = Shapes(words);
                var (x, b) = (Inputs.Values(1, full), Inputs.Values(2, row));
                return Rows.InMode(words[2], () => op(x, b), x, b);
            });
        return builders;
    }

    private static (int[] Full, int[] Row) Shapes(string[] words)
    {
        int n = (int)double.Parse(words[0], CultureInfo.InvariantCulture);
        int columns = Math.Min(1000, n / 10);
        return words[1] == "broadcast" ? ([n / columns, columns], [columns]) : ([n], [n]);
    }
}
