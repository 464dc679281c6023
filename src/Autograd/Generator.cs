using Gpu.Kernels;

namespace Gpu;

/// <summary>A source of random numbers: a seed and a counter on the host. The numbers depend on these alone, not on the device or on threads.</summary>
/// <remarks>Thread-safe; which thread gets which numbers depends on the order of their calls.</remarks>
public sealed class Generator
{
    private readonly Lock _lock = new();
    private ulong _seed, _offset;

    /// <summary>A generator that starts from <paramref name="seed"/>.</summary>
    public Generator(ulong seed) => _seed = seed;

    /// <summary>The generator of the process: used where none is given. It starts from seed 0.</summary>
    public static Generator Default { get; } = new(0);

    /// <summary>The seed it was started from.</summary>
    public ulong InitialSeed
    {
        get
        {
            lock (_lock) return _seed;
        }
    }

    /// <summary>Starts <see cref="Default"/> again from <paramref name="seed"/>.</summary>
    public static void Seed(ulong seed) => Default.Restart(seed);

    /// <summary>Starts again from <paramref name="seed"/>.</summary>
    public void Restart(ulong seed)
    {
        lock (_lock) (_seed, _offset) = (seed, 0);
    }

    /// <summary>Seed and counter, to go on from here later.</summary>
    public (ulong Seed, ulong Offset) State
    {
        get
        {
            lock (_lock) return (_seed, _offset);
        }
        set
        {
            lock (_lock) (_seed, _offset) = value;
        }
    }

    /// <summary>The next <paramref name="count"/> draws; advances the counter.</summary>
    internal RandomRequest Next(Distribution distribution, int count, Scalar a, Scalar b)
    {
        lock (_lock)
        {
            var request = new RandomRequest(distribution, _seed, _offset, a, b);
            _offset += RandomRequest.Blocks(count);
            return request;
        }
    }
}
