using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>
/// IL arithmetic and comparisons as typed expressions. IL has int32, int64 and reals on its stack and says "unsigned" by the instruction;
/// the expressions say it by their types.
/// </summary>
internal static class Arithmetic
{
    public static Expr Operate(string instruction, Expr left, Expr right)
    {
        if (left.Type is PointerType && instruction is "add" or "sub" && left.Type is PointerType)
        {
            if (right.Type is not PointerType) return PointerOffset.Add(left, right, negative: instruction == "sub");
            return new Binary(Scalar.I64, "-", new Cast(Scalar.I64, left), new Cast(Scalar.I64, right));
        }
        if (right.Type is PointerType && instruction == "add") return PointerOffset.Add(right, left, negative: false);

        Scalar a = NumberType(left), b = NumberType(right);
        return a.IsReal || b.IsReal ? Real(instruction, left, right) : Integer(instruction, left, right);
    }

    private static Expr Real(string instruction, Expr left, Expr right)
    {
        var type = left.Type == Scalar.F64 || right.Type == Scalar.F64 ? Scalar.F64 : Scalar.F32;
        left = Conversions.To(left, type);
        right = Conversions.To(right, type);
        if (instruction == "rem")
            return new Intrinsic(type, type == Scalar.F32 ? DeviceFunctions.RemainderF32 : DeviceFunctions.RemainderF64, left, right);
        return new Binary(type, instruction switch { "add" => "+", "sub" => "-", "mul" => "*", _ => "/" }, left, right);
    }

    private static Expr Integer(string instruction, Expr left, Expr right)
    {
        Scalar a = NumberType(left), b = NumberType(right);
        bool isShift = instruction is "shl" or "shr" or "shr.un";
        bool wide = a.Is64 || (b.Is64 && !isShift);
        Scalar signed = Scalar.Integer(wide, unsigned: false), unsigned = Scalar.Integer(wide, unsigned: true);
        Expr Make(Scalar type, string op) =>
            Simplifier.Simplify(new Binary(type, op, Widen(left, type), isShift ? right : Widen(right, type)));
        switch (instruction)
        {
            case "div": return Make(signed, "/");
            case "rem": return Make(signed, "%");
            case "div.un": return Make(unsigned, "/");
            case "rem.un": return Make(unsigned, "%");
            case "shr": return Make(signed, ">>");
            case "shr.un": return Make(unsigned, ">>");
            case "shl":
                var shifted = Make(unsigned, "<<");
                return a == unsigned ? shifted : Conversions.Reinterpret(shifted, signed);
        }
        // Wrap-around arithmetic has the same bits signed and unsigned; unsigned operands keep their type to avoid casts.
        bool keepUnsigned = (a.Unsigned && a.Size == unsigned.Size) || (b.Unsigned && b.Size == unsigned.Size);
        string op = instruction switch { "add" => "+", "sub" => "-", "mul" => "*", "and" => "&", "or" => "|", _ => "^" };
        return Make(keepUnsigned ? unsigned : signed, op);
    }

    /// <summary>An operand in the type of an operation. IL sign-extends int32 to int64 here; shorter C operands are promoted by C itself.</summary>
    private static Expr Widen(Expr e, Scalar type)
    {
        if (e.Type is PointerType) return new Cast(type, e);
        if (type.Is64 && e.Type == Scalar.U32) e = Conversions.Reinterpret(e, Scalar.I32);
        bool promotedByC = e.Type is Scalar { IsInteger: true, Size: < 4 } small && (type == Scalar.I32 || (type == Scalar.U32 && small.Unsigned));
        return promotedByC && e is not Constant ? e : Conversions.Reinterpret(e, type);
    }

    public static Expr Negate(Expr e) => Simplifier.Simplify(new Unary(NumberType(e).OnStack, "-", e));

    public static Expr Complement(Expr e) => Simplifier.Simplify(new Unary(NumberType(e).OnStack, "~", e));

    /// <summary>ceq, cgt, clt and their unsigned or unordered forms.</summary>
    public static Expr Compare(string instruction, Expr left, Expr right)
    {
        if (left is TypeToken x && right is TypeToken y) return Constant.Bool(x.Clr == y.Clr);
        Scalar a = NumberType(left), b = NumberType(right);
        if (a.IsReal || b.IsReal)
        {
            var type = a == Scalar.F64 || b == Scalar.F64 ? Scalar.F64 : Scalar.F32;
            left = Conversions.To(left, type);
            right = Conversions.To(right, type);
            return instruction switch
            {
                "ceq" => Comparison("==", left, right),
                "cgt" => Comparison(">", left, right),
                "clt" => Comparison("<", left, right),
                "cgt.un" => Simplifier.Negate(Comparison("<=", left, right)),
                _ => Simplifier.Negate(Comparison(">=", left, right)),
            };
        }
        bool wide = a.Is64 || b.Is64;
        Scalar signed = Scalar.Integer(wide, unsigned: false), unsigned = Scalar.Integer(wide, unsigned: true);
        bool rightIsZero = right is Constant { Integer: 0 };
        if (instruction == "ceq" || (instruction == "cgt.un" && rightIsZero))
        {
            string op = instruction == "ceq" ? "==" : "!=";
            if (left.Type is PointerType || right.Type is PointerType) return Comparison(op, left, right);
            bool mixed = a.Unsigned != b.Unsigned && a.Size >= 4 && b.Size >= 4;
            if (mixed || wide) (left, right) = (Widen(left, unsigned), Widen(right, unsigned));
            return Comparison(op, left, right);
        }
        if (instruction is "cgt" or "clt") return Comparison(instruction == "cgt" ? ">" : "<", Widen(left, signed), Widen(right, signed));
        return Comparison(instruction == "cgt.un" ? ">" : "<", Widen(left, unsigned), Widen(right, unsigned));
    }

    /// <summary>The condition of a conditional branch instruction with two operands.</summary>
    public static Expr BranchCondition(string instruction, Expr left, Expr right)
    {
        bool real = left.Type is Scalar { IsReal: true };
        return instruction switch
        {
            "beq" => Compare("ceq", left, right),
            "bne.un" => Simplifier.Negate(Compare("ceq", left, right)),
            "bgt" => Compare("cgt", left, right),
            "bgt.un" => Compare("cgt.un", left, right),
            "blt" => Compare("clt", left, right),
            "blt.un" => Compare("clt.un", left, right),
            "bge" => real ? Comparison(">=", left, right) : Simplifier.Negate(Compare("clt", left, right)),
            "bge.un" => Simplifier.Negate(Compare(real ? "clt" : "clt.un", left, right)),
            "ble" => real ? Comparison("<=", left, right) : Simplifier.Negate(Compare("cgt", left, right)),
            _ => Simplifier.Negate(Compare(real ? "cgt" : "cgt.un", left, right)),
        };
    }

    /// <summary>A value as a condition.</summary>
    public static Expr Truth(Expr e)
    {
        if (Simplifier.IsCondition(e)) return e;
        var type = NumberType(e);
        return Simplifier.Simplify(new Binary(Scalar.I32, "!=", e, type.IsReal ? new Constant(type, 0.0) : new Constant(type.OnStack, 0L)));
    }

    private static Expr Comparison(string op, Expr left, Expr right) => Simplifier.Simplify(new Binary(Scalar.I32, op, left, right));

    private static Scalar NumberType(Expr e) => e.Type switch
    {
        Scalar scalar => scalar,
        PointerType => Scalar.I64,
        _ => throw new TranslationException($"arithmetic on a value of type {e.Type.Key}", ""),
    };
}
