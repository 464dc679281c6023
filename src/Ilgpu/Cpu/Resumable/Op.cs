using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU.Resumable;

/// <summary>One instruction of a kernel with its waiting callees put in place; jumps name their targets directly.</summary>
internal sealed class Op(OpCode code, object? operand = null)
{
    public OpCode Code => code;

    /// <summary>A local's number, a constant, or the resolved method, field or type.</summary>
    public object? Operand => operand;

    /// <summary>Where a branch or switch may go.</summary>
    public Op[] Targets { get; init; } = [];

    /// <summary>The item stops here until its group or warp is here.</summary>
    public bool IsBarrier { get; init; }

    /// <summary>For barriers: only the warp waits.</summary>
    public bool IsWarpBarrier { get; init; }

    /// <summary>Here a call begins that was put in place; the caller's values leave the stack until it ends.</summary>
    public bool IsCallStart { get; init; }

    /// <summary>Here the call ends that began at that instruction.</summary>
    public Op? CallStart { get; init; }

    /// <summary>For barriers: the locals whose values are needed after it.</summary>
    public HashSet<int> LiveAfter { get; set; } = [];

    /// <summary>The position in the emitted code, where a jump leads here.</summary>
    public Label? Label { get; set; }
}
