using ILGPU.Compiler.Flow;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Convergence;

/// <summary>
/// Finds where the items of a group may go different ways in a function: under conditions on values that may differ between items.
/// Cautious: what is loaded from memory or returned by a call counts as different.
/// </summary>
internal sealed class Divergence
{
    private static readonly string[] SameForTheGroup = ["get_local_size", "get_group_id", "get_num_groups", "get_global_size"];

    private readonly HashSet<Variable> _varying;
    private readonly HashSet<Loop> _divergentLoops = [];
    private readonly Func<Expr, bool> _meets;

    /// <summary>Labels that some items have jumped to and that are not reached yet.</summary>
    private readonly HashSet<int> _skippedTo = [];
    private readonly List<Loop> _loops = [];
    private bool _divergentReturn;
    private bool _changed;

    private Divergence(IEnumerable<Variable> varyingParameters, Func<Expr, bool> meets)
    {
        _varying = [.. varyingParameters];
        _meets = meets;
    }

    /// <summary>Whether a point where items must meet lies where not all items may come along.</summary>
    public bool MeetsDivergently { get; private set; }

    /// <param name="function">The function; all items of the group enter it.</param>
    /// <param name="varyingParameters">Its parameters that may differ between items.</param>
    /// <param name="meets">Whether items must meet to evaluate an expression's topmost node.</param>
    public static Divergence Find(Function function, IEnumerable<Variable> varyingParameters, Func<Expr, bool> meets)
    {
        var found = new Divergence(varyingParameters, meets);
        do
        {
            found._changed = false;
            found._skippedTo.Clear();
            found.Visit(function.Body, divergent: false);
        }
        while (found._changed);
        return found;
    }

    /// <summary>Whether a value may differ between the items of a group.</summary>
    public bool IsVarying(Expr e) => ExprTools.Any(e, x => x switch
    {
        Read read => read.Variable.AddressTaken || _varying.Contains(read.Variable),
        Intrinsic { Children.Length: 0 } place => !SameForTheGroup.Any(name => place.Text.OpenCl.Contains(name, StringComparison.Ordinal)),
        Intrinsic call => !call.Text.Pure,
        Dereference or Call => true,
        _ => false,
    });

    private void Visit(List<Statement> list, bool divergent)
    {
        foreach (var statement in list)
        {
            if (statement is LabelMark label) _skippedTo.Remove(label.Label);
            bool here = divergent || _divergentReturn || _skippedTo.Count > 0 || (_loops.Count > 0 && _divergentLoops.Contains(_loops[^1]));
            if (here && statement.Expressions.Any(e => ExprTools.Any(e, _meets))) MeetsDivergently = true;
            switch (statement)
            {
                case Assign assign when here || IsVarying(assign.Value): Note(assign.Variable); break;
                case Clear clear when here: Note(clear.Variable); break;
                case Store store when ExprTools.Target(store.Pointer) is { } part && (here || IsVarying(store.Value)): Note(part); break;
                case If branch:
                    bool splits = here || IsVarying(branch.Condition);
                    Visit(branch.Then, splits);
                    Visit(branch.Else, splits);
                    break;
                case Switch choice:
                    bool spreads = here || IsVarying(choice.Value);
                    foreach (var one in choice.Cases) Visit(one.Body, spreads);
                    Visit(choice.Default, spreads);
                    break;
                case Loop inner: VisitLoop(inner, here); break;
                case Break or Continue when here && _loops.Count > 0: Note(_loops[^1]); break;
                case Return when here:
                    _changed |= !_divergentReturn;
                    _divergentReturn = true;
                    break;
                case Goto jump when here:
                    _skippedTo.Add(jump.Label);
                    foreach (var left in _loops.Where(loop => !Holds(loop, jump.Label))) Note(left);
                    break;
            }
        }
    }

    private void VisitLoop(Loop loop, bool here)
    {
        if (here || (loop.Condition != null && IsVarying(loop.Condition))) Note(loop);
        if (_divergentLoops.Contains(loop) && loop.Condition != null && ExprTools.Any(loop.Condition, _meets)) MeetsDivergently = true;
        _loops.Add(loop);
        Visit(loop.Body, here);
        _loops.RemoveAt(_loops.Count - 1);
    }

    private static bool Holds(Loop loop, int label)
    {
        bool found = false;
        JumpCleaner.Walk(loop.Body, statement => found |= statement is LabelMark mark && mark.Label == label);
        return found;
    }

    private void Note(Variable variable) => _changed |= _varying.Add(variable);

    private void Note(Loop loop) => _changed |= _divergentLoops.Add(loop);
}
