namespace ILGPU.Compiler.Ir;

/// <summary>Local simplification and integer constant folding. Reals are left to the device's compiler, which rounds them as C# does.</summary>
internal static class Simplifier
{
    public static Expr Simplify(Expr e) => e switch
    {
        Dereference d when ValueBehind(d.Pointer) is { } value => value,
        FieldOf { Value: MakeStruct made } field => made.Children[field.Field],
        FieldOf { Value: Read { Variable.CompiledValue: MakeStruct made } } field => made.Children[field.Field],
        Conditional conditional => SimplifyConditional(conditional),
        Cast { Type: Scalar type, Operand: Constant c } => Convert(c, type) ?? e,
        Cast cast when cast.Type == cast.Operand.Type => cast.Operand,
        Unary { Operator: "!" } unary => Negate(unary.Operand),
        Unary { Operand: Constant c } unary when Fold(unary.Operator, c) is { } folded => folded,
        Binary binary => SimplifyBinary(binary),
        _ => e,
    };

    /// <summary>!condition, pushed into a comparison where that keeps its meaning (NaN makes &lt; and &gt;= both false).</summary>
    public static Expr Negate(Expr condition) => condition switch
    {
        Constant c => Constant.Bool(c.Integer == 0),
        Unary { Operator: "!" } inner when IsCondition(inner.Operand) => inner.Operand,
        Binary { Operator: "==" } b => new Binary(Scalar.I32, "!=", b.Left, b.Right),
        Binary { Operator: "!=" } b => new Binary(Scalar.I32, "==", b.Left, b.Right),
        Binary { IsComparison: true } b when b.Left.Type is not Scalar { IsReal: true } =>
            new Binary(Scalar.I32, b.Operator switch { "<" => ">=", ">" => "<=", "<=" => ">", _ => "<" }, b.Left, b.Right),
        _ => new Unary(Scalar.I32, "!", condition),
    };

    /// <summary>Whether the value is 0 or 1 by construction.</summary>
    public static bool IsCondition(Expr e) =>
        e is Binary { IsComparison: true } or Binary { Operator: "&&" or "||" } or Unary { Operator: "!" } or Constant { Integer: 0 or 1, Type: Scalar { IsInteger: true } };

    private static Expr SimplifyConditional(Conditional e)
    {
        if (e.Condition is Constant c) return c.Integer != 0 ? e.WhenTrue : e.WhenFalse;
        if (e.Type is not Scalar { IsInteger: true }) return e;
        return (e.WhenTrue, e.WhenFalse) switch
        {
            (Constant { Integer: 1 }, Constant { Integer: 0 }) => e.Condition,
            (Constant { Integer: 0 }, Constant { Integer: 1 }) => Negate(e.Condition),
            (var a, Constant { Integer: 0 }) when IsCondition(a) => new Binary(Scalar.I32, "&&", e.Condition, a),
            (Constant { Integer: 1 }, var b) when IsCondition(b) => new Binary(Scalar.I32, "||", e.Condition, b),
            (Constant { Integer: 0 }, var b) when IsCondition(b) => new Binary(Scalar.I32, "&&", Negate(e.Condition), b),
            (var a, Constant { Integer: 1 }) when IsCondition(a) => new Binary(Scalar.I32, "||", Negate(e.Condition), a),
            _ => e,
        };
    }

    private static Expr SimplifyBinary(Binary e)
    {
        if (e.Right is Constant { Integer: 0, Type: Scalar { IsInteger: true } } && e.Operator is "==" or "!=" && BareCondition(e.Left) is { } condition)
            return e.Operator == "!=" ? condition : Negate(condition);
        if (e.Operator is "==" or "!=" && e.Right is Constant zero && e.Left is Conditional { WhenTrue: Constant p, WhenFalse: Constant q } choice &&
            IsZero(zero) && IsZero(p) != IsZero(q))
            return IsZero(q) == (e.Operator == "!=") ? choice.Condition : Negate(choice.Condition);
        if (e.Left is Constant a && e.Right is Constant b && a.Type is Scalar { IsInteger: true } && b.Type is Scalar { IsInteger: true })
            return Fold(e, a, b) ?? (Expr)e;
        if (e.Operator is "&&" or "||")
        {
            bool and = e.Operator == "&&";
            if (e.Left is Constant l) return (l.Integer != 0) == and ? e.Right : Constant.Bool(!and);
            if (e.Right is Constant r && (r.Integer != 0) == and) return e.Left;
        }
        return e;
    }

