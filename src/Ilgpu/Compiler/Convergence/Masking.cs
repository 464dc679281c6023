using ILGPU.Compiler.Flow;
using ILGPU.Compiler.Ir;
using ILGPU.Compiler.Translation;

namespace ILGPU.Compiler.Convergence;

/// <summary>
/// Rewrites a function so that all items of the group pass every point where items meet. A branch becomes both branches, each under the
/// mask of the items that take it; a loop runs until no item of the group is in it; break, continue and return clear masks, and a goto
/// clears them until its label is reached.
/// </summary>
internal sealed class Masking
{
    private const int NoLabel = -1;

    private readonly Function _function;
    private readonly Func<Expr, bool> _meets;
    private readonly Variable _memory;
    private readonly List<(Variable Mask, Scope Scope, int Label)> _masks = [];

    /// <summary>For each label ahead: the depth of its list in the masks, and the mask of the items that wait for it.</summary>
    private readonly Dictionary<int, (int Depth, Variable Waiting)> _labels = [];
    private Variable? _result;

    private Masking(Function function, Func<Expr, bool> meets, Variable memory)
    {
        _function = function;
        _meets = meets;
        _memory = memory;
    }

    /// <summary>What a mask stands for: which jumps clear it.</summary>
    private enum Scope
    {
        Branch,
        LoopPass,
        Loop,
        Switch,
    }

    private Variable Mask => _masks[^1].Mask;

    public static void Apply(Function function, Func<Expr, bool> meets, Variable memory) => new Masking(function, meets, memory).Run();

    private void Run()
    {
        if (!_function.GroupArrays.Contains(_memory)) _function.GroupArrays.Add(_memory);
        var body = new List<Statement>();
        var all = NewVariable(Scalar.I32);
        body.Add(new Assign(all, _function.Active == null ? Constant.Bool(true) : new Read(_function.Active)));
        if (_function.Result != Scalar.Void)
        {
            _result = NewVariable(_function.Result);
            body.Add(new Clear(_result));
        }
        _masks.Add((all, Scope.Branch, NoLabel));
        Put(_function.Body, body);
        if (_result != null) body.Add(new Return(new Read(_result)));
        _function.Body = body;
    }

    private void Put(List<Statement> list, List<Statement> output)
    {
        foreach (var label in list.OfType<LabelMark>()) _labels[label.Label] = (_masks.Count - 1, NewMask(output));
        var apart = new List<Statement>();
        foreach (var statement in list)
        {
            if (!NeedsAll(statement))
            {
                apart.Add(statement);
                continue;
            }
            Flush(apart, output);
            PutOne(statement, output);
        }
        Flush(apart, output);
    }

    private void Flush(List<Statement> apart, List<Statement> output)
    {
        if (apart.Count == 0) return;
        output.Add(new If(new Read(Mask), [.. apart], []));
        if (_masks.Exists(mask => mask.Scope == Scope.Loop)) output.AddRange(Owned(apart));
        apart.Clear();
    }

    /// <summary>
    /// PoCL takes a variable for one that all items share where its values look the same for all, although the mask says who changes it. So
    /// what changes under a mask in a loop is made to depend on the item.
    /// </summary>
    private static IEnumerable<Statement> Owned(List<Statement> statements)
    {
        var changed = new HashSet<Variable>();
        JumpCleaner.Walk(statements, statement =>
        {
            if (statement is Assign { Variable: { Type: Scalar { Size: >= 4 }, ArrayLength: 0, AddressTaken: false } variable }) changed.Add(variable);
        });
        return changed.Select(variable => new Assign(variable, new Intrinsic(variable.Type, DeviceFunctions.Own((Scalar)variable.Type), new Read(variable))));
    }

    /// <summary>Whether items meet in the statement, or a jump leaves it.</summary>
    private bool NeedsAll(Statement statement, bool inLoop = false, bool inSwitch = false) => statement switch
    {
        Return or Goto or LabelMark => true,
        Break => !inLoop && !inSwitch,
        Continue => !inLoop,
        _ when statement.Expressions.Any(e => ExprTools.Any(e, _meets)) => true,
        If branch => branch.Then.Concat(branch.Else).Any(inner => NeedsAll(inner, inLoop, inSwitch)),
        Loop loop => loop.Body.Any(inner => NeedsAll(inner, inLoop: true)),
        Switch choice => choice.Cases.SelectMany(one => one.Body).Concat(choice.Default).Any(inner => NeedsAll(inner, inLoop, inSwitch: true)),
        _ => false,
    };

