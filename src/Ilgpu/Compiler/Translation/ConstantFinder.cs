using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>Finds the constant an expression is known to have, following variables back through the statements of the current block.</summary>
internal static class ConstantFinder
{
    public static Constant? Find(Expr e, List<Statement> before) => Find(e, before, before.Count);

    /// <summary>The value of a number, of a struct of numbers, or of what a pointer points at, if all of it is known; else null.</summary>
    public static Expr? FindValue(Expr e, List<Statement> before)
    {
        if (e is AddressOf address) e = new Read(address.Variable);
        if (e.Type is PointerType) return null;
        if (e.Type is not StructType { HasPointer: false, Fields.Length: > 0 } type) return Find(e, before);
        var fields = new Expr[type.Fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            if (type.Fields[i].ArrayLength > 0 || Find(Simplifier.Simplify(new FieldOf(e, i)), before) is not { } field) return null;
            fields[i] = field;
        }
        return new MakeStruct(type, fields);
    }

    private static Constant? Find(Expr e, List<Statement> statements, int end)
    {
        switch (e)
        {
            case Constant c: return c;
            case Read { Variable.CompiledValue: Constant compiled }: return compiled;
            case Read { Variable: var v }: return FindVariable(v, null, statements, end);
            case FieldOf { Value: Read { Variable: var v } } f: return FindVariable(v, f.Field, statements, end);
            case Call or Guard or Intrinsic or Dereference or AddressOf or TypeToken: return null;
        }
        if (e.Children.Length == 0) return null;
        var children = new Expr[e.Children.Length];
        for (int i = 0; i < children.Length; i++)
        {
            if (Find(e.Children[i], statements, end) is not { } child) return null;
            children[i] = child;
        }
        return Simplifier.Simplify(e.With(children)) as Constant;
    }

    private static Constant? FindVariable(Variable variable, int? field, List<Statement> statements, int end)
    {
        for (int i = end - 1; i >= 0; i--)
        {
            switch (statements[i])
            {
                case Assign assign when assign.Variable == variable:
                    var value = assign.Value;
                    if (field is { } f) value = Simplifier.Simplify(new FieldOf(value, f));
                    return value is FieldOf { Value: not Read } ? null : Find(value, statements, i);
                case Clear clear when clear.Variable == variable:
                    var type = field is { } g ? ((StructType)variable.Type).Fields[g].Type : variable.Type;
                    return type is Scalar { IsInteger: true } scalar ? new Constant(scalar, 0L) : null;
                case Store store when ExprTools.Target(store.Pointer) == variable:
                    if (store.Pointer is not FieldAddress { Pointer: AddressOf } part || field == null) return null;
                    if (part.Field == field) return Find(store.Value, statements, i);
                    break;
                case Store store when ExprTools.Target(store.Pointer) == null && variable.AddressTaken: return null;
                case var other when variable.AddressTaken && other.Expressions.Any(ExprTools.IsImpure): return null;
            }
        }
        return null;
    }
}
