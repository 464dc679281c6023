using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>
/// Asks the device's compiler to unroll counted loops with constant bounds while the result stays small: register tiles indexed by the
/// counter would otherwise live in memory.
/// </summary>
/// <remarks>
/// The steps over a register tile may become larger, because what remains of such a loop is arithmetic alone: the driver of a processor
/// then makes one loop over the items of a group of it and computes several items at once. Not so where the tile is used under a
/// condition as well: that driver keeps it in memory, side by side for each item, and computes several of its elements at once, for
/// which a short loop is the better one.
/// </remarks>
internal sealed class Unrolling
{
    /// <summary>Nodes of the unrolled loop, all iterations together.</summary>
    private const long FullLimit = 6000;

    /// <summary>The same for loops over register tiles.</summary>
    private const long TileLimit = 16_000;

    private const long TripLimit = 128;
    private const int PartialFactor = 4;
    private const long NeverUnroll = 100_000;

    /// <summary>Arrays of the item, and views of them, that are used under a condition.</summary>
    private readonly HashSet<Variable> _conditional = [];

    private Unrolling(List<Statement> body)
    {
        JumpCleaner.Walk(body, statement =>
        {
            if (statement is not (If or Switch)) return;
            foreach (var inner in JumpCleaner.Bodies(statement)) _conditional.UnionWith(ItemArrays(inner));
        });
    }

    /// <summary>Decides about all loops of a function's body.</summary>
    public static void Decide(List<Statement> body) => new Unrolling(body).DecideInside(body);

    private void DecideInside(List<Statement> list)
    {
        for (int i = 0; i < list.Count; i++)
        {
            foreach (var inner in JumpCleaner.Bodies(list[i])) DecideInside(inner);
            if (list[i] is Loop loop) Decide(loop, list, i);
        }
    }

    /// <summary>Recognises v = a; while (v &lt; b) { ...; v = v + c; } with constants a, b, c.</summary>
    private void Decide(Loop loop, List<Statement> list, int at)
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
        if (cost * loop.TripCount <= (IsTile(loop) ? TileLimit : FullLimit) && loop.TripCount <= TripLimit) loop.Unroll = (int)loop.TripCount;
        else if (cost * PartialFactor <= FullLimit) loop.Unroll = PartialFactor;
    }

    private bool IsTile(Loop loop)
    {
        var arrays = ItemArrays(loop.Body);
        return arrays.Count > 0 && !arrays.Overlaps(_conditional);
    }

    private static HashSet<Variable> ItemArrays(List<Statement> list)
    {
        var arrays = new HashSet<Variable>();
        JumpCleaner.Walk(list, statement =>
        {
            foreach (var e in statement.Expressions)
                ExprTools.Visit(e, x =>
                {
                    if (x is Read { Variable: var v } && PointsToItem(v.Type)) arrays.Add(v);
                });
        });
        return arrays;
    }

    private static bool PointsToItem(IrType type) => type switch
    {
        PointerType pointer => pointer.Space.Known == AddressSpace.Private,
        StructType { HasPointer: true } view => view.Fields.Any(field => PointsToItem(field.Type)),
        _ => false,
    };

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

    /// <summary>The nodes of statements, as often as loops repeat them; twice where that is not known.</summary>
    public static long Cost(List<Statement> list)
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
