using System.Reflection.Emit;

namespace ILGPU.Compiler.Il;

/// <summary>One IL instruction. <see cref="Name"/> is the long form: <c>ldarg.0</c> and <c>ldarg.s</c> are both <c>ldarg</c>.</summary>
internal sealed class IlInstruction(int offset, OpCode opCode, string name, long integer, double real, int[]? targets)
{
    /// <summary>Byte offset in the method body.</summary>
    public int Offset => offset;

    public OpCode OpCode => opCode;

    public string Name => name;

    /// <summary>Integer constant, argument or local number, branch target (byte offset) or metadata token.</summary>
    public long Integer => integer;

    /// <summary>Floating-point constant.</summary>
    public double Real => real;

    /// <summary>Targets (byte offsets) of a switch.</summary>
    public int[]? Targets => targets;

    public bool IsBranch => opCode.OperandType is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget;
}
