using System.Collections.Concurrent;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Accelerated;

/// <summary>The kernels of one formula.</summary>
internal abstract class Composition
{
    /// <summary>y = the formula; <paramref name="value"/> is the value of the chain that it computes.</summary>
    public abstract void Run(GpuBackend backend, Chain chain, int value, Formula formula, in Operand y);

    /// <summary>y = fold of the formula's values, which are not written.</summary>
    public abstract void Fold<TOp>(GpuBackend backend, TOp op, Chain chain, int value, Formula formula, in FoldPlan plan, in Operand y) where TOp : struct, IReduction;

    /// <summary>Compiles the kernel that <see cref="Run"/> needs.</summary>
    public abstract void Load(GpuBackend backend, DType dtype, int inputs, bool isLine, bool isExact);

    /// <summary>Compiles the kernel that <see cref="Fold"/> needs.</summary>
    public abstract void LoadFold<TOp>(GpuBackend backend, DType dtype, bool isThreadsWork, bool isExact) where TOp : struct, IReduction;
}

/// <inheritdoc/>
internal sealed class Composition<E> : Composition where E : struct, IExpression<E>
{
    public override void Run(GpuBackend backend, Chain chain, int value, Formula formula, in Operand y)
    {
        var e = E.From(chain, value);
        var inputs = formula.Inputs;
        if (inputs.Count == 1) backend.Map(new Composed1<E>(e), inputs[0], y);
        else if (inputs.Count == 2) backend.Map(new Composed2<E>(e), inputs[0], inputs[1], y);
        else backend.Map(new Composed3<E>(e), inputs[0], inputs[1], inputs[2], y);
    }

    public override void Fold<TOp>(GpuBackend backend, TOp op, Chain chain, int value, Formula formula, in FoldPlan plan, in Operand y) =>
        backend.FoldComputed(op, new Composed3<E>(E.From(chain, value)), formula, plan, y);

    public override void Load(GpuBackend backend, DType dtype, int inputs, bool isLine, bool isExact) => backend.Load<E>(dtype, inputs, isLine, isExact);

    public override void LoadFold<TOp>(GpuBackend backend, DType dtype, bool isThreadsWork, bool isExact) => backend.LoadFold<TOp, E>(dtype, isThreadsWork, isExact);
}

/// <summary>One of the kernels that a formula can be compiled into.</summary>
internal interface ICompositionUse
{
    /// <summary>Tells it from the others.</summary>
    (long Kind, long Variant) Key { get; }

    /// <summary>Compiles it.</summary>
    void Load(Composition composition, GpuBackend backend, DType dtype, bool isExact);
}

/// <summary>Its values are written.</summary>
internal readonly struct MapUse(int inputs, bool isLine) : ICompositionUse
{
    public (long Kind, long Variant) Key => (0, isLine ? 1 : 0);

    public void Load(Composition composition, GpuBackend backend, DType dtype, bool isExact) => composition.Load(backend, dtype, inputs, isLine, isExact);
}

/// <summary>Its values are folded.</summary>
internal readonly struct FoldUse<TOp>(bool isThreadsWork) : ICompositionUse where TOp : struct, IReduction
{
    public (long Kind, long Variant) Key => (typeof(TOp).TypeHandle.Value, isThreadsWork ? 1 : 0);

    public void Load(Composition composition, GpuBackend backend, DType dtype, bool isExact) => composition.LoadFold<TOp>(backend, dtype, isThreadsWork, isExact);
}

/// <summary>The compositions of one backend. A formula that was seen a few times is compiled on a thread for that; nobody waits for it.</summary>
internal sealed class CompositionCache
{
    /// <summary>From so many sights on a formula is worth a kernel.</summary>
    private const int Often = 3;

    /// <summary>Formulas that are remembered at most. Programs that make ever new ones run operation by operation.</summary>
    private const int Most = 1024;

    private readonly Dictionary<Key, Entry> _entries = [];

    private sealed class Entry
    {
        public int Seen;
        public volatile Composition? Ready;
    }

    /// <summary>Kernels that are ready.</summary>
    public int Ready
    {
        get
        {
            lock (_entries) return _entries.Values.Count(static entry => entry.Ready != null);
        }
    }

    /// <summary>A kernel of a formula, or null as long as there is none.</summary>
    public Composition? Find<TUse>(GpuBackend backend, Formula formula, DType dtype, bool isExact, TUse use) where TUse : struct, ICompositionUse
    {
        var (kind, variant) = use.Key;
        var key = new Key([(long)dtype, isExact ? 1 : 0, kind, variant, .. formula.Structure]);
        Entry? entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(key, out entry))
            {
                if (_entries.Count >= Most) return null;
                _entries.Add(key, entry = new());
            }
            if (entry.Ready is { } ready) return ready;
            entry.Seen++;
            if (Fusion.Mode != FusionMode.AtOnce && entry.Seen != Often) return null;
        }
        var composition = (Composition)Activator.CreateInstance(typeof(Composition<>).MakeGenericType(formula.Compose()))!;
        if (Fusion.Mode == FusionMode.AtOnce) return entry.Ready = composition;
        CompileLater(entry, composition, backend, dtype, isExact, use);
        return null;
    }

    private static void CompileLater<TUse>(Entry entry, Composition composition, GpuBackend backend, DType dtype, bool isExact, TUse use) where TUse : struct, ICompositionUse =>
        Compiler.Add(() =>
        {
            use.Load(composition, backend, dtype, isExact);
            entry.Ready = composition;
        });

    private readonly struct Key(long[] words) : IEquatable<Key>
    {
        private readonly long[] _words = words;

        public bool Equals(Key other) => _words.AsSpan().SequenceEqual(other._words);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            HashCode hash = default;
            foreach (long word in _words) hash.Add(word);
            return hash.ToHashCode();
        }
    }

    /// <summary>The thread that compiles in the background, for all backends.</summary>
    private static class Compiler
    {
        private static readonly BlockingCollection<Action> s_work = [];
        private static readonly Lock s_busy = new();

        static Compiler()
        {
            new Thread(Work) { IsBackground = true, Name = "Compiler of chains" }.Start();
            // A driver's compiler must not be at work while its library is taken down.
            AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
            {
                s_work.CompleteAdding();
                s_busy.Enter();
            };
        }

        public static void Add(Action compile)
        {
            if (!s_work.IsAddingCompleted) s_work.Add(compile);
        }

        private static void Work()
        {
            foreach (var compile in s_work.GetConsumingEnumerable())
                lock (s_busy)
                {
                    if (s_work.IsAddingCompleted) return;
                    try
                    {
                        compile();
                    }
                    catch (Exception problem)
                    {
                        // The operations still run one by one.
                        Warn.That($"A chain of elementwise operations could not be compiled into one kernel and runs operation by operation: {problem.Message}");
                    }
                }
        }
    }
}
