using System.Runtime.CompilerServices;
using System.Text;

namespace ILGPU.Compiler.Ir;

/// <summary>A type of the generated code.</summary>
internal abstract class IrType
{
    private static readonly ConditionalWeakTable<Type, StructType> PointerFreeStructs = [];

    /// <summary>Whether values hold a pointer. Types without pointers are shared, so that they compare by reference.</summary>
    public virtual bool HasPointer => false;

    /// <summary>Identity of the type, address spaces included.</summary>
    public string Key
    {
        get
        {
            var text = new StringBuilder();
            AppendKey(text);
            return text.ToString();
        }
    }

    public abstract void AppendKey(StringBuilder text);

    /// <summary>The type of a C# type, with fresh address-space variables for its pointers.</summary>
    public static IrType From(Type type)
    {
        if (type.IsEnum) type = Enum.GetUnderlyingType(type);
        if (Scalar.Of(type) is { } scalar) return scalar;
        if (type.IsByRef || type.IsPointer)
        {
            var element = type.GetElementType()!;
            return new PointerType(element == typeof(void) ? Scalar.U8 : From(element), new SpaceVariable());
        }
        if (type.IsArray) return From(Translation.ArrayLibrary.ViewOf(type));
        if (!type.IsValueType)
            throw new TranslationException(
                $"'{TypeNames.Of(type)}' is a reference type; kernels work on structs, numbers and views",
                "pass a struct (a view instead of an array, a generic struct functor instead of an interface or a delegate)");

        // Their bodies write through references that are declared read-only.
        if (type.Namespace == "System.Runtime.Intrinsics")
            throw new TranslationException(
                $"'{TypeNames.Of(type)}', a vector of the processor, which also the constructors and operators of Vector2, Vector3 and Vector4 use",
                "set the fields X, Y, Z one by one, or use a struct of your own");

        lock (PointerFreeStructs)
        {
            if (PointerFreeStructs.TryGetValue(type, out var known)) return known;
            var made = new StructType(type);
            if (!made.HasPointer) PointerFreeStructs.Add(type, made);
            return made;
        }
    }

    /// <summary>Joins the address spaces of two values of the same shape.</summary>
    public static void Unify(IrType a, IrType b)
    {
        if (a is PointerType p && b is PointerType q)
        {
            if (!SpaceVariable.Unify(p.Space, q.Space))
                throw new TranslationException(
                    $"a view or reference into {p.Space.Final.ToString().ToLowerInvariant()} memory and one into " +
                    $"{q.Space.Final.ToString().ToLowerInvariant()} memory meet in the same variable, field or result",
                    "use two variables, or copy the data into one kind of memory first");
            Unify(p.Element, q.Element);
        }
        else if (a is StructType s && b is StructType t && s.Clr == t.Clr && s != t)
        {
            for (int i = 0; i < s.Fields.Length; i++) Unify(s.Fields[i].Type, t.Fields[i].Type);
        }
    }

    /// <summary>Equal but for address spaces.</summary>
    public static bool SameShape(IrType a, IrType b) => (a, b) switch
    {
        (Scalar x, Scalar y) => x == y,
        (PointerType p, PointerType q) => SameShape(p.Element, q.Element),
        (StructType s, StructType t) => s.Clr == t.Clr,
        _ => false,
    };

    /// <summary>Bytes of a value in memory.</summary>
    public static int SizeOf(IrType type) => type switch
    {
        Scalar scalar => scalar.Size,
        StructType structure => structure.Size,
        _ => 8,
    };
}

/// <summary>A pointer with the address space it points into.</summary>
internal sealed class PointerType(IrType element, SpaceVariable space) : IrType
{
    public IrType Element => element;

    public SpaceVariable Space => space;

    public override bool HasPointer => true;

    public override void AppendKey(StringBuilder text)
    {
        text.Append('P').Append(space.Known is { } known ? known.ToString()[0] : '?').Append('(');
        element.AppendKey(text);
        text.Append(')');
    }
}
