using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>Replaces gotos by what C has words for, and removes labels that nothing jumps to.</summary>
internal static class JumpCleaner
{
    /// <summary>No enclosing loop.</summary>
    private const int None = -1;

    public static void Clean(List<Statement> body)
    {
        Elide(body, [], [], None);
        var used = new HashSet<int>();
        Walk(body, statement =>
        {
            if (statement is Goto jump) used.Add(jump.Label);
        });
        RemoveLabels(body, used);
    }

    /// <param name="list">The statements.</param>
    /// <param name="following">Labels that stand where control goes after the list.</param>
    /// <param name="afterBreak">Labels that stand after the innermost loop or switch.</param>
    /// <param name="loop">The label of the innermost loop.</param>
    private static void Elide(List<Statement> list, HashSet<int> following, HashSet<int> afterBreak, int loop)
    {
        for (int i = list.Count - 1; i >= 0; i--)
        {
            var next = LabelsAfter(list, i, following);
            switch (list[i])
            {
                case Goto jump when next.Contains(jump.Label): list.RemoveAt(i); break;
                case Goto jump when jump.Label == loop: list[i] = new Continue(); break;
                case Goto jump when afterBreak.Contains(jump.Label): list[i] = new Break(); break;
                case If branch:
                    Elide(branch.Then, next, afterBreak, loop);
                    Elide(branch.Else, next, afterBreak, loop);
                    Straighten(list, i, branch);
                    break;
                case Loop inner:
                    Elide(inner.Body, [inner.Label], next, inner.Label);
                    FindCondition(inner);
                    break;
                case Switch choice:
                    foreach (var one in choice.Cases) Elide(one.Body, next, next, loop);
                    Elide(choice.Default, next, next, loop);
                    break;
            }
        }
    }

    private static HashSet<int> LabelsAfter(List<Statement> list, int at, HashSet<int> following)
    {
        var labels = new HashSet<int>();
        int k = at + 1;
        for (; k < list.Count && list[k] is LabelMark label; k++) labels.Add(label.Label);
        if (k >= list.Count) labels.UnionWith(following);
        return labels;
    }

    /// <summary>Drops empty arms, and lifts an arm out of the if when the other one ends in a jump.</summary>
    private static void Straighten(List<Statement> list, int at, If branch)
    {
        if (branch.Then.Count == 0)
        {
            branch.Condition = Simplifier.Negate(branch.Condition);
            (branch.Then, branch.Else) = (branch.Else, branch.Then);
        }
        if (branch.Then.Count == 0)
        {
            if (ExprTools.IsImpure(branch.Condition)) list[at] = new Evaluate(branch.Condition) { Place = branch.Place };
            else list.RemoveAt(at);
            return;
        }
        if (branch.Else.Count == 0) return;
        if (!EndsInJump(branch.Then))
        {
            if (!EndsInJump(branch.Else)) return;
            branch.Condition = Simplifier.Negate(branch.Condition);
            (branch.Then, branch.Else) = (branch.Else, branch.Then);
        }
        list.InsertRange(at + 1, branch.Else);
        branch.Else = [];
    }

    private static bool EndsInJump(List<Statement> list) => list.Count > 0 && list[^1] is Goto or Break or Continue or Return;

    /// <summary>for (;;) { if (c) break; ... } is while (!c) { ... }.</summary>
    private static void FindCondition(Loop loop)
    {
        if (loop.Body is not [If { Else.Count: 0, Then: [Break] } first, ..]) return;
        loop.Condition = Simplifier.Negate(first.Condition);
        loop.Body.RemoveAt(0);
    }

    private static void RemoveLabels(List<Statement> list, HashSet<int> used)
    {
        list.RemoveAll(statement => statement is LabelMark label && !used.Contains(label.Label));
        foreach (var statement in list)
        {
            foreach (var inner in Bodies(statement)) RemoveLabels(inner, used);
            if (statement is Loop { Body: [.., Continue] body }) body.RemoveAt(body.Count - 1);
        }
    }

    /// <summary>Visits statements and the statements inside them.</summary>
    public static void Walk(List<Statement> list, Action<Statement> action)
    {
        foreach (var statement in list)
        {
            action(statement);
            foreach (var inner in Bodies(statement)) Walk(inner, action);
        }
    }

    /// <summary>The lists of statements inside a statement.</summary>
    public static IEnumerable<List<Statement>> Bodies(Statement statement) => statement switch
    {
        If branch => [branch.Then, branch.Else],
        Loop loop => [loop.Body],
        Switch choice => [.. choice.Cases.Select(c => c.Body), choice.Default],
        _ => [],
    };
}
