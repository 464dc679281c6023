namespace ILGPU.Compiler.Ir;

internal abstract class Statement
{
    /// <summary>Where it comes from, where that is known.</summary>
    public SourcePlace? Place { get; set; }

    /// <summary>The expressions evaluated by the statement itself (not by statements inside it).</summary>
    public virtual IEnumerable<Expr> Expressions => [];
}

/// <summary>variable = value</summary>
internal sealed class Assign(Variable variable, Expr value) : Statement
{
    public Variable Variable => variable;

    public Expr Value { get; set; } = value;

    public override IEnumerable<Expr> Expressions => [Value];
}

/// <summary>*pointer = value</summary>
internal sealed class Store(Expr pointer, Expr value) : Statement
{
    public Expr Pointer { get; set; } = pointer;

    public Expr Value { get; set; } = value;

    public override IEnumerable<Expr> Expressions => [Pointer, Value];
}

/// <summary>An expression evaluated for its effect.</summary>
internal sealed class Evaluate(Expr value) : Statement
{
    public Expr Value { get; set; } = value;

    public override IEnumerable<Expr> Expressions => [Value];
}

/// <summary>variable = default</summary>
internal sealed class Clear(Variable variable) : Statement
{
    public Variable Variable => variable;
}

internal sealed class Return(Expr? value) : Statement
{
    public Expr? Value => value;

    public override IEnumerable<Expr> Expressions => value == null ? [] : [value];
}

internal sealed class If(Expr condition, List<Statement> then, List<Statement> otherwise) : Statement
{
    public Expr Condition { get; set; } = condition;

    public List<Statement> Then { get; set; } = then;

    public List<Statement> Else { get; set; } = otherwise;

    public override IEnumerable<Expr> Expressions => [Condition];
}

/// <summary>while (condition) body; without a condition, a loop left by break only.</summary>
internal sealed class Loop(int label, List<Statement> body) : Statement
{
    public int Label => label;

    public List<Statement> Body => body;

    public Expr? Condition { get; set; }

    /// <summary>Number of iterations, where it is known at compile time, else 0.</summary>
    public long TripCount { get; set; }

    /// <summary>0: leave it to the device's compiler; n: unroll n times.</summary>
    public int Unroll { get; set; }

    public override IEnumerable<Expr> Expressions => Condition == null ? [] : [Condition];
}

internal sealed record SwitchCase(List<long> Values, List<Statement> Body);

internal sealed class Switch(Expr value, List<SwitchCase> cases, List<Statement> otherwise) : Statement
{
    public Expr Value => value;

    public List<SwitchCase> Cases => cases;

    public List<Statement> Default => otherwise;

    public override IEnumerable<Expr> Expressions => [value];
}

internal sealed class Goto(int label) : Statement
{
    public int Label => label;
}

internal sealed class LabelMark(int label) : Statement
{
    public int Label => label;
}

internal sealed class Break : Statement;

internal sealed class Continue : Statement;
