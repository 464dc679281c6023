using System.Text;

namespace ILGPU.Compiler.Ir;

/// <summary>A number type. <see cref="Name"/> is its name in the generated code.</summary>
internal sealed class Scalar : IrType
{
    public static readonly Scalar Void = new("void", 0);
    public static readonly Scalar I8 = new("i8", 1);
    public static readonly Scalar U8 = new("u8", 1, unsigned: true);
    public static readonly Scalar I16 = new("i16", 2);
    public static readonly Scalar U16 = new("u16", 2, unsigned: true);
    public static readonly Scalar I32 = new("i32", 4);
    public static readonly Scalar U32 = new("u32", 4, unsigned: true);
    public static readonly Scalar I64 = new("i64", 8);
    public static readonly Scalar U64 = new("u64", 8, unsigned: true);
    public static readonly Scalar F32 = new("f32", 4, real: true);
    public static readonly Scalar F64 = new("f64", 8, real: true);

    private Scalar(string name, int size, bool unsigned = false, bool real = false)
    {
        Name = name;
        Size = size;
        Unsigned = unsigned;
        IsReal = real;
    }

    public string Name { get; }

    public int Size { get; }

    public bool Unsigned { get; }

    public bool IsReal { get; }

    public bool IsInteger => !IsReal && Size > 0;

    public bool Is64 => IsInteger && Size == 8;

    /// <summary>The type a value has on the IL stack: int32 for everything shorter (unsigned 32-bit values keep their type).</summary>
    public Scalar OnStack => IsInteger && Size < 4 ? I32 : this;

    /// <summary>The same width, signed or unsigned.</summary>
    public static Scalar Integer(bool wide, bool unsigned) => wide ? (unsigned ? U64 : I64) : unsigned ? U32 : I32;

    /// <summary>A constant reduced to the width of this type, as C# conversions do.</summary>
    public long Wrap(long value) => Name switch
    {
        "i8" => (sbyte)value,
        "u8" => (byte)value,
        "i16" => (short)value,
        "u16" => (ushort)value,
        "i32" => (int)value,
        "u32" => (uint)value,
        _ => value,
    };

    public override void AppendKey(StringBuilder text) => text.Append(Name).Append(';');

    /// <summary>The scalar of a primitive C# type, or null. A bool is a byte.</summary>
    public static Scalar? Of(Type type) => type.IsPrimitive || type == typeof(void) ? Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean or TypeCode.Byte => U8,
        TypeCode.SByte => I8,
        TypeCode.Int16 => I16,
        TypeCode.UInt16 or TypeCode.Char => U16,
        TypeCode.Int32 => I32,
        TypeCode.UInt32 => U32,
        TypeCode.Int64 => I64,
        TypeCode.UInt64 => U64,
        TypeCode.Single => F32,
        TypeCode.Double => F64,
        _ => type == typeof(nint) ? I64 : type == typeof(nuint) ? U64 : Void,
    } : null;
}
