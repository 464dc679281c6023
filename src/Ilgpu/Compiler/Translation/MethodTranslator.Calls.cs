using System.Reflection;
using ILGPU.Compiler.Il;
using ILGPU.Compiler.Ir;
using ILGPU.Runtime.CPU;

namespace ILGPU.Compiler.Translation;

internal sealed partial class MethodTranslator
{
    /// <summary>call, callvirt or newobj; true if the call never returns and ends the block.</summary>
    private bool TranslateCall(IlInstruction x)
    {
        translator.Checks?.Visit(_method, x.Offset);
        var callee = _il.ResolveMethod(x);
        bool creates = x.Name == "newobj";
        var arguments = new Expr[callee.GetParameters().Length + (callee.IsStatic || creates ? 0 : 1)];
        for (int i = arguments.Length - 1; i >= 0; i--) arguments[i] = Pop();
        var constrained = _constrained;
        _constrained = null;

        if (TryArrayCall(callee, arguments, creates) || TryEquals(callee, arguments)) return false;
        if (creates)
        {
            // Inside the base library an exception is what a bounds check ends in; in kernel code it is refused below.
            if (_method.DeclaringType?.Assembly == typeof(object).Assembly && BaseLibrary.NeverReturns(callee))
            {
                EndUnreachable();
                return true;
            }
            Create(callee, arguments);
            return false;
        }
        if (BaseLibrary.TryConvert(callee, constrained, arguments) is { } converted)
        {
            Push(converted);
            return false;
        }
        if (constrained != null)
        {
            if (!constrained.IsValueType && !callee.IsStatic)
                throw new TranslationException(
                    $"'{TypeNames.Of(callee)}' is called on the reference type '{TypeNames.Of(constrained)}'", "use a struct type argument");
            callee = Translator.Implementation(constrained, (MethodInfo)callee);
        }
        else if (x.Name == "callvirt" && (callee.IsVirtual || callee.DeclaringType is { IsValueType: false }))
        {
            throw arguments.Any(argument => argument is TextToken) ? Refusals.Text() : Refusals.VirtualCall(callee);
        }
        if (callee is { IsStatic: true, IsAbstract: true })
            throw new TranslationException($"static abstract '{TypeNames.Of(callee)}' without a concrete type", "pass a struct type argument that implements it");

        if (IsAssertion(callee)) return false;
        if (BaseLibrary.NeverReturns(callee))
        {
            EndUnreachable();
            return true;
        }
        if (TryCompileTimeCall(callee, arguments) || TrySpecial(callee, arguments)) return false;
        if (BaseLibrary.TryIntrinsic(callee, arguments) is { } intrinsic) PushIntrinsic(intrinsic);
        else if (arguments.Any(argument => argument is TextToken)) throw Refusals.Text();
        else Invoke(callee, arguments);
        return false;
    }

    private void PushIntrinsic(Expr e)
    {
        if (e.Type == Scalar.Void) Emit(new Evaluate(e));
        else Push(ExprTools.IsImpure(e) || ExprTools.Size(e) > 6 ? Spill(e) : e);
    }

    /// <summary>new T(...): a variable, its constructor run on it, and where that only sets fields, just their values.</summary>
    private void Create(MethodBase constructor, Expr[] arguments)
    {
        var type = constructor.DeclaringType!;
        if (!type.IsValueType) throw Refusals.Allocation(type);
        var made = NewVariable(IrType.From(type), "n");
        int start = _block.Statements.Count;
        Emit(new Clear(made));
        Invoke(constructor, [new AddressOf(made), .. arguments]);
        Push(Inliner.TryFoldConstructor(made, _block.Statements, start) ?? new Read(made));
    }

    /// <summary>Calls a translated method, or puts its statements here when they are straight-line.</summary>
    private void Invoke(MethodBase callee, Expr[] arguments, Expr?[]? compiledValues = null)
    {
        var declared = callee.GetParameters().Select(p => p.ParameterType).ToList();
        if (!callee.IsStatic) declared.Insert(0, callee.DeclaringType!.IsValueType ? callee.DeclaringType.MakeByRefType() : callee.DeclaringType);
        var types = new IrType[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            types[i] = IrType.From(declared[i]);
            arguments[i] = Conversions.Coerce(arguments[i], types[i]);
        }
        var target = translator.Specialize(callee, types, compiledValues ?? KnownArguments(callee, arguments));
        for (int i = 0; i < arguments.Length; i++) IrType.Unify(arguments[i].Type, target.Parameters[i].Type);

        var groupArrays = target.GroupArrays.Select(NewGroupArray).ToList();
        if (target.IsStraightLine)
        {
            if (new Inliner(function, _block.Statements, Here).Inline(target, arguments, groupArrays) is { } value)
                Push(ExprTools.IsImpure(value) || ExprTools.ReadsMemory(value) || (value is not MakeStruct && ExprTools.Size(value) > 12) ? Spill(value) : value);
            return;
        }
        var call = new Call(target, [.. arguments, .. groupArrays.Select(array => new Read(array))]);
        if (target.Result == Scalar.Void) Emit(new Evaluate(call));
        else Push(Spill(call));
    }

    /// <summary>
    /// The values of arguments that are constants here, for a method that allocates memory of the group or the item: their extents may
    /// come in through its parameters. Null for other methods, which are translated once for all values.
    /// </summary>
    private Expr?[]? KnownArguments(MethodBase callee, Expr[] arguments)
    {
        const KernelNeeds allocates = (KernelNeeds.Shared | KernelNeeds.Local) & ~KernelNeeds.Place;
        if (arguments.Length == 0 || (KernelScan.NeedsOf(callee) & allocates) == 0) return null;
        var parameters = callee.GetParameters();
        int self = arguments.Length - parameters.Length;
        var values = new Expr?[arguments.Length];
        for (int i = self; i < arguments.Length; i++)
        {
            // What a pointer points at is known to stay only behind 'in'.
            if (arguments[i].Type is not PointerType || parameters[i - self].IsIn) values[i] = ConstantFinder.FindValue(arguments[i], _block.Statements);
        }
        return values.Any(value => value != null) ? values : null;
    }

    private Variable NewGroupArray(Variable like)
    {
        if (like == translator.DynamicGroupMemory || like == translator.DynamicGroupBytes || like == translator.Scratch || (translator.Checks?.Hidden.Contains(like) ?? false))
        {
            if (!function.GroupArrays.Contains(like)) function.GroupArrays.Add(like);
            return like;
        }
        bool isOwn = ((PointerType)like.Type).Space.Known == AddressSpace.Private && !function.Result.HasPointer;
        var owner = isOwn ? function.Locals : function.GroupArrays;
        var array = new Variable(like.Type, (isOwn ? "local" : "shared") + owner.Count) { ArrayLength = like.ArrayLength };
        owner.Add(array);
        return array;
    }
}
