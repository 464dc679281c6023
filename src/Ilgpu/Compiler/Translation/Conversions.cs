using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>Conversions: those an IL instruction asks for, and those that IL makes silently when a value meets a typed place.</summary>
internal static class Conversions
{
    /// <summary>A conv.* instruction.</summary>
    public static Expr Convert(string instruction, Expr e)
    {
        if (e.Type is PointerType && instruction is "conv.u" or "conv.i" or "conv.u8" or "conv.i8" && e.Type is PointerType) return e;
        if (e.Type is not Scalar from) throw new TranslationException($"conversion of a value of type {e.Type.Key}", "");
        var to = instruction switch
        {
            "conv.i1" => Scalar.I8,
            "conv.u1" => Scalar.U8,
            "conv.i2" => Scalar.I16,
            "conv.u2" => Scalar.U16,
            "conv.i4" => Scalar.I32,
            "conv.u4" => Scalar.U32,
            "conv.i8" or "conv.i" => Scalar.I64,
            "conv.u8" or "conv.u" => Scalar.U64,
            "conv.r4" => Scalar.F32,
            _ => Scalar.F64,
        };
        if (from == to) return e;
        if (from.IsReal) return FromReal(e, to);

        // The stack holds int32 or int64 without a sign: the instruction decides how they widen.
        if (!from.Is64 && to == Scalar.U64 && !from.Unsigned) e = Reinterpret(Reinterpret(e, Scalar.I32), Scalar.U32);
        else if (from == Scalar.U32 && (to == Scalar.I64 || to.IsReal)) e = Reinterpret(e, Scalar.I32);
        else if (from == Scalar.U64 && to.IsReal) e = Reinterpret(e, Scalar.I64);
        return Simplifier.Simplify(new Cast(to, e));
    }

    /// <summary>conv.r.un followed, perhaps, by conv.r4: an unsigned integer to a real, rounded once.</summary>
    public static Expr UnsignedToReal(Expr e, Scalar to) =>
        Simplifier.Simplify(new Cast(to, Reinterpret(e, Scalar.Integer(((Scalar)e.Type).Is64, unsigned: true))));

    /// <summary>Real to integer saturates and takes NaN to 0; to 8 and 16 bits it goes through int32 and drops the upper bits.</summary>
    private static Expr FromReal(Expr e, Scalar to) =>
        to.IsInteger && to.Size < 4 ? new Cast(to, new Cast(Scalar.I32, e)) : Simplifier.Simplify(new Cast(to, e));

    /// <summary>An integer as another integer type by its C conversion; constants are converted at once.</summary>
    public static Expr Reinterpret(Expr e, Scalar type) => e.Type == type ? e : Simplifier.Simplify(new Cast(type, e));

    /// <summary>A number as another number type, as a C# cast does it.</summary>
    public static Expr To(Expr e, Scalar type) => e.Type == type ? e : Simplifier.Simplify(new Cast(type, e));

    /// <summary>A value as IL passes it to a variable, field or parameter of a type.</summary>
    public static Expr Coerce(Expr e, IrType type)
    {
        if (ReferenceEquals(e.Type, type)) return e;
        switch (e.Type, type)
        {
            case (Scalar, Scalar to): return to == Scalar.Void ? e : To(e, to);
            case (PointerType from, PointerType to):
                if (IrType.SameShape(from.Element, to.Element))
                {
                    IrType.Unify(from, to);
                    return e;
                }
                IrType.Unify(new PointerType(Scalar.U8, from.Space), new PointerType(Scalar.U8, to.Space));
                return new Cast(to, e);
            case (StructType from, StructType to) when from.Clr == to.Clr:
                IrType.Unify(from, to);
                return e;
            case (Scalar { IsInteger: true }, PointerType) or (PointerType, Scalar { IsInteger: true }): return new Cast(type, e);
        }
        if (e is TextToken) throw Refusals.Text();
        throw new TranslationException($"a value of type {e.Type.Key} is used as {type.Key}", "");
    }

    /// <summary>A pointer seen as a pointer to another element type (ldind, ldobj, Unsafe.As).</summary>
    public static Expr PointerTo(Expr pointer, IrType element)
    {
        if (pointer.Type is not PointerType from) return Coerce(pointer, new PointerType(element, new SpaceVariable(AddressSpace.Global)));
        if (IrType.SameShape(from.Element, element))
        {
            IrType.Unify(from.Element, element);
            return pointer;
        }
        // ldind.i4 through a uint pointer: the declared type stands, the width is the same.
        if (from.Element is Scalar { IsInteger: true } a && element is Scalar { IsInteger: true } b && a.Size == b.Size) return pointer;
        if (from.Element is PointerType && element == Scalar.I64) return pointer;
        return new Cast(new PointerType(element, from.Space), pointer);
    }

    /// <summary>The bits of a number as another number type of the same width.</summary>
    public static Expr BitCast(Expr e, Scalar to)
    {
        var from = (Scalar)e.Type;
        if (from.IsReal == to.IsReal) return To(e, to);
        if (from == Scalar.F32) return Reinterpret(new Intrinsic(Scalar.U32, DeviceFunctions.BitsOfF32, e), to);
        if (from == Scalar.F64) return Reinterpret(new Intrinsic(Scalar.U64, DeviceFunctions.BitsOfF64, e), to);
        return to == Scalar.F32
            ? new Intrinsic(to, DeviceFunctions.F32OfBits, Reinterpret(e, Scalar.U32))
            : new Intrinsic(to, DeviceFunctions.F64OfBits, Reinterpret(e, Scalar.U64));
    }
}
