using Gpu.Kernels.Numbers;
using Gpu.Kernels.RandomNumbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>How the words of one block become its two elements.</summary>
internal interface IDraw<N>
{
    /// <summary>The even element.</summary>
    N Even(PhiloxWords words);

    /// <summary>The odd element.</summary>
    N Odd(PhiloxWords words);
}

/// <summary>Uniform float32 numbers of [a, b).</summary>
internal readonly struct DrawUniform32(F32 a, F32 width, F32 b) : IDraw<F32>
{
    private readonly F32 _a = a, _width = width, _b = b;

    public F32 Even(PhiloxWords words) => Draws.Uniform(new F32(Draws.Unit32(words.W0)), _a, _width, _b);

    public F32 Odd(PhiloxWords words) => Draws.Uniform(new F32(Draws.Unit32(words.W2)), _a, _width, _b);
}

/// <summary>Uniform float64 numbers of [a, b).</summary>
internal readonly struct DrawUniform64(F64 a, F64 width, F64 b) : IDraw<F64>
{
    private readonly F64 _a = a, _width = width, _b = b;

    public F64 Even(PhiloxWords words) => Draws.Uniform(new F64(Draws.Unit64(words.W0, words.W1)), _a, _width, _b);

    public F64 Odd(PhiloxWords words) => Draws.Uniform(new F64(Draws.Unit64(words.W2, words.W3)), _a, _width, _b);
}

/// <summary>Normal float32 numbers.</summary>
internal readonly struct DrawNormal32(F32 mean, F32 deviation) : IDraw<F32>
{
    private readonly F32 _mean = mean, _deviation = deviation;

    public F32 Even(PhiloxWords words) => Draws.NormalEven(new F32(Draws.PositiveUnit32(words.W0)), new F32(Draws.Unit32(words.W2)), _mean, _deviation);

    public F32 Odd(PhiloxWords words) => Draws.NormalOdd(new F32(Draws.PositiveUnit32(words.W0)), new F32(Draws.Unit32(words.W2)), _mean, _deviation);
}

/// <summary>Normal float64 numbers.</summary>
internal readonly struct DrawNormal64(F64 mean, F64 deviation) : IDraw<F64>
{
    private readonly F64 _mean = mean, _deviation = deviation;

    public F64 Even(PhiloxWords words) =>
        Draws.NormalEven(new F64(Draws.PositiveUnit64(words.W0, words.W1)), new F64(Draws.Unit64(words.W2, words.W3)), _mean, _deviation);

    public F64 Odd(PhiloxWords words) =>
        Draws.NormalOdd(new F64(Draws.PositiveUnit64(words.W0, words.W1)), new F64(Draws.Unit64(words.W2, words.W3)), _mean, _deviation);
}

/// <summary>1 with a probability, else 0.</summary>
internal readonly struct DrawBernoulli<TConversion, N>(long threshold) : IDraw<N> where TConversion : struct, IConversion<I32, N>
{
    private readonly long _threshold = threshold;

    public N Even(PhiloxWords words) => TConversion.Convert(new I32(Draws.Bernoulli(words.W0, _threshold)));

    public N Odd(PhiloxWords words) => TConversion.Convert(new I32(Draws.Bernoulli(words.W2, _threshold)));
}

/// <summary>Integers of [start, start + range).</summary>
internal readonly struct DrawInteger<TConversion, N>(long start, ulong range) : IDraw<N> where TConversion : struct, IConversion<I64, N>
{
    private readonly long _start = start;
    private readonly ulong _range = range;

    public N Even(PhiloxWords words) => TConversion.Convert(new I64(Draws.Integer(words.W0, words.W1, _start, _range)));

    public N Odd(PhiloxWords words) => TConversion.Convert(new I64(Draws.Integer(words.W2, words.W3, _start, _range)));
}

/// <summary>Random numbers from a counter.</summary>
internal static class RandomKernels
{
    /// <summary>A thread for every block of two elements of y.</summary>
    public static void Draw<TDraw, N>(Index1D block, ArrayView<N> y, int count, ulong seed, ulong offset, TDraw draw) where TDraw : struct, IDraw<N> where N : unmanaged
    {
        PhiloxWords words = Philox.Words(seed, offset + (ulong)block.X);
        int i = 2 * block.X;
        y[i] = draw.Even(words);
        if (i + 1 < count) y[i + 1] = draw.Odd(words);
    }
}
