using System.Reflection;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>Readonly static fields are compiled in as constants; others too, where the context says so.</summary>
internal static class StaticFields
{
    public static Expr Read(FieldInfo field, ContextProperties properties)
    {
        if (!IsReadable(field, properties)) throw Refusals.StaticField(field, "is not readonly");
        return FromValue(field.GetValue(null), IrType.From(field.FieldType)) ?? throw Refusals.StaticField(field, "is not a number or a struct of numbers");
    }

    /// <summary>Whether a field's value may be compiled in.</summary>
    public static bool IsReadable(FieldInfo field, ContextProperties properties) =>
        field.IsInitOnly || field.IsLiteral || (properties.StaticFieldMode & StaticFieldMode.MutableStaticFields) != 0;

    /// <summary>Whether a readonly field holds views without memory only: other views are no constants.</summary>
    public static bool IsEmptyView(FieldInfo field) =>
        field is { IsInitOnly: true, FieldType.IsArray: false } && IrType.From(field.FieldType) is StructType { HasPointer: true } && Equals(field.GetValue(null), Activator.CreateInstance(field.FieldType));

    /// <summary>A boxed C# value as a constant expression; null if it holds anything but numbers.</summary>
    public static Expr? FromValue(object? value, IrType type)
    {
        if (value is Enum e) value = Convert.ChangeType(e, Enum.GetUnderlyingType(e.GetType()), null);
        if (type is Scalar scalar)
        {
            return value switch
            {
                float f => new Constant(scalar, f),
                double d => new Constant(scalar, d),
                ulong u => new Constant(scalar, (long)u),
                nuint u => new Constant(scalar, (long)u),
                nint i => new Constant(scalar, i),
                bool b => new Constant(scalar.OnStack, b ? 1L : 0L),
                char c => new Constant(scalar.OnStack, c),
                IConvertible i => new Constant(scalar.OnStack, i.ToInt64(null)),
                _ => null,
            };
        }
        if (type is not StructType structure || value == null || structure.HasPointer) return null;
        var fields = new Expr[structure.Fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            var field = structure.Fields[i];
            if (field.ArrayLength > 0 || FromValue(field.Clr.GetValue(value), field.Type) is not { } part) return null;
            fields[i] = Conversions.Coerce(part, field.Type);
        }
        return new MakeStruct(structure, fields);
    }
}
