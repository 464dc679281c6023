using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU.Compiler.Flow;
using ILGPU.Compiler.Il;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>
/// Runs one method's IL over a stack of expressions. Invariant: an expression on the stack reads no memory (loads become temporaries at once),
/// so that only assignments to variables can change what it means; those spill it first.
/// </summary>
internal sealed partial class MethodTranslator(Translator translator, Function function)
{
    private readonly MethodBase _method = function.Method;
    // Parameters passed by reference whose value is a constant, and the variable that holds it.
    private readonly Dictionary<Variable, Variable> _compiledIn = [];
    private MethodIl _il = null!;
    private LocalWebs _webs = null!;
    private Variable?[] _webVariables = [];
    private BasicBlock _block = null!;
    private List<Expr> _stack = [];
    private int _at;
    private SourcePlace? _here;
    private Type? _constrained;

    public void Run()
    {
        try
        {
            Translate();
        }
        catch (TranslationException e) when (e.Place == null)
        {
            int offset = _il != null && _at < _il.Instructions.Count ? _il.Instructions[_at].Offset : 0;
            e.Place = $"in {TypeNames.Of(_method)}{SourceLines.Find(_method, offset)}, called through: {translator.CallChain}";
            throw;
        }
    }

    private void Translate()
    {
        var body = _method.GetMethodBody()!;
        if (body.ExceptionHandlingClauses.Count > 0)
            throw new TranslationException(
                "try, catch, finally, using, lock or foreach over an enumerator", "write the steps out; devices have no exceptions");

        _il = new MethodIl(_method);
        BindParameters();
        var holdsPointer = _il.LocalTypes.Select(MayHoldPointer).ToArray();
        _webs = new LocalWebs(_il, slot => holdsPointer[slot]);
        _webVariables = new Variable?[_webs.Slots.Count];
        function.Result = _method is MethodInfo { ReturnType: var type } ? IrType.From(type) : Scalar.Void;

        var order = ReversePostOrder();
        order[0].Reachable = true;
        foreach (var block in order)
            if (block.Reachable) TranslateBlock(block);
        _at = _il.Instructions.Count;
        FunctionShaper.Shape(function, [.. order.Where(block => block.Reachable)]);
    }

    /// <summary>Notes which parameters may change, and gives those that are compiled in behind 'in' a variable to point at.</summary>
    private void BindParameters()
    {
        foreach (var x in _il.Instructions)
        {
            if (x.Name is not ("ldarga" or "starg")) continue;
            var parameter = Parameter(x);
            parameter.AddressTaken |= x.Name == "ldarga";
            if (parameter.CompiledValue != null && (x.Name == "starg" || parameter.Type is not StructType { Clr: var type } || !IsOnlyRead(type)))
                parameter.CompiledValue = null;
        }
        foreach (var parameter in function.Parameters)
        {
            if (parameter is not { Type: PointerType, CompiledValue: { } value }) continue;
            parameter.CompiledValue = null;
            var held = NewVariable(value.Type, "c");
            held.AddressTaken = true;
            held.CompiledValue = value;
            _compiledIn[parameter] = held;
        }
    }

