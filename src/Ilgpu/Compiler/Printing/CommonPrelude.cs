using System.Text;

namespace ILGPU.Compiler.Printing;

/// <summary>
/// Functions with C#'s exact meaning that C lacks, the same text in both dialects: division without traps, saturating conversions,
/// minimum and maximum with NaN and signed zeros. Only those whose name occurs are printed.
/// </summary>
internal static class CommonPrelude
{
    private static readonly (string Name, string Text)[] Functions = [.. All()];

    public static void Append(StringBuilder text, string body, string qualifiers)
    {
        foreach (var (name, definition) in Functions)
            if (body.Contains(name + "(", StringComparison.Ordinal)) text.Append(qualifiers).Append(definition).Append('\n');
    }

    private static IEnumerable<(string Name, string Text)> All()
    {
        foreach (var (type, unsigned, zero) in new[] { ("i32", "u32", "0u"), ("i64", "u64", "(u64)0") })
        {
            // Division by zero is an exception in C#; a device gives 0. The least integer divided by -1 wraps.
            yield return ($"il_div_{type}", $"{type} il_div_{type}({type} a, {type} b) {{ return b == 0 ? 0 : b == -1 ? ({type})({zero} - ({unsigned})a) : a / b; }}");
            yield return ($"il_rem_{type}", $"{type} il_rem_{type}({type} a, {type} b) {{ return b == 0 || b == -1 ? 0 : a % b; }}");
            yield return ($"il_div_{unsigned}", $"{unsigned} il_div_{unsigned}({unsigned} a, {unsigned} b) {{ return b == 0 ? 0 : a / b; }}");
            yield return ($"il_rem_{unsigned}", $"{unsigned} il_rem_{unsigned}({unsigned} a, {unsigned} b) {{ return b == 0 ? 0 : a % b; }}");
        }

        foreach (var (real, suffix) in new[] { ("f32", "f"), ("f64", "") })
        {
            foreach (var (integer, lower, upper, least, greatest) in new[]
            {
                ("i32", "-2147483648.0", "2147483648.0", "(-2147483647 - 1)", "2147483647"),
                ("u32", "0.0", "4294967296.0", "0u", "4294967295u"),
                ("i64", "-9223372036854775808.0", "9223372036854775808.0", "((i64)((u64)1 << 63))", "((i64)(((u64)1 << 63) - 1))"),
                ("u64", "0.0", "18446744073709551616.0", "((u64)0)", "(~(u64)0)"),
            })
            {
                yield return ($"il_{real}_to_{integer}",
                    $"{integer} il_{real}_to_{integer}({real} x) {{ return x != x ? 0 : x <= {lower}{suffix} ? {least} : x >= {upper}{suffix} ? {greatest} : ({integer})x; }}");
            }
            // Equal values differ at most in the sign of zero: +0 is the greater.
            string sign = real == "f32" ? "1.0f / a < 0.0f" : "1.0 / a < 0.0";
            yield return ($"il_max_{real}", $"{real} il_max_{real}({real} a, {real} b) {{ return a == b ? (a == 0 && {sign} ? b : a) : a > b || a != a ? a : b; }}");
            yield return ($"il_min_{real}", $"{real} il_min_{real}({real} a, {real} b) {{ return a == b ? (a == 0 && {sign} ? a : b) : a < b || a != a ? a : b; }}");
        }

        foreach (string type in new[] { "i8", "i16", "i32", "i64", "f32", "f64" })
            yield return ($"il_sign_{type}", $"i32 il_sign_{type}({type} x) {{ return x > 0 ? 1 : x < 0 ? -1 : 0; }}");

        foreach (string type in new[] { "i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64" })
        {
            yield return ($"il_max_{type}", $"{type} il_max_{type}({type} a, {type} b) {{ return a > b ? a : b; }}");
            yield return ($"il_min_{type}", $"{type} il_min_{type}({type} a, {type} b) {{ return a < b ? a : b; }}");
            if (type[0] == 'i')
                yield return ($"il_abs_{type}", $"{type} il_abs_{type}({type} a) {{ return a < 0 ? ({type})(0 - (u{type[1..]})a) : a; }}");
        }
    }
}
