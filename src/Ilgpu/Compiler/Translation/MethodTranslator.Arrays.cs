using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU.Compiler.Il;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <content>Arrays with constant lengths that a kernel makes, and static arrays as tables of constants.</content>
internal sealed partial class MethodTranslator
{
    private const string Remedy = "use constant lengths and elements that are structs, or LocalMemory.Allocate, SharedMemory.Allocate or a view argument";

    private bool TranslateArray(IlInstruction x)
    {
        switch (x.Name)
        {
            case "newarr":
                var element = _il.ResolveType(x);
                Push(NewArray(element, ConstantFinder.Find(Pop(), _block.Statements)));
                return true;
            case "ldlen": Push(Simplifier.Simplify(new FieldOf(Array(Pop()), 1))); return true;
            case "ldelema":
                Push(Element(Pop()));
                return true;
            case "ldelem.ref" or "stelem.ref": return false;
        }
        if (x.Name.StartsWith("ldelem", StringComparison.Ordinal))
        {
            Push(Load(Element(Pop())));
            return true;
        }
        if (!x.Name.StartsWith("stelem", StringComparison.Ordinal)) return false;
        var value = Pop();
        StoreTo(Element(Pop()), value);
        return true;
    }

    /// <summary>Members of array types; false for other calls.</summary>
    private bool TryArrayCall(MethodBase callee, Expr[] arguments, bool creates)
    {
        var type = callee.DeclaringType!;
        if (type == typeof(RuntimeHelpers) && callee.Name == "InitializeArray" && arguments is [var array, FieldToken data])
        {
            Initialize(array, data.Data);
            return true;
        }
        if (type == typeof(Array) && arguments is [{ Type: StructType view }, ..] && callee.Name is "get_Length" or "GetLength")
        {
            InvokeArray(callee.Name == "GetLength" ? "GetLength" : "Length", view, arguments);
            return true;
        }
        if (type == typeof(Array) && arguments is [{ Type: StructType bounded }, _] && callee.Name is "GetLowerBound" or "GetUpperBound")
        {
            if (callee.Name == "GetLowerBound") Push(Constant.Int(0));
            else InvokeArray("UpperBound", bounded, arguments);
            return true;
        }
        if (type == typeof(Array) && arguments is [{ Type: StructType measured }, ..] && callee.Name is "get_LongLength" or "GetLongLength")
        {
            InvokeArray(callee.Name == "GetLongLength" ? "GetLength" : "Length", measured, arguments);
            Push(Conversions.To(Pop(), Scalar.I64));
            return true;
        }
        if (type == typeof(Array) && callee.Name == "Empty" && callee.IsGenericMethod)
        {
            Push(NewArray(callee.GetGenericArguments()[0], Constant.Int(0)));
            return true;
        }
        if (!type.IsArray) return false;
        var element = type.GetElementType()!;
        if (type.GetArrayRank() > 3) throw new TranslationException($"an array of {type.GetArrayRank()} dimensions", "use at most three dimensions");
        if (creates)
        {
            long length = 1;
            foreach (var argument in arguments) length *= ConstantFinder.Find(argument, _block.Statements)?.Integer ?? throw NotConstant(element);
            Invoke(ArrayLibrary.Method("Make" + type.GetArrayRank(), element), [NewArray(element, Constant.Int(length)), .. arguments]);
            return true;
        }
        var value = callee.Name == "Set" ? arguments[^1] : null;
        InvokeArray("Address", (StructType)arguments[0].Type, value == null ? arguments : arguments[..^1]);
        if (value != null) StoreTo(Pop(), value);
        else if (callee.Name == "Get") Push(Load(Pop()));
        return true;
    }

    private void InvokeArray(string name, StructType view, Expr[] arguments)
    {
        int rank = view.Fields.Length == 2 ? 1 : view.Clr.GetGenericTypeDefinition() == typeof(Runtime.ArrayView2D<,>) ? 2 : 3;
        Invoke(ArrayLibrary.Method(name + rank, view.Clr.GetGenericArguments()[0]), arguments);
    }

    /// <summary>An array of zeros in memory of the item.</summary>
    private Expr NewArray(Type element, Constant? length)
    {
        if (!element.IsValueType) throw new TranslationException($"a new array of '{TypeNames.Of(element)}'", Remedy);
        if (length == null) throw NotConstant(element);
        if (length.Integer < 0) throw new TranslationException($"a new array of {length.Integer} elements", "");
        var view = Spill(NewView((StructType)IrType.From(element.MakeArrayType()), IrType.From(element), length, AddressSpace.Private));
        if (length.Integer > 0) Invoke(ArrayLibrary.Method("Clear1", element), [view]);
        return view;
    }

    private static TranslationException NotConstant(Type element) =>
        new($"a new array of '{TypeNames.Of(element)}' whose length is not a compile-time constant", Remedy);

    /// <summary>Stores the initial values that the C# compiler keeps as data.</summary>
    private void Initialize(Expr array, FieldInfo data)
    {
        var view = (StructType)array.Type;
        bool flat = view.Fields.Length == 2;
        var elements = flat ? array : new FieldOf(array, 0);
        var element = view.Clr.GetGenericArguments()[0];
        int count = System.Runtime.InteropServices.Marshal.SizeOf(data.FieldType) / Runtime.FieldLayout.SizeOf(element);
        var values = System.Array.CreateInstance(element, count);
        RuntimeHelpers.InitializeArray(values, data.FieldHandle);
        var type = IrType.From(element);
        var pointer = Spill(Simplifier.Simplify(new FieldOf(elements, 0)));
        for (int i = 0; i < count; i++)
            StoreTo(new PointerAdd(pointer, Constant.Int(i)), Conversions.Coerce(StaticFields.FromValue(values.GetValue(i), type)!, type));
    }

    /// <summary>A static array as a table of the program.</summary>
    private void PushTable(FieldInfo field)
    {
        if (translator.Properties.ArrayMode != ArrayMode.InlineMutableStaticArrays)
            throw Refusals.StaticField(field, "is an array", "build the context with Arrays(ArrayMode.InlineMutableStaticArrays), or pass a view as an argument");
        if (!StaticFields.IsReadable(field, translator.Properties)) throw Refusals.StaticField(field, "is not readonly");
        var element = field.FieldType.GetElementType()!;
        if (field.GetValue(null) is not System.Array { Rank: <= 3, Length: > 0 } array || Scalar.Of(element.IsEnum ? Enum.GetUnderlyingType(element) : element) is not { } type)
            throw Refusals.StaticField(field, "is no array of numbers");
        var table = translator.TableOf(field, array, type);
        var flat = (StructType)IrType.From(element.MakeArrayType());
        var view = new MakeStruct(flat, [Conversions.Coerce(new Read(table), flat.Fields[0].Type), new Constant(Scalar.I64, (long)array.Length)]);
        if (array.Rank == 1) Push(view);
        else Invoke(ArrayLibrary.Method("Make" + array.Rank, element), [view, .. Enumerable.Range(0, array.Rank).Select(d => Constant.Int(array.GetLength(d)))]);
    }

    private Expr Element(Expr index)
    {
        var array = Array(Pop());
        if (translator.Checks != null) return CheckedElement(array, index);
        return new PointerAdd(Simplifier.Simplify(new FieldOf(array, 0)), index);
    }

    private Expr Array(Expr e) => e.Type is StructType { Clr.IsGenericType: true } type && type.Clr.GetGenericTypeDefinition() == typeof(ArrayView<>)
        ? e is Read or MakeStruct ? e : Spill(e)
        : throw new TranslationException("an element of a managed array", "use ArrayView");
}