    private void PutOne(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case Assign assign: Flush([new Assign(assign.Variable, Meet(assign.Value, output))], output); break;
            case Store store: output.Add(Guarded(new Store(Meet(store.Pointer, output), Meet(store.Value, output)))); break;
            case Evaluate { Value: var value }:
                var left = Meet(value, output);
                if (ExprTools.IsImpure(left)) output.Add(Guarded(new Evaluate(left)));
                break;
            case Return returned: PutReturn(returned, output); break;
            case Break: output.Add(Guarded([.. ClearedTo(_masks.FindLastIndex(mask => mask.Scope is Scope.Loop or Scope.Switch))])); break;
            case Continue: output.Add(Guarded([.. ClearedTo(_masks.FindLastIndex(mask => mask.Scope == Scope.LoopPass))])); break;
            case Goto jump: output.Add(Guarded([.. Jump(jump.Label)])); break;
            case LabelMark mark: PutLabel(mark.Label, output); break;
            case If branch: PutIf(branch, output); break;
            case Loop loop: PutLoop(loop, output); break;
            case Switch choice: PutSwitch(choice, output); break;
        }
    }

    private If Guarded(params Statement[] statements) => new(new Read(Mask), [.. statements], []);

    /// <summary>Takes the item out of the innermost masks, down to the one at a depth.</summary>
    private IEnumerable<Statement> ClearedTo(int depth)
    {
        for (int i = _masks.Count - 1; i >= depth; i--) yield return new Assign(_masks[i].Mask, Constant.Zero);
    }

    private IEnumerable<Statement> Jump(int label)
    {
        if (_labels.TryGetValue(label, out var ahead)) return ClearedTo(ahead.Depth).Prepend(new Assign(ahead.Waiting, Constant.Bool(true)));
        int pass = _masks.FindLastIndex(mask => mask.Scope == Scope.LoopPass && mask.Label == label);
        if (pass >= 0) return ClearedTo(pass);
        throw new TranslationException(
            $"'{TypeNames.Of(_function.Method)}' exchanges values in warps and jumps back by goto", "write a loop instead");
    }

    private void PutLabel(int label, List<Statement> output)
    {
        if (!_labels.Remove(label, out var here)) return;
        output.Add(new If(new Read(here.Waiting), [new Assign(Mask, Constant.Bool(true)), new Assign(here.Waiting, Constant.Zero)], []));
    }

    private void PutReturn(Return returned, List<Statement> output)
    {
        var statements = new List<Statement>();
        if (_result != null) statements.Add(new Assign(_result, Meet(returned.Value!, output)));
        foreach (var (mask, _, _) in Enumerable.Reverse(_masks)) statements.Add(new Assign(mask, Constant.Zero));
        output.Add(Guarded([.. statements]));
    }

    private void PutIf(If branch, List<Statement> output)
    {
        var condition = Meet(branch.Condition, output);
        var then = NewMask(output);
        var otherwise = NewMask(output);
        output.Add(Guarded(new If(condition, [new Assign(then, Constant.Bool(true))], [new Assign(otherwise, Constant.Bool(true))])));
        Under(then, Scope.Branch, branch.Then, output);
        Under(otherwise, Scope.Branch, branch.Else, output);
    }

    private void PutLoop(Loop loop, List<Statement> output)
    {
        var inside = NewVariable(Scalar.I32);
        output.Add(new Assign(inside, new Read(Mask)));
        var pass = NewVariable(Scalar.I32);
        var body = new List<Statement>();
        _masks.Add((inside, Scope.Loop, NoLabel));
        if (loop.Condition != null)
        {
            var condition = Meet(loop.Condition, body);
            body.Add(Guarded(new If(condition, [], [new Assign(inside, Constant.Zero)])));
        }
        body.Add(new If(new Unary(Scalar.I32, "!", new Intrinsic(Scalar.I32, DeviceFunctions.AnyInGroup, new Read(_memory), new Read(inside))), [new Break()], []));
        body.Add(new Assign(pass, new Read(inside)));
        Under(pass, Scope.LoopPass, loop.Body, body, loop.Label);
        _masks.RemoveAt(_masks.Count - 1);
        output.Add(new Loop(loop.Label, body));
    }

    private void PutSwitch(Switch choice, List<Statement> output)
    {
        var value = Meet(choice.Value, output);
        var cases = choice.Cases.ConvertAll(one => (one.Values, one.Body, Mask: NewMask(output)));
        var otherwise = NewMask(output);
        output.Add(Guarded(new Switch(
            value,
            cases.ConvertAll(one => new SwitchCase(one.Values, [new Assign(one.Mask, Constant.Bool(true))])),
            [new Assign(otherwise, Constant.Bool(true))])));
        foreach (var one in cases) Under(one.Mask, Scope.Switch, one.Body, output);
        Under(otherwise, Scope.Switch, choice.Default, output);
    }

    private void Under(Variable mask, Scope scope, List<Statement> list, List<Statement> output, int label = NoLabel)
    {
        _masks.Add((mask, scope, label));
        Put(list, output);
        _masks.RemoveAt(_masks.Count - 1);
    }

    /// <summary>
    /// The expression after its meetings: each takes place for all items, before the statement, with arguments that only the items of the
    /// mask have computed.
    /// </summary>
    private Expr Meet(Expr e, List<Statement> output)
    {
        if (!ExprTools.Any(e, _meets)) return e;
        var children = Array.ConvertAll(e.Children, child => Meet(child, output));
        if (!_meets(e)) return e.With(children);
        int computed = e is Call { Function.Parameters.Count: var parameters } ? parameters : children.Length;
        for (int i = 0; i < computed; i++) children[i] = Computed(children[i], output);
        Expr met = e is Call call ? new Call(call.Function, children) { Active = new Read(Mask) } : e.With(children);
        if (e.Type == Scalar.Void)
        {
            output.Add(new Evaluate(met));
            return Constant.Zero;
        }
        var result = NewVariable(e.Type);
        output.Add(new Assign(result, met));
        return new Read(result);
    }

    private Expr Computed(Expr e, List<Statement> output)
    {
        if (e is Constant || (e is Read read && read.Variable == _memory)) return e;
        var value = NewVariable(e.Type);
        output.Add(new Clear(value));
        output.Add(Guarded(new Assign(value, e)));
        return new Read(value);
    }

    private Variable NewMask(List<Statement> output)
    {
        var mask = NewVariable(Scalar.I32);
        output.Add(new Assign(mask, Constant.Zero));
        return mask;
    }

    private Variable NewVariable(IrType type)
    {
        var made = new Variable(type, "m" + _function.Locals.Count);
        _function.Locals.Add(made);
        return made;
    }
}
