using System.Reflection;
using ILGPU.Compiler.Il;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

internal sealed partial class MethodTranslator
{
    /// <summary>Loads, stores and fields; false if the instruction is none of them.</summary>
    private bool TranslateMemory(IlInstruction x)
    {
        switch (x.Name)
        {
            case "ldsfld" or "ldsflda" when (_il.ResolveField(x).Attributes & FieldAttributes.HasFieldRVA) != 0:
                throw new TranslationException("constant data behind a span", "use a static readonly array with ArrayMode.InlineMutableStaticArrays, or an array of the kernel");
            case "ldfld": PushField(Pop(), _il.ResolveField(x)); return true;
            case "ldflda": Push(AddressOfField(Pop(), _il.ResolveField(x))); return true;
            case "stfld":
                var value = Pop();
                StoreTo(AddressOfField(Pop(), _il.ResolveField(x)), value);
                return true;
            case "ldsfld" or "ldsflda" when StaticFields.IsEmptyView(_il.ResolveField(x)):
                var empty = NewVariable(IrType.From(_il.ResolveField(x).FieldType), "e");
                Emit(new Clear(empty));
                Push(x.Name == "ldsfld" ? new Read(empty) : new AddressOf(empty));
                return true;
            case "ldsfld" when _il.ResolveField(x) is { FieldType.IsArray: true } table: PushTable(table); return true;
            case "ldsfld": Push(StaticFields.Read(_il.ResolveField(x), translator.Properties)); return true;
            case "stsfld":
                if ((translator.Properties.StaticFieldMode & StaticFieldMode.IgnoreStaticFieldStores) == 0)
                    throw Refusals.StaticField(_il.ResolveField(x), "is written");
                Pop();
                return true;
            case "ldsflda":
                // Only readonly fields come through, so a copy is as good.
                var constant = StaticFields.Read(_il.ResolveField(x), translator.Properties);
                var copy = NewVariable(constant.Type, "c");
                Emit(new Assign(copy, constant));
                Push(new AddressOf(copy));
                return true;
            case "ldobj": Push(Load(Conversions.PointerTo(Pop(), IrType.From(_il.ResolveType(x))))); return true;
            case "stobj":
                var stored = Pop();
                StoreTo(Conversions.PointerTo(Pop(), IrType.From(_il.ResolveType(x))), stored);
                return true;
            case "cpobj":
                var source = Pop();
                StoreTo(Pop(), Load(source));
                return true;
            case "initobj": StoreDefault(Pop(), IrType.From(_il.ResolveType(x))); return true;
        }
        if (x.Name.StartsWith("ldind.", StringComparison.Ordinal) && ElementType(x.Name) is { } loaded)
        {
            Push(Load(Conversions.PointerTo(Pop(), loaded)));
            return true;
        }
        if (x.Name.StartsWith("stind.", StringComparison.Ordinal) && ElementType(x.Name) is { } element)
        {
            var value = Pop();
            StoreTo(Conversions.PointerTo(Pop(), element), value);
            return true;
        }
        return false;
    }

    private static Scalar? ElementType(string instruction) => instruction[6..] switch
    {
        "i1" => Scalar.I8,
        "u1" => Scalar.U8,
        "i2" => Scalar.I16,
        "u2" => Scalar.U16,
        "i4" => Scalar.I32,
        "u4" => Scalar.U32,
        "i8" or "i" => Scalar.I64,
        "r4" => Scalar.F32,
        "r8" => Scalar.F64,
        _ => null,
    };

    private Expr Load(Expr pointer)
    {
        if (pointer.Type is not PointerType) throw new TranslationException($"a load through a value of type {pointer.Type.Key}", "");
        return Spill(Simplifier.Simplify(new Dereference(pointer)));
    }

    private void StoreTo(Expr pointer, Expr value)
    {
        value = Conversions.Coerce(value, ((PointerType)pointer.Type).Element);
        if (ExprTools.Target(pointer) is { } variable) SpillStack(e => ExprTools.Mentions(e, variable));
        Emit(pointer is AddressOf whole ? new Assign(whole.Variable, value) : new Store(pointer, value));
    }

    private void StoreDefault(Expr pointer, IrType type)
    {
        if (pointer is AddressOf whole)
        {
            SpillStack(e => ExprTools.Mentions(e, whole.Variable));
            Emit(new Clear(whole.Variable));
            return;
        }
        var zero = NewVariable(type, "z");
        Emit(new Clear(zero));
        StoreTo(Conversions.PointerTo(pointer, type), new Read(zero));
    }

    private void PushField(Expr target, FieldInfo field)
    {
        switch (target.Type)
        {
            case PointerType { Element: StructType s }: Push(Load(new FieldAddress(target, s.IndexOf(field)))); break;
            case StructType s:
                if (target is not (Read or MakeStruct)) target = Spill(target);
                Push(Simplifier.Simplify(new FieldOf(target, s.IndexOf(field))));
                break;
            default: throw Refusals.FieldOfObject(field);
        }
    }

    private static FieldAddress AddressOfField(Expr target, FieldInfo field) =>
        target.Type is PointerType { Element: StructType s } ? new FieldAddress(target, s.IndexOf(field)) : throw Refusals.FieldOfObject(field);
}
