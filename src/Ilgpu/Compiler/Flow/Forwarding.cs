using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>
/// Moves the value of a temporary into its only use, as far as nothing in between changes what it means. What cannot move stays a variable.
/// </summary>
internal sealed class Forwarding
{
    private readonly Dictionary<Variable, int> _uses = [];
    private readonly List<(Variable Variable, Expr Value, SourcePlace? Place)> _pending = [];
    private readonly List<Statement> _output = [];

    public static void Forward(BasicBlock block) => new Forwarding().Run(block);

    private void Run(BasicBlock block)
    {
        foreach (var statement in block.Statements)
            foreach (var e in statement.Expressions) CountUses(e);
        foreach (var e in AddressMarker.ExitExpressions(block.Exit)) CountUses(e);

        foreach (var statement in block.Statements) Process(statement);
        block.Exit = block.Exit switch
        {
            BranchExit branch => branch with { Condition = Substitute(branch.Condition) },
            SwitchExit choice => choice with { Value = Substitute(choice.Value) },
            ReturnExit { Value: { } value } => new ReturnExit(Substitute(value)),
            var other => other,
        };
        Flush(_ => true);
        block.Statements = _output;
    }

    private void CountUses(Expr e) => ExprTools.Visit(e, x =>
    {
        if (x is Read read) _uses[read.Variable] = _uses.GetValueOrDefault(read.Variable) + 1;
    });

    private void Process(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                assign.Value = Substitute(assign.Value);
                if (assign.Variable.IsTemporary && TryDefer(assign)) return;
                if (ExprTools.IsImpure(assign.Value)) Flush(ExprTools.ReadsMemory);
                FlushReadersOf(assign.Variable);
                break;
            case Store store:
                store.Pointer = Substitute(store.Pointer);
                store.Value = Substitute(store.Value);
                if (ExprTools.IsImpure(store.Value)) Flush(ExprTools.ReadsMemory);
                if (ExprTools.Target(store.Pointer) is { } part) FlushReadersOf(part);
                else Flush(ExprTools.ReadsMemory);
                break;
            case Evaluate evaluate:
                evaluate.Value = Substitute(evaluate.Value);
                Flush(ExprTools.ReadsMemory);
                break;
            case Clear clear:
                FlushReadersOf(clear.Variable);
                break;
        }
        _output.Add(statement);
    }

    /// <summary>Holds a pure value back until it is used; drops it if it never is.</summary>
    private bool TryDefer(Assign assign)
    {
        if (ExprTools.IsImpure(assign.Value)) return false;
        int uses = _uses.GetValueOrDefault(assign.Variable);
        if (uses > 1 && assign.Value is not (Constant or AddressOf or Read { Variable.IsTemporary: true })) return false;
        if (uses > 0) _pending.Add((assign.Variable, assign.Value, assign.Place));
        return true;
    }

    private Expr Substitute(Expr e) => ExprTools.Rewrite(e, x =>
    {
        if (x is not Read { Variable: var variable }) return null;
        int at = _pending.FindIndex(p => p.Variable == variable);
        if (at < 0) return null;
        var value = _pending[at].Value;
        if (--_uses[variable] <= 0) _pending.RemoveAt(at);
        return value;
    });

    private void FlushReadersOf(Variable variable) =>
        Flush(e => ExprTools.Mentions(e, variable) || (variable.AddressTaken && ExprTools.ReadsMemory(e)));

    private void Flush(Func<Expr, bool> conflicts)
    {
        for (int i = 0; i < _pending.Count;)
        {
            if (!conflicts(_pending[i].Value))
            {
                i++;
                continue;
            }
            _output.Add(new Assign(_pending[i].Variable, _pending[i].Value) { Place = _pending[i].Place });
            _pending.RemoveAt(i);
        }
    }
}
