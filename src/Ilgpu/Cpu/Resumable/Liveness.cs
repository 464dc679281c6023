using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU.Resumable;

/// <summary>Finds which locals are read after each barrier before they are written.</summary>
internal static class Liveness
{
    /// <summary>Fills <see cref="Op.LiveAfter"/>; locals in <paramref name="constant"/> are left out.</summary>
    public static void Find(List<Op> code, HashSet<int> constant)
    {
        var position = new Dictionary<Op, int>();
        for (int i = 0; i < code.Count; i++)
            position[code[i]] = i;
        var live = new HashSet<int>[code.Count + 1];
        for (int i = 0; i <= code.Count; i++)
            live[i] = [];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = code.Count - 1; i >= 0; i--)
                changed |= Update(code[i], live, i, position, constant);
        }

        for (int i = 0; i < code.Count; i++)
        {
            if (code[i].IsBarrier)
                code[i].LiveAfter = live[i + 1];
        }
    }

    // live before = (live after - written) + read. Sets only grow, so a count tells whether one changed.
    private static bool Update(Op op, HashSet<int>[] live, int at, Dictionary<Op, int> position, HashSet<int> constant)
    {
        int before = live[at].Count;
        int written = op.Code == OpCodes.Stloc ? (int)op.Operand! : -1;
        foreach (var target in op.Targets)
            live[at].UnionWith(live[position[target]]);
        if (op.Code != OpCodes.Br && op.Code != OpCodes.Throw)
        {
            foreach (int local in live[at + 1])
            {
                if (local != written)
                    live[at].Add(local);
            }
        }

        // An address may be read through; taking it counts as reading.
        if ((op.Code == OpCodes.Ldloc || op.Code == OpCodes.Ldloca) && !constant.Contains((int)op.Operand!))
            live[at].Add((int)op.Operand!);
        return live[at].Count != before;
    }
}
