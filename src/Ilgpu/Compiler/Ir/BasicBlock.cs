namespace ILGPU.Compiler.Ir;

/// <summary>How control leaves a block.</summary>
internal abstract record BlockExit
{
    public abstract IEnumerable<BasicBlock> Targets { get; }
}

internal sealed record JumpExit(BasicBlock Target) : BlockExit
{
    public override IEnumerable<BasicBlock> Targets => [Target];
}

internal sealed record BranchExit(Expr Condition, BasicBlock Then, BasicBlock Else) : BlockExit
{
    public override IEnumerable<BasicBlock> Targets => [Then, Else];
}

internal sealed record SwitchExit(Expr Value, List<BasicBlock> Cases, BasicBlock Default) : BlockExit
{
    public override IEnumerable<BasicBlock> Targets => [.. Cases, Default];
}

internal sealed record ReturnExit(Expr? Value) : BlockExit
{
    public override IEnumerable<BasicBlock> Targets => [];
}

/// <summary>A basic block: first a range of IL instructions, then the statements made of them, then a node of the control-flow graph.</summary>
internal sealed class BasicBlock(int id, int first, int last)
{
    public int Id => id;

    /// <summary>Index of the first and the last IL instruction.</summary>
    public int First => first;

    public int Last => last;

    /// <summary>Successors by IL alone, before branches on constants are decided.</summary>
    public List<int> IlSuccessors { get; } = [];

    /// <summary>Number of blocks that may precede this one, by IL alone.</summary>
    public int IlPredecessors { get; set; }

    public bool Reachable { get; set; }

    public bool Translated { get; set; }

    /// <summary>What the evaluation stack holds on entry: variables where several blocks lead here.</summary>
    public List<Expr>? StackOnEntry { get; set; }

    public List<Statement> Statements { get; set; } = [];

    public BlockExit Exit { get; set; } = new ReturnExit(null);

    /// <summary>Where the exit comes from.</summary>
    public SourcePlace? ExitPlace { get; set; }

    public IEnumerable<BasicBlock> Successors => Exit.Targets.Distinct();

    // Set by the control-flow analysis.
    public List<BasicBlock> Predecessors { get; } = [];

    /// <summary>Position in reverse post-order.</summary>
    public int Order { get; set; } = -1;

    public BasicBlock? ImmediateDominator { get; set; }

    public List<BasicBlock> Dominated { get; } = [];

    /// <summary>The blocks of the natural loop this block heads, or null.</summary>
    public HashSet<BasicBlock>? LoopBody { get; set; }
}
