using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>A chain of elementwise operations on the host: tile by tile, all operations on a tile while it is in the first-level cache. The loops are those of the single operations, so nothing is compiled
/// for a chain, and the bits are the same.</summary>
internal sealed unsafe class TileProgram
{
    /// <summary>Elements of a tile.</summary>
    public const int Tile = 1024;

    /// <summary>Elements that a thread takes at a time.</summary>
    private const int Grain = 16384;

    private const int MostValues = Chain.FirstStep + 3 * Pending.MostOperations;

    private readonly Chain _chain;
    private readonly TileLeaf[] _leaves;
    private readonly Instruction[] _instructions;
    private readonly int _itemSize, _tileBytes;
    private int _buffers;

    /// <summary>A step with its place: a buffer, or memory that the result is kept in.</summary>
    private struct Instruction
    {
        public Pending Operation;
        public int A, B, C, Buffer;
        public byte* Memory;
    }

    public TileProgram(Chain chain)
    {
        _chain = chain;
        _itemSize = chain.DType.Size();
        _tileBytes = Tile * _itemSize + 64;
        _leaves = new TileLeaf[chain.Leaves.Count];
        for (int i = 0; i < _leaves.Length; i++) _leaves[i] = new(chain.Leaves[i]);
        foreach (var leaf in _leaves)
            if (leaf.NeedsBuffer) _buffers++;
        _instructions = new Instruction[chain.Steps.Count];
        Assign();
    }

    /// <summary>Writes the results that are kept to their blocks, on as many threads as pay.</summary>
    public void Run()
    {
        int count = _chain.Count;
        byte* result = _instructions[^1].Memory;
        var job = new Job(this, result, count);
        if (count < 2 * Grain) Run(0, count, result);
        else WorkerPool.Run(Parts.Count(count, Grain), ref job);
    }

    /// <summary>Elements [start, end) of the result, one after another at <paramref name="result"/>.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int start, int end, byte* result)
    {
        byte* buffers = Scratch.Rent(Scratch.Slot.Tiles, (long)_buffers * _tileBytes);
        byte** at = stackalloc byte*[MostValues];
        var leaves = _leaves;
        var instructions = _instructions;
        var dtype = _chain.DType;
        for (int done = start, n; done < end; done += n)
        {
            n = Math.Min(end - done, Tile);
            for (int i = 0; i < leaves.Length; i++) n = leaves[i].Limit(done, n);
            ulong single = 0;
            byte* free = buffers;
            for (int i = 0; i < leaves.Length; i++)
            {
                at[i] = leaves[i].Load(done, n, free, out bool stays);
                if (stays) single |= 1UL << i;
                if (leaves[i].NeedsBuffer) free += _tileBytes;
            }
            for (int i = 0; i < instructions.Length; i++)
            {
                ref var instruction = ref instructions[i];
                byte* y = i == instructions.Length - 1 ? result + (long)(done - start) * _itemSize
                    : instruction.Memory != null ? instruction.Memory + (long)done * _itemSize
                    : buffers + instruction.Buffer * _tileBytes;
                at[Chain.FirstStep + i] = y;
                int stays = (int)(single >> instruction.A & 1 | (single >> instruction.B & 1) << 1 | (single >> instruction.C & 1) << 2);
                instruction.Operation.RunTile(dtype, at[instruction.A], at[instruction.B], at[instruction.C], y, stays, n);
            }
        }
    }

    /// <summary>Gives each step a buffer that no later step needs any more. An operation may write over what it reads.</summary>
    private void Assign()
    {
        Span<int> lastUse = stackalloc int[MostValues];
        for (int i = 0; i < _instructions.Length; i++)
        {
            var step = _chain.Steps[i];
            lastUse[step.A] = lastUse[step.B] = lastUse[step.C] = i;
            byte* memory = _chain.Blocks[i] is { } block ? (byte*)block.Pointer : null;
            _instructions[i] = new() { Operation = step.Operation, A = step.A, B = step.B, C = step.C, Memory = memory };
        }
        var free = new Stack<int>();
        for (int i = 0; i < _instructions.Length; i++)
        {
            ref var instruction = ref _instructions[i];
            Release(instruction.A, i, lastUse, free);
            if (instruction.B != instruction.A) Release(instruction.B, i, lastUse, free);
            if (instruction.C != instruction.A && instruction.C != instruction.B) Release(instruction.C, i, lastUse, free);
            instruction.Buffer = free.TryPop(out int buffer) ? buffer : _buffers++;
        }
    }

    private void Release(int value, int at, Span<int> lastUse, Stack<int> free)
    {
        if (value >= Chain.FirstStep && lastUse[value] == at) free.Push(_instructions[value - Chain.FirstStep].Buffer);
    }

    private readonly struct Job(TileProgram program, byte* result, int count) : IJob
    {
        public void Run(int part)
        {
            int start = part * Grain;
            program.Run(start, Parts.End(part, count, Grain), result + (long)start * program._itemSize);
        }
    }
}
