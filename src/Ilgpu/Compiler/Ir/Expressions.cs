namespace ILGPU.Compiler.Ir;

/// <summary>An expression of the intermediate representation: a typed, immutable tree.</summary>
internal abstract class Expr(IrType type)
{
    public IrType Type => type;

    public virtual Expr[] Children => [];

    /// <summary>The same node over other children of the same types.</summary>
    public virtual Expr With(Expr[] children) => this;
}

/// <summary>A number known at compile time.</summary>
internal sealed class Constant : Expr
{
    public static readonly Constant Zero = new(Scalar.I32, 0);

    public Constant(Scalar type, long value) : base(type) => (Integer, Real) = (type.Wrap(value), value);

    public Constant(Scalar type, double value) : base(type) => Real = type == Scalar.F32 ? (float)value : value;

    public long Integer { get; }

    public double Real { get; }

    public static Constant Int(long value) => new(Scalar.I32, value);

    public static Constant Bool(bool value) => new(Scalar.I32, value ? 1 : 0);
}

/// <summary>The value of a variable.</summary>
internal sealed class Read(Variable variable) : Expr(variable.Type)
{
    public Variable Variable => variable;
}

/// <summary>A C# type as a compile-time value (<c>typeof(T)</c>).</summary>
internal sealed class TypeToken(Type clr) : Expr(Scalar.I64)
{
    public Type Clr => clr;
}

/// <summary>A field as a compile-time value: the data behind an array's initial values.</summary>
internal sealed class FieldToken(System.Reflection.FieldInfo data) : Expr(TextType.Instance)
{
    public System.Reflection.FieldInfo Data => data;
}

/// <summary>Text as a compile-time value: what <see cref="Interop.WriteLine(string)"/> takes.</summary>
internal sealed class TextToken(string text) : Expr(TextType.Instance)
{
    public string Text => text;
}

/// <summary>A binary operation; the operator is that of C. Integer +, - and * wrap around.</summary>
internal sealed class Binary(Scalar type, string op, Expr left, Expr right) : Expr(type)
{
    public string Operator => op;

    public Expr Left => left;

    public Expr Right => right;

    public bool IsComparison => op is "==" or "!=" or "<" or ">" or "<=" or ">=";

    public override Expr[] Children => [left, right];

    public override Expr With(Expr[] children) => new Binary((Scalar)Type, op, children[0], children[1]);
}

/// <summary>A unary operation: -, ~ or !.</summary>
internal sealed class Unary(Scalar type, string op, Expr operand) : Expr(type)
{
    public string Operator => op;

    public Expr Operand => operand;

    public override Expr[] Children => [operand];

    public override Expr With(Expr[] children) => new Unary((Scalar)Type, op, children[0]);
}

/// <summary>A conversion of a number or a reinterpretation of a pointer. Real to integer saturates, NaN becomes 0.</summary>
internal sealed class Cast(IrType type, Expr operand) : Expr(type)
{
    public Expr Operand => operand;

    public override Expr[] Children => [operand];

    public override Expr With(Expr[] children) => new Cast(Type, children[0]);
}

/// <summary>condition ? whenTrue : whenFalse, without side effects.</summary>
internal sealed class Conditional(Expr condition, Expr whenTrue, Expr whenFalse) : Expr(whenTrue.Type)
{
    public Expr Condition => condition;

    public Expr WhenTrue => whenTrue;

    public Expr WhenFalse => whenFalse;

    public override Expr[] Children => [condition, whenTrue, whenFalse];

    public override Expr With(Expr[] children) => new Conditional(children[0], children[1], children[2]);
}

/// <summary>A struct value made of its fields' values.</summary>
internal sealed class MakeStruct(StructType type, Expr[] fields) : Expr(type)
{
    public override Expr[] Children => fields;

    public override Expr With(Expr[] children) => new MakeStruct((StructType)Type, children);
}

/// <summary>A field of a struct value.</summary>
internal sealed class FieldOf(Expr value, int index) : Expr(((StructType)value.Type).Fields[index].Type)
{
    public Expr Value => value;

    public int Field => index;

    public override Expr[] Children => [value];

    public override Expr With(Expr[] children) => new FieldOf(children[0], index);
}

/// <summary>The value a pointer points at.</summary>
internal sealed class Dereference(Expr pointer) : Expr(((PointerType)pointer.Type).Element)
{
    public Expr Pointer => pointer;

    public override Expr[] Children => [pointer];

    public override Expr With(Expr[] children) => new Dereference(children[0]);
}

/// <summary>The address of a variable.</summary>
internal sealed class AddressOf(Variable variable)
    : Expr(new PointerType(variable.Type, new SpaceVariable(AddressSpace.Private)))
{
    public Variable Variable => variable;
}

/// <summary>The address of a field of the struct a pointer points at.</summary>
internal sealed class FieldAddress(Expr pointer, int index)
    : Expr(new PointerType(StructOf(pointer).Fields[index].Type, ((PointerType)pointer.Type).Space))
{
    public Expr Pointer => pointer;

    public int Field => index;

    public StructType Struct => StructOf(pointer);

    public bool IsArray => Struct.Fields[index].ArrayLength > 0;

    public override Expr[] Children => [pointer];

    public override Expr With(Expr[] children) => new FieldAddress(children[0], index);

    private static StructType StructOf(Expr pointer) => (StructType)((PointerType)pointer.Type).Element;
}

/// <summary>pointer + index, in elements.</summary>
internal sealed class PointerAdd(Expr pointer, Expr index) : Expr(pointer.Type)
{
    public Expr Pointer => pointer;

    public Expr Index => index;

    public override Expr[] Children => [pointer, index];

    public override Expr With(Expr[] children) => new PointerAdd(children[0], children[1]);
}

/// <summary>Text of each dialect with holes {0}, {1} ... for the arguments.</summary>
internal sealed record IntrinsicText(string OpenCl, string Cuda, bool Pure);

/// <summary>A function of the device's own language.</summary>
internal sealed class Intrinsic(IrType type, IntrinsicText text, params Expr[] arguments) : Expr(type)
{
    public IntrinsicText Text => text;

    public override Expr[] Children => arguments;

    public override Expr With(Expr[] children) => new Intrinsic(Type, text, children);
}

/// <summary>
/// In checked mode, pointer + place where the indices are inside their extents and the place is inside the length; otherwise the failure is
/// noted and the pointer goes to scratch memory of the same address space. Children: pointer, place, x, extent of x, y, extent of y, z,
/// extent of z, length, log, scratch memory of the group, scratch memory of the item.
/// </summary>
internal sealed class Guard(int site, Expr[] children) : Expr(children[0].Type)
{
    public int Site => site;

    public override Expr[] Children => children;

    public override Expr With(Expr[] changed) => new Guard(site, changed);
}

/// <summary>A call of a translated function.</summary>
internal sealed class Call(Function function, Expr[] arguments) : Expr(function.Result)
{
    public Function Function => function;

    /// <summary>The value for <see cref="Function.Active"/>; null is true.</summary>
    public Expr? Active { get; init; }

    public override Expr[] Children => arguments;

    public override Expr With(Expr[] children) => new Call(function, children) { Active = Active };
}
