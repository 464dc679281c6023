using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>IL adds bytes to pointers; C indexes elements. Recovers the index from <c>index * sizeof(T)</c>.</summary>
internal static class PointerOffset
{
    public static Expr Add(Expr pointer, Expr bytes, bool negative)
    {
        var type = (PointerType)pointer.Type;
        if (ElementIndex(bytes, IrType.SizeOf(type.Element)) is { } index)
            return new PointerAdd(pointer, negative ? Arithmetic.Negate(index) : index);

        var bytePointer = new Cast(new PointerType(Scalar.U8, type.Space), pointer);
        return new Cast(type, new PointerAdd(bytePointer, negative ? Arithmetic.Negate(bytes) : bytes));
    }

    private static Expr? ElementIndex(Expr bytes, int size)
    {
        if (size == 1) return bytes;
        var e = bytes;
        while (e is Cast { Type: Scalar { Is64: true }, Operand: { Type: Scalar { Is64: true } } inner }) e = inner;
        if (e is Constant c) return c.Integer % size == 0 ? new Constant(Scalar.I64, c.Integer / size) : null;
        if (e is not Binary { Operator: "*" } product) return null;
        return Divide(product.Left, product.Right, size) ?? Divide(product.Right, product.Left, size);
    }

    /// <summary>other * factor / size, when factor is a constant multiple of the size.</summary>
    private static Expr? Divide(Expr other, Expr factor, int size)
    {
        while (factor is Cast { Type: Scalar { IsInteger: true } } cast) factor = cast.Operand;
        if (factor is not Constant { Type: Scalar { IsInteger: true } } c || c.Integer % size != 0) return null;
        return c.Integer == size ? other : new Binary(Scalar.I64, "*", other, new Constant(Scalar.I64, c.Integer / size));
    }
}
