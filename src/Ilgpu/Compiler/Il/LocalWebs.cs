using System.Reflection;
using System.Reflection.Emit;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Il;

/// <summary>
/// Splits IL local slots into webs of definitions and uses. The C# compiler reuses one slot for several variables in Release builds;
/// two views in different address spaces may not share one variable of the generated code.
/// </summary>
internal sealed class LocalWebs
{
    private enum Access { Define, Use, Address }

    private readonly record struct SlotAccess(int Instruction, int Slot, Access Kind);

    private readonly MethodIl _il;
    private readonly List<SlotAccess> _accesses = [];
    private readonly Dictionary<int, int> _parent = [];
    private readonly Dictionary<int, int> _webOfInstruction = [];

    /// <param name="il">The method.</param>
    /// <param name="mustSplit">Whether a slot needs splitting (its type holds pointers).</param>
    public LocalWebs(MethodIl il, Func<int, bool> mustSplit)
    {
        _il = il;
        FindAccesses();
        foreach (var access in _accesses) _parent[access.Instruction] = access.Instruction;
        foreach (var slot in _accesses.GroupBy(access => access.Slot))
        {
            if (mustSplit(slot.Key)) Split(slot.Key, [.. slot]);
            else foreach (var access in slot) Union(access.Instruction, slot.First().Instruction);
        }
        NumberWebs();
    }

    /// <summary>The slot of each web.</summary>
    public List<int> Slots { get; } = [];

    /// <summary>The webs whose address is taken.</summary>
    public HashSet<int> AddressTaken { get; } = [];

    /// <summary>The web that the ldloc, stloc or ldloca at an instruction index belongs to.</summary>
    public int WebOf(int instruction) => _webOfInstruction[instruction];

    private void FindAccesses()
    {
        var code = _il.Instructions;
        for (int i = 0; i < code.Count; i++)
        {
            int slot = (int)code[i].Integer;
            switch (code[i].Name)
            {
                case "ldloc": _accesses.Add(new(i, slot, Access.Use)); break;
                case "stloc": _accesses.Add(new(i, slot, Access.Define)); break;
                case "ldloca":
                    bool overwrites = (i + 1 < code.Count && code[i + 1].Name == "initobj") || IsConstructorTarget(i);
                    _accesses.Add(new(i, slot, overwrites ? Access.Define : Access.Address));
                    break;
            }
        }
    }

    /// <summary>Whether the address loaded at an instruction is the <c>this</c> of a constructor call that initialises the local in place.</summary>
    private bool IsConstructorTarget(int at)
    {
        int depth = 1;
        for (int k = at + 1; k < _il.Instructions.Count; k++)
        {
            var x = _il.Instructions[k];
            if (x.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw) return false;
            int pops, pushes;
            if (x.Name is "call" or "callvirt" or "newobj")
            {
                var callee = _il.ResolveMethod(x);
                bool takesThis = !callee.IsStatic && x.Name != "newobj";
                pops = callee.GetParameters().Length + (takesThis ? 1 : 0);
                pushes = x.Name == "newobj" || (callee is MethodInfo { ReturnType: var type } && type != typeof(void)) ? 1 : 0;
                if (depth <= pops) return x.Name == "call" && callee.IsConstructor && depth == pops;
            }
            else
            {
                (pops, pushes) = MethodIl.StackEffect(x.OpCode);
                if (depth <= pops) return false;
            }
            depth += pushes - pops;
        }
        return false;
    }

    /// <summary>Reaching definitions of one slot; a use is joined with every definition that reaches it.</summary>
    private void Split(int slot, List<SlotAccess> accesses)
    {
        int entry = -1 - slot;
        _parent[entry] = entry;
        var blocks = _il.Blocks;
        var byBlock = blocks.Select(b => accesses.Where(a => a.Instruction >= b.First && a.Instruction <= b.Last).ToList()).ToList();
        var reaching = blocks.Select(_ => new HashSet<int>()).ToList();
        reaching[0].Add(entry);

        HashSet<int> Flow(BasicBlock block, bool join)
        {
            var current = new HashSet<int>(reaching[block.Id]);
            foreach (var access in byBlock[block.Id])
            {
                if (access.Kind == Access.Define) current.Clear();
                else if (join) foreach (int definition in current) Union(access.Instruction, definition);
                if (access.Kind != Access.Use) current.Add(access.Instruction);
            }
            return current;
        }

        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var block in blocks)
            {
                var leaving = Flow(block, join: false);
                foreach (int successor in block.IlSuccessors)
                {
                    int before = reaching[successor].Count;
                    reaching[successor].UnionWith(leaving);
                    changed |= reaching[successor].Count != before;
                }
            }
        }
        foreach (var block in blocks) Flow(block, join: true);
    }

    private void NumberWebs()
    {
        var number = new Dictionary<int, int>();
        foreach (var access in _accesses)
        {
            int root = Find(access.Instruction);
            if (!number.TryGetValue(root, out int web))
            {
                number[root] = web = Slots.Count;
                Slots.Add(access.Slot);
            }
            _webOfInstruction[access.Instruction] = web;
            if (_il.Instructions[access.Instruction].Name == "ldloca") AddressTaken.Add(web);
        }
    }

    private int Find(int a)
    {
        while (_parent[a] != a) a = _parent[a];
        return a;
    }

    private void Union(int a, int b) => _parent[Find(a)] = Find(b);
}
