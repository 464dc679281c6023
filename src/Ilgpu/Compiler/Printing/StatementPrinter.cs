using System.Text;
using ILGPU.Compiler.Flow;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Printing;

/// <summary>Statements and functions as C text.</summary>
internal sealed class StatementPrinter(Dialect dialect, TypePrinter types, ExpressionPrinter expressions, StringBuilder text)
{
    /// <summary>Steps up to this size count as those of loop counters.</summary>
    private const long CounterStepLimit = 4096;

    private readonly List<SourceNote> _notes = [];
    private HashSet<Variable> _counters = [];
    private int _line;

    /// <summary>Whether loops are unrolled. In checked mode they are not: the checks are much code, on which a driver's compiler may break.</summary>
    public bool Unrolls { get; init; } = true;

    /// <summary>Where the lines of the text come from, in order; they count from the text's start.</summary>
    public IReadOnlyList<SourceNote> Notes => _notes;

    public void Function(Function function)
    {
        var parameters = function.Parameters.Concat(function.GroupArrays).Concat(function.Active is { } active ? [active] : []).Select(p => $"{types.Name(p.Type)} {p.Name}").ToList();
        text.Append('\n').Append($"// {TypeNames.Of(function.Method)}\n");
        _line += 3;
        text.Append(dialect.FunctionQualifiers).Append($"{types.Name(function.Result)} {function.Name}({(parameters.Count == 0 ? "void" : string.Join(", ", parameters))}) {{\n");
        Declarations(function);
        _counters = LoopCounters(function.Body);
        Statements(function.Body, 1);
        Line(0, "}");
    }

    private void Declarations(Function function)
    {
        var used = new HashSet<Variable>();
        JumpCleaner.Walk(function.Body, statement =>
        {
            if (statement is Assign assign) used.Add(assign.Variable);
            if (statement is Clear clear) used.Add(clear.Variable);
            foreach (var e in statement.Expressions)
                ExprTools.Visit(e, x =>
                {
                    if (x is Read read) used.Add(read.Variable);
                    if (x is AddressOf address) used.Add(address.Variable);
                });
        });
        foreach (var local in function.Locals.Where(used.Contains))
        {
            if (local.Slot is { } slot) _notes.Add(new SourceNote(_line, slot.Method, slot.Offset, IsLocal: true));
            Line(1, local.ArrayLength > 0
                ? $"{types.Name(((PointerType)local.Type).Element)} {local.Name}[{local.ArrayLength}]{dialect.Alignment};"
                : $"{types.Name(local.Type)} {local.Name};");
        }
    }

    /// <summary>Variables that a loop's condition compares: a step by a small constant does not overflow before the loop ends.</summary>
    private static HashSet<Variable> LoopCounters(List<Statement> body)
    {
        var result = new HashSet<Variable>();
        JumpCleaner.Walk(body, statement =>
        {
            if (statement is Loop { Condition: Binary { IsComparison: true, Left: Read { Variable.AddressTaken: false } left } }) result.Add(left.Variable);
        });
        return result;
    }

    private void Statements(List<Statement> list, int indent)
    {
        foreach (var statement in list) One(statement, indent);
    }

    private void One(Statement statement, int indent)
    {
        if (statement is not Clear && statement.Place is { } place) _notes.Add(new SourceNote(_line, place.Method, place.Offset, IsLocal: false));
        switch (statement)
        {
            case Assign assign: Line(indent, $"{assign.Variable.Name} = {CounterStep(assign) ?? expressions.Bare(assign.Value)};"); break;
            case Store store: Line(indent, $"{expressions.Place(store.Pointer)} = {expressions.Bare(store.Value)};"); break;
            case Evaluate evaluate: Line(indent, $"{expressions.Bare(evaluate.Value)};"); break;
            case Clear clear:
                Line(indent, $"{clear.Variable.Name} = {(clear.Variable.Type is StructType type ? dialect.EmptyStructValue(types.Name(type)) : "0")};");
                break;
            case Return { Value: null }: Line(indent, "return;"); break;
            case Return { Value: { } value }: Line(indent, $"return {expressions.Bare(value)};"); break;
            case Goto jump: Line(indent, $"goto L{jump.Label};"); break;
            case LabelMark label: Line(indent - 1, $"L{label.Label}:;"); break;
            case Break: Line(indent, "break;"); break;
            case Continue: Line(indent, "continue;"); break;
            case If branch: PrintIf(branch, indent); break;
            case Loop loop: PrintLoop(loop, indent); break;
            case Switch choice: PrintSwitch(choice, indent); break;
        }
    }

    private string? CounterStep(Assign assign)
    {
        if (assign.Value is not Binary { Operator: "+" or "-", Left: Read read, Right: Constant step } sum || sum.Type != Scalar.I32) return null;
        bool counts = read.Variable == assign.Variable && _counters.Contains(assign.Variable) && Math.Abs(step.Integer) <= CounterStepLimit;
        return counts ? $"{assign.Variable.Name} {sum.Operator} {expressions.Print(step)}" : null;
    }

    private void PrintIf(If branch, int indent)
    {
        Line(indent, $"if ({expressions.Bare(branch.Condition)}) {{");
        Statements(branch.Then, indent + 1);
        if (branch.Else.Count > 0)
        {
            Line(indent, "} else {");
            Statements(branch.Else, indent + 1);
        }
        Line(indent, "}");
    }

    private void PrintLoop(Loop loop, int indent)
    {
        if (loop.Unroll > 0 && Unrolls) Line(indent, loop.Unroll == loop.TripCount ? "#pragma unroll" : $"#pragma unroll {loop.Unroll}");
        Line(indent, loop.Condition == null ? "for (;;) {" : $"while ({expressions.Bare(loop.Condition)}) {{");
        Statements(loop.Body, indent + 1);
        Line(indent, "}");
    }

    private void PrintSwitch(Switch choice, int indent)
    {
        Line(indent, $"switch ({expressions.Bare(choice.Value)}) {{");
        foreach (var one in choice.Cases)
        {
            Line(indent, string.Concat(one.Values.Select(v => $"case {v}: ")) + "{");
            Statements(one.Body, indent + 1);
            if (one.Body is not [.., Goto or Break or Continue or Return]) Line(indent + 1, "break;");
            Line(indent, "}");
        }
        if (choice.Default.Count > 0)
        {
            Line(indent, "default: {");
            Statements(choice.Default, indent + 1);
            Line(indent, "}");
        }
        Line(indent, "}");
    }

    private void Line(int indent, string line)
    {
        text.Append(' ', indent * 4).Append(line).Append('\n');
        _line++;
    }
}
