using System.Collections.Concurrent;

namespace Gpu.Kernels.Accelerated;

/// <summary>A kernel for a formula, under one dtype and one way of walking.</summary>
internal abstract class Composition
{
    /// <summary>Runs the kernel; <paramref name="value"/> is the value that it computes.</summary>
    public abstract void Run(GpuBackend backend, Chain chain, int value, int inputs, in Operand a, in Operand b, in Operand c, in Operand y);

    /// <summary>Compiles the kernel.</summary>
    public abstract void Load(GpuBackend backend, DType dtype, int inputs, bool isLine, bool isExact);
}

/// <inheritdoc/>
internal sealed class Composition<E> : Composition where E : struct, IExpression<E>
{
    public override void Run(GpuBackend backend, Chain chain, int value, int inputs, in Operand a, in Operand b, in Operand c, in Operand y)
    {
        var formula = E.From(chain, value);
        if (inputs == 1) backend.Map(new Composed1<E>(formula), a, y);
        else if (inputs == 2) backend.Map(new Composed2<E>(formula), a, b, y);
        else backend.Map(new Composed3<E>(formula), a, b, c, y);
    }

    public override void Load(GpuBackend backend, DType dtype, int inputs, bool isLine, bool isExact) => backend.Load<E>(dtype, inputs, isLine, isExact);
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

    /// <summary>The kernel of a formula, or null as long as there is none.</summary>
    public Composition? Find(GpuBackend backend, Formula formula, DType dtype, bool isLine, bool isExact)
    {
        var key = new Key([(long)dtype, isLine ? 1 : 0, isExact ? 1 : 0, .. formula.Structure]);
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
        int inputs = formula.Inputs.Count;
        if (Fusion.Mode == FusionMode.AtOnce) return entry.Ready = composition;
        Compiler.Add(() =>
        {
            composition.Load(backend, dtype, inputs, isLine, isExact);
            entry.Ready = composition;
        });
        return null;
    }

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
