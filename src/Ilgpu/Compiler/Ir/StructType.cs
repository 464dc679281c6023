using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Ir;

/// <summary>One field of a struct.</summary>
/// <param name="Clr">The C# field.</param>
/// <param name="Type">Its type.</param>
/// <param name="ArrayLength">Positive for fixed-size and inline arrays.</param>
/// <param name="Offset">Its place in the struct.</param>
/// <param name="Filling">Unused bytes before it, beyond those of natural alignment.</param>
internal sealed record StructField(FieldInfo Clr, IrType Type, int ArrayLength, int Offset, int Filling = 0);

/// <summary>A struct as C# lays it out, its fields in the order of memory.</summary>
internal sealed class StructType : IrType
{
    private const BindingFlags InstanceFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly bool _hasPointer;

    public StructType(Type clr)
    {
        Clr = clr;
        var fields = clr.GetFields(InstanceFields).OrderBy(field => field.MetadataToken).ToArray();
        var types = fields.ToDictionary(field => field, field => From(field.FieldType));
        HasOwnLayout = (fields.Length > 0 && HasUnusualLayout(clr)) || types.Values.Any(type => type is StructType { HasOwnLayout: true });
        if (HasOwnLayout) fields = [.. fields.OrderBy(FieldLayout.OffsetOf)];

        int offset = 0;
        Alignment = 1;
        Fields = new StructField[fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            var type = types[fields[i]];
            int alignment = AlignmentOf(type);
            int length = ArrayLengthOf(clr, fields, type);
            offset = RoundUp(offset, alignment);
            int place = HasOwnLayout ? FieldLayout.OffsetOf(fields[i]) : offset;
            if (place < offset || place % alignment != 0)
                throw new TranslationException(
                    $"struct '{TypeNames.Of(clr)}', whose field '{fields[i].Name}' overlaps another or lies at no multiple of its size",
                    "use sequential fields without Pack, and Interop casts instead of overlapping fields");
            Fields[i] = new StructField(fields[i], type, length, place, place - offset);
            offset = place + SizeOf(type) * Math.Max(length, 1);
            Alignment = Math.Max(Alignment, alignment);
            _hasPointer |= type.HasPointer;
        }
        Size = Math.Max(1, RoundUp(offset, Alignment));
        if (!HasOwnLayout) return;
        int actual = FieldLayout.SizeOf(clr);
        Filling = actual - Size;
        if (Filling < 0 || actual % Alignment != 0)
            throw new TranslationException(
                $"struct '{TypeNames.Of(clr)}' of {actual} bytes, which is no multiple of its greatest field", "use a struct without Pack and Size");
        Size = actual;
    }

    /// <summary>Whether C# orders or places the fields in another way than C does.</summary>
    private bool HasOwnLayout { get; }

    /// <summary>Unused bytes at the end, beyond those of natural alignment.</summary>
    public int Filling { get; }

    public Type Clr { get; }

    public StructField[] Fields { get; }

    public int Size { get; }

    public int Alignment { get; }

    public override bool HasPointer => _hasPointer;

    public int IndexOf(FieldInfo field)
    {
        for (int i = 0; i < Fields.Length; i++)
        {
            var candidate = Fields[i].Clr;
            if (candidate.MetadataToken == field.MetadataToken && candidate.Module == field.Module) return i;
        }
        throw new TranslationException($"field '{field.Name}' is not a field of '{TypeNames.Of(Clr)}'", "");
    }

    public override void AppendKey(StringBuilder text)
    {
        text.Append('S').Append(Clr.TypeHandle.Value);
        if (_hasPointer)
        {
            text.Append('{');
            foreach (var field in Fields)
                if (field.Type.HasPointer) field.Type.AppendKey(text);
            text.Append('}');
        }
        text.Append(';');
    }

    private static int ArrayLengthOf(Type clr, FieldInfo[] fields, IrType element)
    {
        if (clr.GetCustomAttribute<InlineArrayAttribute>() is { } inline) return inline.Length;
        bool isFixedBuffer = clr.IsDefined(typeof(UnsafeValueTypeAttribute)) && fields.Length == 1 && clr.StructLayoutAttribute is { Size: > 0 };
        return isFixedBuffer ? clr.StructLayoutAttribute!.Size / SizeOf(element) : 0;
    }

    private static bool HasUnusualLayout(Type clr)
    {
        var layout = clr.StructLayoutAttribute;
        if (layout is null || clr.IsDefined(typeof(UnsafeValueTypeAttribute)) || clr.IsDefined(typeof(InlineArrayAttribute))) return false;
        return layout.Value != LayoutKind.Sequential || layout.Size > 0 || layout.Pack is not (0 or 8);
    }

    private static int AlignmentOf(IrType type) => type is StructType s ? s.Alignment : SizeOf(type);

    private static int RoundUp(int value, int alignment) => (value + alignment - 1) / alignment * alignment;
}
