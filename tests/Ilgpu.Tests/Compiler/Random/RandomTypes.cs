using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>A number of a struct that generic code calls through its constraint.</summary>
public interface IRandomNumber<TSelf>
    where TSelf : struct, IRandomNumber<TSelf>
{
    static abstract TSelf From(long value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    long Weight();
}

public struct RandomPair : IRandomNumber<RandomPair>
{
    public int Number;
    public double Real;

    public static RandomPair From(long value) => new() { Number = (int)(value >> 7), Real = value };

    public static RandomPair operator +(RandomPair a, RandomPair b) => new() { Number = a.Number + b.Number, Real = a.Real - b.Real };

    public void Bump(int by)
    {
        Number += by;
        if (Number > 0) Real *= 0.5;
    }

    public readonly long Weight() => Number * 3L + RandomHelpers.Bits(Real);
}

public struct RandomNested
{
    public RandomPair Inner;
    public byte Small;
    public long Wide;

    public static ref int Deep(ref RandomNested record) => ref record.Inner.Number;

    public readonly RandomNested Turned()
    {
        var copy = this;
        copy.Inner = copy.Inner + RandomPair.From(Wide);
        copy.Wide = Inner.Number;
        return copy;
    }
}

public struct RandomBox<T>
    where T : unmanaged
{
    public T Value;
    public short Tag;

    public readonly RandomBox<T> With(T value) => new() { Value = value, Tag = (short)(Tag + 1) };

    public readonly RandomBox<RandomBox<T>> Boxed() => new() { Value = this, Tag = (short)-Tag };
}

/// <summary>What random functions call: ordinary C# with loops, branches, structs, references, generics and tuples.</summary>
public static class RandomHelpers
{
    public static int Mix(int a, uint b)
    {
        if (a > 5) return a * 3 - (int)b;
        for (int k = 0; k < 3; k++) a = a * 5 + k;
        return a;
    }

    public static long Fold(long a) => a < 0 ? -a >> 3 : a * 7;

    public static void Change(ref int a, long b)
    {
        a ^= (int)(b >> 5);
        if (b > 100) a++;
    }

    public static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);

    public static T Pick<T>(int choice, T a, in T b) => (choice & 1) == 0 ? a : b;

    public static (int Number, RandomBox<float> Box) Split(RandomNested record)
    {
        var box = new RandomBox<float> { Value = (float)record.Inner.Real, Tag = record.Small };
        return (record.Inner.Number, record.Wide > 0 ? box : box.With(0.5f));
    }

    public static long Total<T>(T a, T b)
        where T : struct, IRandomNumber<T>
        => (a + b + T.From(a.Weight())).Weight();

    /// <summary>The bits of a real; one number for every NaN.</summary>
    public static long Bits(double value) => double.IsNaN(value) ? 77L : (long)Interop.FloatAsInt(value);

    public static long Combine(long hash, long value) => hash * 31 + value;

    public static long Combine(long hash, double value) => Combine(hash, Bits(value));

    public static long Combine(long hash, ArrayView<int> numbers, ArrayView<RandomNested> records)
    {
        for (int k = 0; k < numbers.Length; k++) hash = Combine(hash, numbers[k]);
        for (int k = 0; k < records.Length; k++)
            hash = Combine(Combine(hash, records[k].Inner.Weight()), records[k].Wide ^ records[k].Small);
        return hash;
    }

    /// <summary>Gives every element a value that depends on <paramref name="x"/>.</summary>
    public static void Fill(int x, ArrayView<int> numbers, ArrayView<RandomNested> records)
    {
        for (int k = 0; k < numbers.Length; k++) numbers[k] = x * k;
        for (int k = 0; k < records.Length; k++)
            records[k] = new RandomNested { Inner = RandomPair.From(x + k), Small = (byte)(x >> k), Wide = (long)x << k };
    }
}
