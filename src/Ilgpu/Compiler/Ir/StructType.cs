using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Ir;

/// <summary>One field of a struct. <paramref name="ArrayLength"/> is positive for fixed-size and inline arrays.</summary>
internal sealed record StructField(FieldInfo Clr, IrType Type, int ArrayLength, int Offset);

/// <summary>A struct, its fields laid out in order and naturally aligned.</summary>
internal sealed class StructType : IrType
{
    private const BindingFlags InstanceFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly bool _hasPointer;

    public StructType(Type clr)
    {
        Clr = clr;
        var layout = clr.StructLayoutAttribute;
        var fields = clr.GetFields(InstanceFields).OrderBy(field => field.MetadataToken).ToArray();
        if (layout?.Value == LayoutKind.Explicit && fields.Length > 1)
            throw new TranslationException($"struct '{TypeNames.Of(clr)}' has an explicit layout", "use sequential fields and Interop casts");

        int offset = 0;
        Alignment = 1;
        Fields = new StructField[fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            var type = From(fields[i].FieldType);
            int alignment = AlignmentOf(type);
            int length = ArrayLengthOf(clr, fields, type);
            offset = RoundUp(offset, alignment);
            Fields[i] = new StructField(fields[i], type, length, offset);
            offset += SizeOf(type) * Math.Max(length, 1);
            Alignment = Math.Max(Alignment, alignment);
            _hasPointer |= type.HasPointer;
        }
        Size = Math.Max(1, RoundUp(offset, Alignment));
    }

    public Type Clr { get; }

    public StructField[] Fields { get; }

    public int Size { get; }

    public int Alignment { get; }

    public override bool HasPointer => _hasPointer;

    /// <summary>Refuses a struct that host and device would lay out differently: it cannot be passed or stored in a buffer.</summary>
    public void CheckSharedLayout()
    {
        int actual = FieldLayout.SizeOf(Clr);
        if (actual != Size || Fields.Any(field => FieldLayout.OffsetOf(field.Clr) != field.Offset))
            throw new TranslationException(
                $"struct '{TypeNames.Of(Clr)}' has another layout in C# ({actual} bytes) than on the device ({Size} bytes, fields in order)",
                "use a struct of your own with sequential fields and without Pack, Size or Auto (a tuple has an automatic layout)");
        foreach (var field in Fields)
        {
            var type = field.Type is PointerType pointer ? pointer.Element : field.Type;
            (type as StructType)?.CheckSharedLayout();
        }
    }

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

    private static int AlignmentOf(IrType type) => type is StructType s ? s.Alignment : SizeOf(type);

    private static int RoundUp(int value, int alignment) => (value + alignment - 1) / alignment * alignment;
}