    // A NaN constant has integer part 0 as well, and is not zero.
    private static bool IsZero(Constant c) => c.Type is Scalar { IsReal: true } ? c.Real == 0 : c.Integer == 0;

    private static Expr? BareCondition(Expr e)
    {
        while (e is Cast { Type: Scalar { IsInteger: true } } cast) e = cast.Operand;
        return e is not Constant && IsCondition(e) ? e : null;
    }

    /// <summary>The value of a pointer that certainly points at a variable or at a part of one.</summary>
    private static Expr? ValueBehind(Expr pointer) => pointer switch
    {
        AddressOf address => new Read(address.Variable),
        FieldAddress { IsArray: false } f when ValueBehind(f.Pointer) is { } value => Simplify(new FieldOf(value, f.Field)),
        _ => null,
    };

    private static Constant? Convert(Constant c, Scalar type)
    {
        var from = (Scalar)c.Type;
        if (from.IsInteger && type.IsInteger) return new Constant(type, c.Integer);
        if (from.IsReal && type.IsReal) return new Constant(type, c.Real);
        if (!from.IsInteger || !type.IsReal) return null;
        if (type == Scalar.F32) return new Constant(type, from == Scalar.U64 ? (float)(ulong)c.Integer : (double)(float)c.Integer);
        return new Constant(type, from == Scalar.U64 ? (double)(ulong)c.Integer : c.Integer);
    }

    private static Constant? Fold(string op, Constant c)
    {
        var type = (Scalar)c.Type;
        if (type.IsReal) return op == "-" ? new Constant(type, -c.Real) : null;
        return op switch { "-" => new(type, -c.Integer), "~" => new(type, ~c.Integer), _ => null };
    }

    private static Constant? Fold(Binary e, Constant a, Constant b)
    {
        var type = (Scalar)e.Type;
        long x = a.Integer, y = b.Integer;
        // As C does: the operands take the wider type, unsigned if either is.
        var (l, r) = ((Scalar)a.Type, (Scalar)b.Type);
        bool unsigned = (l.Unsigned && l.Size >= 4 && l.Size >= r.Size) || (r.Unsigned && r.Size >= 4 && r.Size >= l.Size);
        if (e.IsComparison)
        {
            if (unsigned && l.Size < 8 && r.Size < 8) (x, y) = ((uint)x, (uint)y);
            int order = unsigned ? ((ulong)x).CompareTo((ulong)y) : x.CompareTo(y);
            return Constant.Bool(e.Operator switch { "==" => order == 0, "!=" => order != 0, "<" => order < 0, ">" => order > 0, "<=" => order <= 0, _ => order >= 0 });
        }
        int bits = type.Size * 8;
        return e.Operator switch
        {
            "+" => new(type, x + y),
            "-" => new(type, x - y),
            "*" => new(type, x * y),
            "&" => new(type, x & y),
            "|" => new(type, x | y),
            "^" => new(type, x ^ y),
            "<<" => new(type, x << ((int)y & (bits - 1))),
            ">>" => new(type, type.Unsigned ? (long)((ulong)x >> ((int)y & (bits - 1))) : x >> ((int)y & (bits - 1))),
            "/" when y != 0 && y != -1 => new(type, type.Unsigned ? (long)((ulong)x / (ulong)y) : x / y),
            "%" when y != 0 && y != -1 => new(type, type.Unsigned ? (long)((ulong)x % (ulong)y) : x % y),
            _ => null,
        };
    }
}
