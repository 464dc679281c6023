using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>
/// Asks the device's compiler to unroll counted loops with constant bounds while the result stays small: register tiles indexed by the
/// counter would otherwise live in memory.
/// </summary>
internal static class Unrolling
{
    /// <summary>Nodes of the unrolled loop, all iterations together.</summary>
    private const long FullLimit = 6000;

    private const long TripLimit = 128;
    private const int PartialFactor = 4;
    private const long NeverUnroll = 100_000;

    /// <summary>Recognises v = a; while (v &lt; b) { ...; v = v + c; } with constants a, b, c.</summary>
    public static void Decide(Loop loop, List<Statement> list, int at)
    {
        if (loop.Condition is not Binary { Left: Read { Variable: var counter }, Right: Constant limit, IsComparison: true } condition) return;
        if (limit.Type is not Scalar { IsInteger: true } || Start(counter, list, at) is not { } start || Step(counter, loop.Body) is not { } step) return;
        long span = condition.Operator switch
        {
            "<" or "!=" => limit.Integer - start,
            "<=" => limit.Integer - start + 1,
            ">" => start - limit.Integer,
            ">=" => start - limit.Integer + 1,
            _ => 0,
        };
        if (condition.Operator is ">" or ">=") step = -step;
        if (span <= 0 || step <= 0) return;

        loop.TripCount = (span + step - 1) / step;
        long cost = Cost(loop.Body);
        if (cost * loop.TripCount <= FullLimit && loop.TripCount <= TripLimit) loop.Unroll = (int)loop.TripCount;
        else if (cost * PartialFactor <= FullLimit) loop.Unroll = PartialFactor;
    }

    private static long? Start(Variable counter, List<Statement> list, int at)
    {
        for (int i = at - 1; i >= 0; i--)
        {
            if (list[i] is Assign assign && assign.Variable == counter) return (assign.Value as Constant)?.Integer;
            if (list[i] is not (Assign or Store or Clear or LabelMark or Evaluate)) return null;
        }
        return null;
    }

    private static long? Step(Variable counter, List<Statement> body)
    {
        long? step = null;
        bool single = true;
        JumpCleaner.Walk(body, statement =>
        {
            if (statement is not Assign assign || assign.Variable != counter) return;
            single &= step == null;
            step = assign.Value is Binary { Operator: "+" or "-", Left: Read { Variable: var v }, Right: Constant by } sum && v == counter
                ? (sum.Operator == "+" ? by.Integer : -by.Integer)
                : 0;
        });
        return single && step != 0 && !counter.AddressTaken && body.Any(s => s is Assign a && a.Variable == counter) ? step : null;
    }

    private static long Cost(List<Statement> list)
    {
        long total = 0;
        foreach (var statement in list)
        {
            total += 1 + statement.Expressions.Sum(e => (long)ExprTools.Size(e));
            total += statement switch
            {
                Evaluate { Value: Intrinsic { Text.OpenCl: var text } } when text.StartsWith("barrier", StringComparison.Ordinal) => NeverUnroll,
                If branch => Cost(branch.Then) + Cost(branch.Else),
                Loop { TripCount: > 0 } loop => Cost(loop.Body) * loop.TripCount,
                Loop loop => 2 * Cost(loop.Body),
                Switch choice => choice.Cases.Sum(c => Cost(c.Body)) + Cost(choice.Default),
                _ => 0,
            };
        }
        return total;
    }
}
