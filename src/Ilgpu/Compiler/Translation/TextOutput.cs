using System.Text;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>Text that a kernel writes, as a printf of the device.</summary>
internal static class TextOutput
{
    /// <param name="arguments">The text with {0}, {1} ..., and the values.</param>
    /// <param name="types">The C# types of the values.</param>
    /// <param name="endsLine">Whether the line ends behind the text.</param>
    public static Expr Print(Expr[] arguments, Type[] types, bool endsLine)
    {
        if (arguments[0] is not TextToken { Text: var format })
            throw new TranslationException("text that is not written out where it is printed", "give the text itself to Interop.WriteLine");
        var text = new StringBuilder();
        var values = new List<Expr>();
        var openCl = new StringBuilder();
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            bool doubled = types.Length > 0 && c is '{' or '}' && i + 1 < format.Length && format[i + 1] == c;
            if (doubled) i++;
            if (c == '{' && !doubled && types.Length > 0)
            {
                int end = format.IndexOf('}', i);
                if (end < 0 || !int.TryParse(format.AsSpan(i + 1, end - i - 1), out int position) || position < 0 || position >= types.Length)
                    throw new TranslationException(
                        $"the text \"{format}\", whose placeholders are not {{0}} to {{{types.Length - 1}}}", "write {0}, {1} ... without formats or alignments");
                Append(Conversions.Coerce(arguments[position + 1], IrType.From(types[position])), types[position]);
                i = end;
                continue;
            }
            Literal(c);
        }
        if (endsLine) Literal('\n');
        string holes = string.Concat(values.Select((_, i) => $", {{{i}}}"));
        // The holes of the call are braces, so those of the text are doubled.
        string Call(StringBuilder body) => "printf(\"" + body.Replace("{", "{{").Replace("}", "}}") + "\"" + holes + ")";
        return new Intrinsic(Scalar.Void, new IntrinsicText(Call(openCl), Call(text), Pure: false), [.. values]);

        void Both(string part)
        {
            text.Append(part);
            openCl.Append(part);
        }

        void Literal(char c) => Both(c switch
        {
            '%' => "%%",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '"' => "\\\"",
            '\\' => "\\\\",
            < ' ' or > '~' => "?",
            _ => c.ToString(),
        });

        void Append(Expr value, Type clr)
        {
            if (value.Type is StructType { HasPointer: false } structure && structure.Fields.All(field => field.ArrayLength == 0))
            {
                Both("(");
                for (int i = 0; i < structure.Fields.Length; i++)
                {
                    if (i > 0) Both(", ");
                    Append(Simplifier.Simplify(new FieldOf(value, i)), structure.Fields[i].Clr.FieldType);
                }
                Both(")");
                return;
            }
            if (value.Type is not Scalar type) throw new TranslationException($"a value of '{TypeNames.Of(clr)}' is printed", "print its numbers");
            // A long has 64 bits in OpenCL C, and in CUDA C not everywhere.
            text.Append(type.Is64 ? (type.Unsigned ? "%llu" : "%lld") : Short(type, clr));
            openCl.Append(type.Is64 ? (type.Unsigned ? "%lu" : "%ld") : Short(type, clr));
            // Variable arguments: CUDA's compiler promotes what is shorter, some OpenCL compilers do not.
            values.Add(type.IsInteger && !type.Is64 ? Conversions.Reinterpret(value, type.Unsigned ? Scalar.U32 : Scalar.I32) : value);
        }
    }

    private static string Short(Scalar type, Type clr) => type.IsReal ? "%f" : clr == typeof(char) ? "%c" : type.Unsigned ? "%u" : "%d";
}
