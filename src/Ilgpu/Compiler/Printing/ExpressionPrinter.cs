using System.Globalization;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Printing;

/// <summary>Expressions as C text. Signed + - * go through unsigned types, because C leaves their overflow undefined and C# wraps.</summary>
internal sealed class ExpressionPrinter(Dialect dialect, TypePrinter types)
{
    /// <summary>Whether an access to group memory was printed that may go to scratch memory.</summary>
    public bool UsesSharedScratch { get; private set; }

    public string Print(Expr e) => e switch
    {
        Constant c => Literal(c),
        Read read => read.Variable.Name,
        Binary binary => PrintBinary(binary),
        Unary { Operator: "-", Type: Scalar { IsInteger: true, Unsigned: false } type } u => $"(({type.Name})(0 - ({Unsigned(type)}){Print(u.Operand)}))",
        Unary u => $"({u.Operator}{Print(u.Operand)})",
        Cast cast => PrintCast(cast),
        Conditional c => $"({Bare(c.Condition)} ? {Print(c.WhenTrue)} : {Print(c.WhenFalse)})",
        MakeStruct { Children.Length: 0 } made => dialect.EmptyStructValue(types.Name(made.Type)),
        MakeStruct made => dialect.StructValue(types.Name(made.Type), Values(made)),
        FieldOf field => $"{Print(field.Value)}.{types.Field((StructType)field.Value.Type, field.Field)}",
        Dereference d => Place(d.Pointer),
        AddressOf address => $"(&{address.Variable.Name})",
        FieldAddress { IsArray: true } field => Member(field),
        FieldAddress field => $"(&{Member(field)})",
        PointerAdd sum => $"({Print(sum.Pointer)} + {Index(sum.Index)})",
        Intrinsic i => "(" + string.Format(CultureInfo.InvariantCulture, dialect.Template(i.Text), [.. i.Children.Select(Print)]) + ")",
        Guard guard => PrintGuard(guard),
        Call call => $"{call.Function.Name}({string.Join(", ", Arguments(call).Select(Bare))})",
        _ => throw new TranslationException("typeof(...) used other than in a comparison", "compare types with == only"),
    };

    /// <summary>The values of a struct in the order of its declaration, filling included.</summary>
    private string Values(MakeStruct made)
    {
        var type = (StructType)made.Type;
        return string.Join(", ", made.Children.Select((child, i) => (type.Fields[i].Filling > 0 ? "{0}, " : "") + Bare(child)));
    }

    private static IEnumerable<Expr> Arguments(Call call) =>
        call.Function.Active == null ? call.Children : call.Children.Append(call.Active ?? Constant.Bool(true));

