using System.Reflection;
using ILGPU.Compiler.Ir;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Translation;

/// <content>Checked mode: <see cref="ViewChecks"/> on a device.</content>
internal sealed partial class MethodTranslator
{
    /// <summary>The reference to an element: (dimensions, view, place, x, extent of x, y, extent of y, z, extent of z).</summary>
    private void PushCheckedElement(Expr[] arguments)
    {
        int dimensions = (int)ConstantFinder.Find(arguments[0], _block.Statements)!.Integer;
        var (pointer, length) = PartsOf(arguments[1]);
        Push(Spill(MakeGuard(dimensions, pointer, length, arguments[2..])));
    }

    /// <summary>An empty view, and the note that a sub-view (dimension, view, index, count, length) leaves its view.</summary>
    private void PushRefusedView(MethodInfo callee, Expr[] arguments)
    {
        int dimension = (int)ConstantFinder.Find(arguments[0], _block.Statements)!.Integer;
        var (pointer, _) = PartsOf(arguments[1]);
        Expr zero = new Constant(Scalar.I64, 0L), one = new Constant(Scalar.I64, 1L), nowhere = new Constant(Scalar.I64, -1L);
        Spill(MakeGuard(AccessFailure.SubView - dimension, pointer, arguments[4], [nowhere, arguments[2], arguments[3], zero, one, zero, one]));
        Push(MakeView((StructType)IrType.From(callee.ReturnType), pointer, zero));
    }

    /// <summary>The address of an element of an array, which is a view here.</summary>
    private Expr CheckedElement(Expr array, Expr index)
    {
        translator.Checks!.Visit(_method, _il.Instructions[_at].Offset);
        var (pointer, length) = PartsOf(array);
        Expr zero = new Constant(Scalar.I64, 0L), one = new Constant(Scalar.I64, 1L);
        return Spill(MakeGuard(0, pointer, length, [index, zero, one, zero, one, zero, one]));
    }

    private Guard MakeGuard(int dimensions, Expr pointer, Expr length, Expr[] indices)
    {
        int bytes = IrType.SizeOf(((PointerType)pointer.Type).Element);
        if (bytes > AccessLog.ScratchBytes)
            throw new TranslationException($"an element of {bytes} bytes in checked mode, which checks elements of at most {AccessLog.ScratchBytes}", "use smaller structs");
        var checks = translator.Checks!;
        checks.ScratchBytes = Math.Max(checks.ScratchBytes, bytes);
        foreach (var hidden in checks.Hidden)
            if (!function.GroupArrays.Contains(hidden)) function.GroupArrays.Add(hidden);
        checks.Sites.Add(new AccessSite(dimensions, checks.Method ?? _method, checks.Offset));
        Expr[] numbers = [.. indices.Append(length).Select(e => Spill(Conversions.Coerce(e, Scalar.I64)))];
        return new Guard(checks.Sites.Count - 1, [pointer, .. numbers, .. checks.Hidden.Select(hidden => new Read(hidden))]);
    }

    private (Expr Pointer, Expr Length) PartsOf(Expr view)
    {
        if (view is not (Read or MakeStruct)) view = Spill(view);
        return (Spill(Simplifier.Simplify(new FieldOf(view, 0))), Spill(Simplifier.Simplify(new FieldOf(view, 1))));
    }
}
