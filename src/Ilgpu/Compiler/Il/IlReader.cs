using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Compiler.Il;

/// <summary>Decodes the bytes of a method body.</summary>
internal static class IlReader
{
    private const byte TwoBytePrefix = 0xFE;
    private static readonly OpCode[] OneByte = new OpCode[256];
    private static readonly OpCode[] TwoByte = new OpCode[256];

    static IlReader()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            if (field.GetValue(null) is not OpCode opCode) continue;
            (opCode.Size == 1 ? OneByte : TwoByte)[opCode.Value & 0xFF] = opCode;
        }
    }

    public static List<IlInstruction> Read(byte[] il)
    {
        var result = new List<IlInstruction>();
        for (int p = 0; p < il.Length;) result.Add(ReadOne(il, ref p));
        return result;
    }

    private static IlInstruction ReadOne(byte[] il, ref int p)
    {
        int offset = p;
        var op = il[p] == TwoBytePrefix ? TwoByte[il[p + 1]] : OneByte[il[p]];
        p += op.Size;
        long integer = 0;
        double real = 0;
        int[]? targets = null;
        switch (op.OperandType)
        {
            case OperandType.InlineNone: integer = ImpliedOperand(op.Name!); break;
            case OperandType.ShortInlineBrTarget: integer = p + 1 + (sbyte)il[p]; p += 1; break;
            case OperandType.ShortInlineI: integer = (sbyte)il[p]; p += 1; break;
            case OperandType.ShortInlineVar: integer = il[p]; p += 1; break;
            case OperandType.InlineVar: integer = BitConverter.ToUInt16(il, p); p += 2; break;
            case OperandType.InlineBrTarget: integer = p + 4 + BitConverter.ToInt32(il, p); p += 4; break;
            case OperandType.InlineI8: integer = BitConverter.ToInt64(il, p); p += 8; break;
            case OperandType.ShortInlineR: real = BitConverter.ToSingle(il, p); p += 4; break;
            case OperandType.InlineR: real = BitConverter.ToDouble(il, p); p += 8; break;
            case OperandType.InlineSwitch:
                targets = new int[BitConverter.ToInt32(il, p)];
                p += 4;
                int next = p + (4 * targets.Length);
                for (int i = 0; i < targets.Length; i++, p += 4) targets[i] = next + BitConverter.ToInt32(il, p);
                break;
            default: integer = BitConverter.ToInt32(il, p); p += 4; break;
        }
        return new IlInstruction(offset, op, LongForm(op), integer, real, targets);
    }

    /// <summary>The operand that a one-byte form carries in its name: <c>ldloc.2</c>, <c>ldc.i4.m1</c>.</summary>
    private static long ImpliedOperand(string name) =>
        name == "ldc.i4.m1" ? -1 :
        name.StartsWith("ldarg.", StringComparison.Ordinal) || name.StartsWith("ldloc.", StringComparison.Ordinal) ||
        name.StartsWith("stloc.", StringComparison.Ordinal) || name.StartsWith("ldc.i4.", StringComparison.Ordinal) ? name[^1] - '0' : 0;

    private static string LongForm(OpCode op)
    {
        string name = op.Name!;
        foreach (string stem in (ReadOnlySpan<string>)["ldarga", "ldarg", "starg", "ldloca", "ldloc", "stloc", "ldc.i4"])
            if (name.StartsWith(stem, StringComparison.Ordinal)) return stem;
        return op.OperandType == OperandType.ShortInlineBrTarget ? name[..^2] : name;
    }
}
