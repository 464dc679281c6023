using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>Indivisible reads-and-writes of global and shared memory. Each returns the old value.</summary>
public static class Atomic
{
    // The loop that every operation without an instruction of its own runs: bits are compared, so NaN ends it too.
    private static T Update<T>(ref T target, T value, Func<T, T, T> next)
        where T : unmanaged
    {
        while (true)
        {
            var old = target;
            if (SameBits(Swap(ref target, old, next(old, value)), old))
                return old;
        }
    }

    private static T Swap<T>(ref T target, T compare, T value)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(int))
        {
            int seen = Interlocked.CompareExchange(
                ref Unsafe.As<T, int>(ref target), Unsafe.BitCast<T, int>(value), Unsafe.BitCast<T, int>(compare));
            return Unsafe.BitCast<int, T>(seen);
        }

        long wide = Interlocked.CompareExchange(
            ref Unsafe.As<T, long>(ref target), Unsafe.BitCast<T, long>(value), Unsafe.BitCast<T, long>(compare));
        return Unsafe.BitCast<long, T>(wide);
    }

    private static bool SameBits<T>(T left, T right)
        where T : unmanaged
        => Unsafe.SizeOf<T>() == sizeof(int)
            ? Unsafe.BitCast<T, int>(left) == Unsafe.BitCast<T, int>(right)
            : Unsafe.BitCast<T, long>(left) == Unsafe.BitCast<T, long>(right);

    /// <summary>target += value, with wrap-around.</summary>
    [Special("atomic_add")]
    public static int Add(ref int target, int value) => Interlocked.Add(ref target, value) - value;

    /// <summary>target += value, with wrap-around.</summary>
    [Special("atomic_add")]
    public static uint Add(ref uint target, uint value) => Interlocked.Add(ref target, value) - value;

    /// <summary>target += value, with wrap-around.</summary>
    [Special("atomic_add")]
    public static long Add(ref long target, long value) => Interlocked.Add(ref target, value) - value;

    /// <summary>target += value, with wrap-around.</summary>
    [Special("atomic_add")]
    public static ulong Add(ref ulong target, ulong value) => Interlocked.Add(ref target, value) - value;

    /// <summary>target += value.</summary>
    [Special("atomic_add")]
    public static float Add(ref float target, float value) => Update(ref target, value, static (old, x) => old + x);

    /// <summary>target += value.</summary>
    [Special("atomic_add")]
    public static double Add(ref double target, double value) => Update(ref target, value, static (old, x) => old + x);

    /// <summary>target += value.</summary>
    [Special("atomic_add")]
    public static Index1D Add(ref Index1D target, Index1D value) => Interlocked.Add(ref Unsafe.As<Index1D, int>(ref target), value.X) - value.X;

    /// <summary>target = the greater of target and value.</summary>
    [Special("atomic_max")]
    public static int Max(ref int target, int value) => Update(ref target, value, static (old, x) => Math.Max(old, x));

    /// <summary>target = the greater of target and value.</summary>
    [Special("atomic_max")]
    public static uint Max(ref uint target, uint value) => Update(ref target, value, static (old, x) => Math.Max(old, x));

    /// <summary>target = the greater of target and value.</summary>
    [Special("atomic_max")]
    public static long Max(ref long target, long value) => Update(ref target, value, static (old, x) => Math.Max(old, x));

    /// <summary>target = the greater of target and value.</summary>
    [Special("atomic_max")]
    public static ulong Max(ref ulong target, ulong value) => Update(ref target, value, static (old, x) => Math.Max(old, x));

    /// <summary>target = the greater of target and value or NaN where one is.</summary>
    [Special("atomic_max")]
    public static float Max(ref float target, float value) => Update(ref target, value, static (old, x) => Math.Max(old, x));

    /// <summary>target = the greater of target and value or NaN where one is.</summary>
    [Special("atomic_max")]
    public static double Max(ref double target, double value) => Update(ref target, value, static (old, x) => Math.Max(old, x));

    /// <summary>target = the lesser of target and value.</summary>
    [Special("atomic_min")]
    public static int Min(ref int target, int value) => Update(ref target, value, static (old, x) => Math.Min(old, x));

    /// <summary>target = the lesser of target and value.</summary>
    [Special("atomic_min")]
    public static uint Min(ref uint target, uint value) => Update(ref target, value, static (old, x) => Math.Min(old, x));

    /// <summary>target = the lesser of target and value.</summary>
    [Special("atomic_min")]
    public static long Min(ref long target, long value) => Update(ref target, value, static (old, x) => Math.Min(old, x));

    /// <summary>target = the lesser of target and value.</summary>
    [Special("atomic_min")]
    public static ulong Min(ref ulong target, ulong value) => Update(ref target, value, static (old, x) => Math.Min(old, x));

    /// <summary>target = the lesser of target and value or NaN where one is.</summary>
    [Special("atomic_min")]
    public static float Min(ref float target, float value) => Update(ref target, value, static (old, x) => Math.Min(old, x));

    /// <summary>target = the lesser of target and value or NaN where one is.</summary>
    [Special("atomic_min")]
    public static double Min(ref double target, double value) => Update(ref target, value, static (old, x) => Math.Min(old, x));

    /// <summary>target &amp;= value.</summary>
    [Special("atomic_and")]
    public static int And(ref int target, int value) => Interlocked.And(ref target, value);

    /// <summary>target &amp;= value.</summary>
    [Special("atomic_and")]
    public static uint And(ref uint target, uint value) => Interlocked.And(ref target, value);

    /// <summary>target &amp;= value.</summary>
    [Special("atomic_and")]
    public static long And(ref long target, long value) => Interlocked.And(ref target, value);

    /// <summary>target &amp;= value.</summary>
    [Special("atomic_and")]
    public static ulong And(ref ulong target, ulong value) => Interlocked.And(ref target, value);

    /// <summary>target |= value.</summary>
    [Special("atomic_or")]
    public static int Or(ref int target, int value) => Interlocked.Or(ref target, value);

    /// <summary>target |= value.</summary>
    [Special("atomic_or")]
    public static uint Or(ref uint target, uint value) => Interlocked.Or(ref target, value);

    /// <summary>target |= value.</summary>
    [Special("atomic_or")]
    public static long Or(ref long target, long value) => Interlocked.Or(ref target, value);

    /// <summary>target |= value.</summary>
    [Special("atomic_or")]
    public static ulong Or(ref ulong target, ulong value) => Interlocked.Or(ref target, value);

    /// <summary>target ^= value.</summary>
    [Special("atomic_xor")]
    public static int Xor(ref int target, int value) => Update(ref target, value, static (old, x) => old ^ x);

    /// <summary>target ^= value.</summary>
    [Special("atomic_xor")]
    public static uint Xor(ref uint target, uint value) => Update(ref target, value, static (old, x) => old ^ x);

    /// <summary>target ^= value.</summary>
    [Special("atomic_xor")]
    public static long Xor(ref long target, long value) => Update(ref target, value, static (old, x) => old ^ x);

    /// <summary>target ^= value.</summary>
    [Special("atomic_xor")]
    public static ulong Xor(ref ulong target, ulong value) => Update(ref target, value, static (old, x) => old ^ x);

    /// <summary>target = value.</summary>
    [Special("atomic_exchange")]
    public static int Exchange(ref int target, int value) => Interlocked.Exchange(ref target, value);

    /// <summary>target = value.</summary>
    [Special("atomic_exchange")]
    public static uint Exchange(ref uint target, uint value) => Interlocked.Exchange(ref target, value);

    /// <summary>target = value.</summary>
    [Special("atomic_exchange")]
    public static long Exchange(ref long target, long value) => Interlocked.Exchange(ref target, value);

    /// <summary>target = value.</summary>
    [Special("atomic_exchange")]
    public static ulong Exchange(ref ulong target, ulong value) => Interlocked.Exchange(ref target, value);

    /// <summary>target = value.</summary>
    [Special("atomic_exchange")]
    public static float Exchange(ref float target, float value) => Interlocked.Exchange(ref target, value);

    /// <summary>target = value.</summary>
    [Special("atomic_exchange")]
    public static double Exchange(ref double target, double value) => Interlocked.Exchange(ref target, value);

    /// <summary>Replaces an index and returns what was there.</summary>
    public static Index1D Exchange(ref Index1D target, Index1D value) =>
        Exchange(ref System.Runtime.CompilerServices.Unsafe.As<Index1D, int>(ref target), value.X);

    /// <summary>Replaces an index where it equals <paramref name="compare"/>, and returns what was there.</summary>
    public static Index1D CompareExchange(ref Index1D target, Index1D compare, Index1D value) =>
        CompareExchange(ref System.Runtime.CompilerServices.Unsafe.As<Index1D, int>(ref target), compare.X, value.X);

    /// <summary>target = value where target has the bits of <paramref name="compare"/>.</summary>
    [Special("atomic_compareexchange")]
    public static int CompareExchange(ref int target, int compare, int value) => Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>target = value where target has the bits of <paramref name="compare"/>.</summary>
    [Special("atomic_compareexchange")]
    public static uint CompareExchange(ref uint target, uint compare, uint value) => Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>target = value where target has the bits of <paramref name="compare"/>.</summary>
    [Special("atomic_compareexchange")]
    public static long CompareExchange(ref long target, long compare, long value) => Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>target = value where target has the bits of <paramref name="compare"/>.</summary>
    [Special("atomic_compareexchange")]
    public static ulong CompareExchange(ref ulong target, ulong compare, ulong value) => Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>target = value where target has the bits of <paramref name="compare"/>.</summary>
    [Special("atomic_compareexchange")]
    public static float CompareExchange(ref float target, float compare, float value) => Swap(ref target, compare, value);

    /// <summary>target = value where target has the bits of <paramref name="compare"/>.</summary>
    [Special("atomic_compareexchange")]
    public static double CompareExchange(ref double target, double compare, double value) => Swap(ref target, compare, value);

    /// <summary>target = operation(target, value), by compare-and-exchange.</summary>
    public static T MakeAtomic<T, TOperation, TCompareExchangeOperation>(
        ref T target, T value, TOperation operation, TCompareExchangeOperation compareExchangeOperation)
        where T : unmanaged
        where TOperation : AtomicOperations.IAtomicOperation<T>
        where TCompareExchangeOperation : AtomicOperations.ICompareExchangeOperation<T>
    {
        T seen = target;
        T old;
        do
        {
            old = seen;
            seen = compareExchangeOperation.CompareExchange(ref target, old, operation.Operation(old, value));
        }
        while (!compareExchangeOperation.IsSame(seen, old));

        return old;
    }
}
