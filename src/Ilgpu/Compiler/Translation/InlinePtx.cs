using System.Globalization;
using System.Text;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>PTX that a kernel writes out, as an asm statement of CUDA C.</summary>
internal static class InlinePtx
{
    /// <summary>What PTX does with an operand.</summary>
    public enum Role
    {
        Read,
        Written,
        Both,
    }

    /// <param name="ptx">The text; %i is operand i.</param>
    /// <param name="operands">For each operand what PTX does with it, its type, and whether it is a predicate.</param>
    /// <returns>The statement; hole i is operand i, for those that are written a pointer.</returns>
    public static IntrinsicText Statement(string ptx, IReadOnlyList<(Role Role, Scalar Type, bool IsPredicate)> operands)
    {
        // The statement wants what is written first.
        int[] order = [.. Enumerable.Range(0, operands.Count).OrderBy(i => operands[i].Role == Role.Read)];
        var predicates = new StringBuilder();
        for (int i = 0; i < operands.Count; i++)
        {
            if (operands[i].IsPredicate)
                predicates.Append(CultureInfo.InvariantCulture, $".reg .pred {Predicate(i)}; setp.ne.u32 {Predicate(i)}, %{Array.IndexOf(order, i)}, 0; ");
        }

        string body = Renumber(ptx, operands.Count, i => operands[i].IsPredicate ? Predicate(i) : $"%{Array.IndexOf(order, i)}");
        if (predicates.Length > 0) body = $"{{ {predicates}{body} }}";
        string written = string.Join(", ", order.Where(i => operands[i].Role != Role.Read).Select(Operand));
        string read = string.Join(", ", order.Where(i => operands[i].Role == Role.Read).Select(Operand));
        string text = Quote(body).Replace("{", "{{").Replace("}", "}}");
        return new IntrinsicText("", $"asm volatile({text} : {written} : {read})", Pure: false);

        string Operand(int i) => operands[i] switch
        {
            (Role.Read, var type, _) => $"\"{Constraint(type)}\"({{{i}}})",
            (Role.Written, var type, _) => $"\"={Constraint(type)}\"(*({{{i}}}))",
            (_, var type, _) => $"\"+{Constraint(type)}\"(*({{{i}}}))",
        };
    }

    /// <summary>The type of a register that holds the number: PTX has none for less than 16 bits.</summary>
    public static Scalar RegisterOf(Scalar type) => type.Size > 1 ? type : type.Unsigned ? Scalar.U16 : Scalar.I16;

    private static string Predicate(int i) => $"il_p{i}";

    private static string Constraint(Scalar type) => type.IsReal ? (type.Size == 8 ? "d" : "f") : type.Size switch { 2 => "h", 4 => "r", _ => "l" };

    private static string Renumber(string ptx, int count, Func<int, string> name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < ptx.Length; i++)
        {
            if (ptx[i] != '%')
            {
                text.Append(ptx[i]);
                continue;
            }
            if (i + 1 < ptx.Length && ptx[i + 1] == '%')
            {
                text.Append("%%");
                i++;
                continue;
            }
            int end = i + 1;
            while (end < ptx.Length && char.IsAsciiDigit(ptx[end])) end++;
            if (end == i + 1 || !int.TryParse(ptx.AsSpan(i + 1, end - i - 1), out int operand) || operand >= count)
                throw new TranslationException(
                    $"PTX with '%{ptx[(i + 1)..Math.Min(ptx.Length, Math.Max(end, i + 8))]}' and {count} operands",
                    "write %0, %1 ... for the operands and %% for other percent signs");
            text.Append(name(operand));
            i = end - 1;
        }
        return text.ToString();
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or > '~' => throw new TranslationException($"PTX with the character U+{(int)c:X4}", "write ASCII"),
                _ => c.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }
}