    /// <summary>Without the outer parentheses.</summary>
    public string Bare(Expr e)
    {
        string text = Print(e);
        if (text.Length < 2 || text[0] != '(' || text[^1] != ')') return text;
        int depth = 0;
        for (int i = 0; i < text.Length - 1; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0) return text;
        }
        return text[1..^1];
    }

    /// <summary>What a pointer points at, as something that can be read and assigned.</summary>
    public string Place(Expr pointer) => pointer switch
    {
        AddressOf address => address.Variable.Name,
        FieldAddress { IsArray: true } field => Member(field) + "[0]",
        FieldAddress field => Member(field),
        PointerAdd sum => $"{Print(sum.Pointer)}[{Index(sum.Index)}]",
        _ => $"(*{Print(pointer)})",
    };

    private string Member(FieldAddress field) => field.Pointer is AddressOf or FieldAddress or PointerAdd
        ? $"{Place(field.Pointer)}.{types.Field(field.Struct, field.Field)}"
        : $"{Print(field.Pointer)}->{types.Field(field.Struct, field.Field)}";

    /// <summary>
    /// An index. If its sums and products overflowed, the access would be out of range anyway, so they are plain C and the device's compiler
    /// may assume that they do not.
    /// </summary>
    private string Index(Expr e) => e switch
    {
        Binary { Operator: "+" or "-" or "*", Type: Scalar { Unsigned: false } } b => $"({Index(b.Left)} {b.Operator} {Index(b.Right)})",
        Cast { Operand: Binary { Type: Scalar { Unsigned: false, Size: 4 } } inner } cast when cast.Type == Scalar.I64 => $"((i64){Index(inner)})",
        _ => Print(e),
    };

    private string PrintBinary(Binary e)
    {
        string left = Print(e.Left), right = Print(e.Right);
        if (e.Type is Scalar { IsInteger: true } type && !e.IsComparison)
        {
            if (e.Operator is "+" or "-" or "*" && !type.Unsigned)
                return $"(({type.Name})(({Unsigned(type)}){left} {e.Operator} ({Unsigned(type)}){right}))";
            if (e.Operator is "/" or "%" && !IsSafeDivisor(e.Right, type))
                return $"il_{(e.Operator == "/" ? "div" : "rem")}_{type.Name}({left}, {right})";
        }
        return $"({left} {e.Operator} {right})";
    }

    private string PrintGuard(Guard e)
    {
        var type = (PointerType)e.Type;
        var space = type.Space.Final;
        UsesSharedScratch |= space == AddressSpace.Local;
        string[] parts = [.. e.Children.Select(Print)];
        string log = parts[9];
        string scratch = space switch { AddressSpace.Global => $"{log} + {AccessLog.ScratchOffset}", AddressSpace.Local => parts[10], _ => parts[11] };
        string check = $"{CheckPrelude.Function}({log}, {e.Site}, (i64){parts[0]}, {(int)space}, {string.Join(", ", parts[1..9])})";
        // Constants are only read, and no scratch memory lies among them.
        if (space == AddressSpace.Constant) return $"({parts[0]} + ({check} ? {parts[1]} : 0))";
        return $"({check} ? ({parts[0]} + {parts[1]}) : ({types.Name(type)})({scratch}))";
    }

    private static bool IsSafeDivisor(Expr e, Scalar type) => e is Constant { Integer: var value } && value != 0 && (type.Unsigned || value != -1);

    private string PrintCast(Cast e)
    {
        if (e.Operand.Type is Scalar { IsReal: true } from && e.Type is Scalar { IsInteger: true } to)
            return $"il_{from.Name}_to_{to.Name}({Print(e.Operand)})";
        return $"(({types.Name(e.Type)}){Print(e.Operand)})";
    }

    private static string Unsigned(Scalar type) => type.Size == 8 ? "u64" : "u32";

    /// <summary>A number in a table of constants, where C allows no function calls.</summary>
    public string TableValue(Constant c) => c.Type is Scalar { IsReal: true } && !double.IsFinite(c.Real)
        ? (double.IsNaN(c.Real) ? "(0.0f / 0.0f)" : c.Real > 0 ? "(1.0f / 0.0f)" : "(-1.0f / 0.0f)")
        : Literal(c);

    private string Literal(Constant c)
    {
        var type = (Scalar)c.Type;
        if (type.IsReal) return RealLiteral(c.Real, type);
        return type.Name switch
        {
            "u32" => $"{(uint)c.Integer}u",
            "u64" => $"{(ulong)c.Integer}{dialect.UnsignedLongSuffix}",
            "i64" when c.Integer == long.MinValue => $"((i64)0x8000000000000000{dialect.UnsignedLongSuffix})",
            "i64" => Signed(c.Integer, dialect.LongSuffix),
            _ when c.Integer == int.MinValue => "(-2147483647 - 1)",
            _ => Signed(c.Integer, ""),
        };
    }

    private static string Signed(long value, string suffix) => value < 0 ? $"({value}{suffix})" : $"{value}{suffix}";

    private string RealLiteral(double value, Scalar type)
    {
        bool wide = type == Scalar.F64;
        if (!double.IsFinite(value))
        {
            string bits = wide
                ? "0x" + BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture)
                : "0x" + BitConverter.SingleToUInt32Bits((float)value).ToString("x8", CultureInfo.InvariantCulture);
            return dialect.RealFromBits(wide, bits);
        }
        string text = wide ? value.ToString("R", CultureInfo.InvariantCulture) : ((float)value).ToString("R", CultureInfo.InvariantCulture);
        if (!text.Contains('.') && !text.Contains('E')) text += ".0";
        if (!wide) text += "f";
        return text[0] == '-' ? $"({text})" : text;
    }
}
