namespace Gpu.Kernels;

/// <summary>A pending result with all that is pending below it, in an order in which it can be computed.</summary>
/// <remarks>Values are numbered: first the leaves, which are memory, then the steps. The last step is the result.</remarks>
internal sealed class Chain : IDisposable
{
    /// <summary>A pending result that costs more than this for one element is kept when it has a second use; a cheaper one is computed again.</summary>
    private const int Cheap = 4;

    private readonly List<Storage> _results = [];
    private readonly List<int> _costs = [];

    private Block?[] _blocks = [];

    private Chain(Storage root) => (Device, DType, Count) = (root.Device, root.DType, root.Count);

    private Chain(Storage root, Pending pending, bool keepsResult) : this(root)
    {
        Visit(root, pending, keepsResult);
        foreach (var leaf in Leaves) leaf.Storage.Reading++;
    }

    /// <summary>One operation: what computes it and the numbers of the values that it reads.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="A">First input.</param>
    /// <param name="B">Second input; the first where there is none.</param>
    /// <param name="C">Third input; the first where there is none.</param>
    /// <param name="IsKept">Whether the result is written to memory of its own, since it is read again later.</param>
    public readonly record struct Step(Pending Operation, int A, int B, int C, bool IsKept);

    public Device Device { get; }

    public DType DType { get; }

    /// <summary>Number of elements of every step's result.</summary>
    public int Count { get; }

    /// <summary>The memory that is read.</summary>
    public List<Operand> Leaves { get; } = [];

    /// <summary>The operations; inputs are numbers of leaves, or of steps plus <see cref="FirstStep"/>.</summary>
    public List<Step> Steps { get; } = [];

    /// <summary>The storages that the steps' results belong to.</summary>
    public IReadOnlyList<Storage> Results => _results;

    /// <summary>The number of the first step's value. Leaves are fewer: inputs of a step that were computed since count too.</summary>
    public const int FirstStep = 32;

    /// <summary>The step that computes a value.</summary>
    public Step StepOf(int value) => Steps[value - FirstStep];

    /// <summary>Where the results of the steps go; null for those that nobody keeps.</summary>
    public ReadOnlySpan<Block?> Blocks => _blocks;

    /// <summary>Starts the computation of a pending result that is kept, or null when it was computed meanwhile.</summary>
    /// <exception cref="DeviceMemoryException">There is no memory for what is kept.</exception>
    public static Chain? Keeping(Storage root)
    {
        Chain chain;
        lock (Fusion.Sync)
        {
            if (root.Pending is not { } pending) return null;
            chain = new(root, pending, keepsResult: true);
        }
        return chain.Rent();
    }

    /// <summary>Starts the computation of a result for an operation that takes the values as they come. Null where they are in memory, or better are since they are dear and this is not their first use.</summary>
    /// <exception cref="DeviceMemoryException">There is no memory for what is kept.</exception>
    public static Chain? Passing(Storage root)
    {
        Chain chain;
        lock (Fusion.Sync)
        {
            if (root.Pending is not { } pending || root.IsReleased) return null;
            chain = new(root, pending, keepsResult: false);
            pending.Uses++;
        }
        if (chain.Steps[^1].Operation.Uses == 1 || chain._costs[^1] <= Cheap) return chain.Rent();
        chain.Dispose();
        return null;
    }

    /// <summary>The results that are kept are there.</summary>
    public void Finish()
    {
        for (int i = 0; i < _blocks.Length; i++)
            if (_blocks[i] is { } block)
            {
                _blocks[i] = null;
                _results[i].Take(block);
            }
    }

    /// <summary>Lets go of the memory that was read.</summary>
    public void Dispose()
    {
        for (int i = 0; i < _blocks.Length; i++)
            if (_blocks[i] is { } block) Device.Memory.Return(block, _results[i]);
        _blocks = [];
        lock (Fusion.Sync)
            foreach (var leaf in Leaves)
                leaf.Storage.EndRead();
    }

    /// <summary>Outside of the lock: a lack of memory makes the pool collect and wait for finalizers, which may want it.</summary>
    private Chain Rent()
    {
        try
        {
            _blocks = new Block?[Steps.Count];
            for (int i = 0; i < _blocks.Length; i++)
                if (Steps[i].IsKept) _blocks[i] = Device.Memory.Rent(_results[i].Bytes, _results[i]);
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether an operation would really make too long a chain; then the input that adds most to it is to be computed first. Else notes the exact length.</summary>
    public static bool Exceeds(Pending operation, out Storage largest)
    {
        largest = null!;
        int most = 0;
        lock (Fusion.Sync)
        {
            var all = new Chain(operation.Input(0).Storage);
            for (int i = 0; i < operation.Inputs; i++)
            {
                var input = operation.Input(i);
                int before = all.Steps.Count + all.Leaves.Count;
                all.Visit(input);
                int added = all.Steps.Count + all.Leaves.Count - before;
                if (input.Storage.IsPending && added > most) (most, largest) = (added, input.Storage);
            }
            var backend = all.Device.Backend;
            if (most > 0 && (all.Steps.Count >= backend.LongestChain || all.Leaves.Count > backend.MostLeaves)) return true;
            operation.Count(all.Steps.Count + 1, all.Leaves.Count);
            return false;
        }
    }

    /// <summary>The number of a value, which is added where it is new.</summary>
    private int Visit(in Operand input)
    {
        if (input.Storage.Pending is { } pending)
        {
            int known = _results.IndexOf(input.Storage);
            return known >= 0 ? known + FirstStep : Visit(input.Storage, pending, pending.Uses > 1 ? null : false);
        }
        var storage = input.Storage.Readable;
        for (int i = 0; i < Leaves.Count; i++)
            if (ReferenceEquals(Leaves[i].Storage, storage) && IsSame(Leaves[i].Layout, input.Layout))
                return i;
        Leaves.Add(new(storage, input.Layout));
        return Leaves.Count - 1;
    }

    /// <param name="storage">Where the result belongs.</param>
    /// <param name="pending">The operation.</param>
    /// <param name="keeps">Whether the result is kept: null for when it is dear.</param>
    private int Visit(Storage storage, Pending pending, bool? keeps)
    {
        int a = Visit(pending.Input(0)), b = a, c = a;
        if (pending.Inputs > 1) b = Visit(pending.Input(1));
        if (pending.Inputs > 2) c = Visit(pending.Input(2));
        int cost = pending.Cost + CostOf(a) + (b != a ? CostOf(b) : 0) + (c != a && c != b ? CostOf(c) : 0);
        bool isKept = keeps ?? (cost > Cheap && !storage.IsReleased);
        _results.Add(storage);
        _costs.Add(isKept ? 0 : cost);
        Steps.Add(new(pending, a, b, c, isKept));
        return Steps.Count - 1 + FirstStep;
    }

    private int CostOf(int value) => value < FirstStep ? 0 : _costs[value - FirstStep];

    private static bool IsSame(Layout a, Layout b) =>
        ReferenceEquals(a, b) || (a.Offset == b.Offset && a.SameSizes(b) && a.Strides.SequenceEqual(b.Strides));
}
