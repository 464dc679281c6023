namespace ILGPU.Compiler.Ir;

/// <summary>A variable of the generated code.</summary>
internal sealed class Variable(IrType type, string name)
{
    public IrType Type => type;

    public string Name => name;

    /// <summary>Assigned exactly once, by the translator, and used after that in the same block only: it may be forwarded into its use.</summary>
    public bool IsTemporary { get; set; }

    public bool IsParameter { get; init; }

    /// <summary>The C# method and slot of a local of it.</summary>
    public SourcePlace? Slot { get; init; }

    /// <summary>Whether something may read or write it through a pointer.</summary>
    public bool AddressTaken { get; set; }

    /// <summary>Positive: an array in private or group memory; <see cref="Type"/> is then the pointer to its first element.</summary>
    public int ArrayLength { get; init; }

    /// <summary>Values of the scalar leaves, for a parameter that is compiled in (a specialized value).</summary>
    public Expr? CompiledValue { get; set; }

    /// <summary>A copy with another name.</summary>
    public Variable Clone(string newName) =>
        new(type, newName) { Slot = Slot, IsTemporary = IsTemporary, AddressTaken = AddressTaken, ArrayLength = ArrayLength, CompiledValue = CompiledValue };
}