    /// <summary>Whether nothing in this method can change a value of the type behind its address: a readonly struct that is not written whole.</summary>
    private bool IsOnlyRead(Type type) =>
        !type.IsPrimitive && type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) && !_il.Instructions.Any(x => x.Name switch
        {
            "stobj" or "initobj" or "cpobj" => _il.ResolveType(x) == type,
            "call" or "callvirt" or "newobj" when _il.ResolveMethod(x) is var called =>
                (x.Name == "call" && called.IsConstructor && called.DeclaringType == type)
                || called.GetParameters().Any(p => !p.IsIn && p.ParameterType.IsByRef && p.ParameterType.GetElementType() == type),
            _ => false,
        });

    private List<BasicBlock> ReversePostOrder()
    {
        var seen = new HashSet<int>();
        var order = new List<BasicBlock>();
        void Visit(BasicBlock block)
        {
            if (!seen.Add(block.Id)) return;
            for (int i = block.IlSuccessors.Count - 1; i >= 0; i--) Visit(_il.Blocks[block.IlSuccessors[i]]);
            order.Add(block);
        }
        Visit(_il.Blocks[0]);
        order.Reverse();
        return order;
    }

    private void TranslateBlock(BasicBlock block)
    {
        _block = block;
        block.Translated = true;
        _stack = block.StackOnEntry == null ? [] : [.. block.StackOnEntry];
        if (block.First == 0)
            foreach (var held in _compiledIn.Values) Emit(new Assign(held, held.CompiledValue!));
        for (_at = block.First; _at <= block.Last; _at++)
        {
            if (!TranslateInstruction(_il.Instructions[_at])) continue;
            block.ExitPlace = Here;
            return;
        }
        JumpTo(_il.Blocks[block.Id + 1]);
    }

    private static bool MayHoldPointer(Type type)
    {
        if (type.IsByRef || type.IsPointer || type.IsArray) return true;
        if (!type.IsValueType || type.IsPrimitive || type.IsEnum) return false;
        try
        {
            return IrType.From(type).HasPointer;
        }
        catch (TranslationException)
        {
            return false; // refused where the local is used, if it is
        }
    }

    // ---- variables

    private Variable NewVariable(IrType type, string name, bool temporary = false)
    {
        var variable = new Variable(type, name + function.Locals.Count) { IsTemporary = temporary };
        function.Locals.Add(variable);
        return variable;
    }

    private Variable Parameter(IlInstruction x)
    {
        int index = (int)x.Integer;
        // The unused 'this' of a lambda is not passed.
        int offset = _method.IsStatic || function.Parameters.Count > _method.GetParameters().Length ? 0 : 1;
        if (index < offset)
            throw new TranslationException("the lambda captures a variable or uses the object it belongs to", "pass the value as a kernel argument");
        return function.Parameters[index - offset];
    }

    private Variable Local(int instruction)
    {
        int web = _webs.WebOf(instruction);
        if (_webVariables[web] is { } known) return known;
        int slot = _webs.Slots[web];
        var made = new Variable(IrType.From(_il.LocalTypes[slot]), $"v{slot}_{function.Locals.Count}") { Slot = new SourcePlace(_method, slot) };
        function.Locals.Add(made);
        made.AddressTaken = _webs.AddressTaken.Contains(web);
        return _webVariables[web] = made;
    }

    // ---- stack

    private void Push(Expr e) => _stack.Add(e);

    private Expr Pop()
    {
        var top = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private void Emit(Statement statement)
    {
        statement.Place = Here;
        _block.Statements.Add(statement);
    }

    /// <summary>The instruction that is being translated.</summary>
    private SourcePlace Here
    {
        get
        {
            int offset = _il.Instructions[Math.Min(_at, _block.Last)].Offset;
            return _here?.Offset == offset ? _here : _here = new SourcePlace(_method, offset);
        }
    }

    /// <summary>The value in a temporary, so that later assignments do not change it and it is computed once.</summary>
    private Expr Spill(Expr e)
    {
        if (ExprTools.IsConstantOrTemporary(e)) return e;
        if (e is FieldAddress && ExprTools.Target(e) != null) return e;
        var temporary = NewVariable(e.Type, "t", temporary: true);
        Emit(new Assign(temporary, e));
        return new Read(temporary);
    }

    private void SpillStack(Func<Expr, bool> which)
    {
        for (int i = 0; i < _stack.Count; i++)
            if (which(_stack[i])) _stack[i] = Spill(_stack[i]);
    }

    private void PushRead(Variable variable)
    {
        if (_compiledIn.TryGetValue(variable, out var held)) Push(new AddressOf(held));
        else if (variable.CompiledValue is { } value && !variable.AddressTaken) Push(value);
        else Push(variable.AddressTaken ? Spill(new Read(variable)) : new Read(variable));
    }

    private void AssignTop(Variable variable)
    {
        var value = Conversions.Coerce(Pop(), variable.Type);
        SpillStack(e => ExprTools.Mentions(e, variable));
        Emit(new Assign(variable, value));
    }

    // ---- control flow

    /// <summary>Hands the stack over to a successor: in variables if other blocks lead there too.</summary>
    private void EnterFromHere(BasicBlock target)
    {
        target.Reachable = true;
        if (_stack.Count == 0) return;
        if (target.IlPredecessors == 1)
        {
            SpillStack(_ => true);
            target.StackOnEntry = [.. _stack];
            return;
        }
        if (target.StackOnEntry == null)
        {
            if (target.Translated) throw new TranslationException("a loop that begins in the middle of an expression", "assign to a local first");
            target.StackOnEntry = [.. _stack.Select(e => e is TextToken ? e : new Read(NewVariable(e.Type is Scalar s ? s.OnStack : e.Type, "s")))];
        }
        for (int i = 0; i < _stack.Count; i++)
        {
            if (target.StackOnEntry[i] is TextToken text)
            {
                if (_stack[i] is not TextToken same || same.Text != text.Text) throw Refusals.Text();
                continue;
            }
            var variable = ((Read)target.StackOnEntry[i]).Variable;
            Emit(new Assign(variable, Conversions.Coerce(_stack[i], variable.Type)));
        }
    }

    private void JumpTo(BasicBlock target)
    {
        EnterFromHere(target);
        _block.Exit = new JumpExit(target);
    }

    private void Branch(Expr condition, BasicBlock then)
    {
        var otherwise = _il.Blocks[_block.Id + 1];
        if (ConstantFinder.Find(condition, _block.Statements) is { } known)
        {
            JumpTo(known.Integer != 0 ? then : otherwise);
            return;
        }
        if (then == otherwise)
        {
            JumpTo(then);
            return;
        }
        if (_stack.Count > 0)
        {
            condition = Spill(condition);
            SpillStack(_ => true);
        }
        EnterFromHere(then);
        EnterFromHere(otherwise);
        _block.Exit = new BranchExit(condition, then, otherwise);
    }

    private void BranchToCase(Expr value, int[] targets)
    {
        var otherwise = _il.Blocks[_block.Id + 1];
        if (ConstantFinder.Find(value, _block.Statements) is { } known)
        {
            JumpTo(known.Integer >= 0 && known.Integer < targets.Length ? _il.BlockAt(targets[known.Integer]) : otherwise);
            return;
        }
        value = Spill(value);
        SpillStack(_ => true);
        var cases = targets.Select(offset => _il.BlockAt(offset)).ToList();
        foreach (var target in cases.Append(otherwise).Distinct()) EnterFromHere(target);
        _block.Exit = new SwitchExit(value, cases, otherwise);
    }

    /// <summary>Ends the block at a point that a correct program never reaches.</summary>
    private void EndUnreachable()
    {
        if (function.Result == Scalar.Void)
        {
            _block.Exit = new ReturnExit(null);
            return;
        }
        var anything = NewVariable(function.Result, "z");
        Emit(new Clear(anything));
        _block.Exit = new ReturnExit(new Read(anything));
    }
}
