using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests.Compiler;

internal interface INumberLike<TSelf>
    where TSelf : struct, INumberLike<TSelf>
{
    static abstract TSelf One { get; }

    static abstract TSelf Const(double value);

    static abstract TSelf Select(bool condition, TSelf whenTrue, TSelf whenFalse);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract bool operator >(TSelf a, TSelf b);

    static abstract bool operator <(TSelf a, TSelf b);
}

internal readonly struct Single32(float value) : INumberLike<Single32>
{
    public readonly float Value = value;

    public static Single32 One => new(1f);

    public static Single32 Const(double value) => new((float)value);

    public static Single32 Select(bool condition, Single32 whenTrue, Single32 whenFalse) => condition ? whenTrue : whenFalse;

    public static Single32 operator +(Single32 a, Single32 b) => new(a.Value + b.Value);

    public static Single32 operator *(Single32 a, Single32 b) => new(a.Value * b.Value);

    public static bool operator >(Single32 a, Single32 b) => a.Value > b.Value;

    public static bool operator <(Single32 a, Single32 b) => a.Value < b.Value;
}

internal interface IFunctor
{
    N Forward<N>(N x) where N : struct, INumberLike<N>;
}

internal readonly struct Leaky(double slope) : IFunctor
{
    public N Forward<N>(N x) where N : struct, INumberLike<N> => N.Select(x > N.Const(0), x, N.Const(slope) * x);
}

internal readonly struct Cubic : IFunctor
{
    public N Forward<N>(N x) where N : struct, INumberLike<N> => x * x * x + N.One;
}

internal readonly struct Compose<TOuter, TInner>(TOuter outer, TInner inner) : IFunctor
    where TOuter : struct, IFunctor
    where TInner : struct, IFunctor
{
    private readonly TOuter outer = outer;
    private readonly TInner inner = inner;

    public N Forward<N>(N x) where N : struct, INumberLike<N> => outer.Forward(inner.Forward(x));
}

internal interface IStaticFunctor
{
    static abstract int Tile { get; }

    static virtual int Extra => 3;

    static abstract N Apply<N>(N x) where N : struct, INumberLike<N>;
}

internal readonly struct Doubled : IStaticFunctor
{
    public static int Tile => 32;

    public static N Apply<N>(N x) where N : struct, INumberLike<N> => x + x;
}

internal readonly struct Squared : IStaticFunctor
{
    public const int Size = 64;

    public static int Tile => Size;

    public static int Extra => Tile / 2;

    public static N Apply<N>(N x) where N : struct, INumberLike<N> => x * x;
}

internal struct Empty
{
}

internal static class GenericKernels
{
    public static void MapNumbers<TOp>(Index1D i, ArrayView<Single32> x, ArrayView<Single32> y, TOp op, Empty nothing, int offset)
        where TOp : struct, IFunctor
        => y[i] = op.Forward(x[i]) + new Single32(offset);

    public static void TiledStatic<TOp>(ArrayView<float> x, ArrayView<float> y)
        where TOp : struct, IStaticFunctor
    {
        var tile = SharedMemory.Allocate<Single32>(TOp.Tile + TOp.Extra);
        int l = Group.IdxX, at = Grid.IdxX * Group.DimX + l;
        tile[l] = TOp.Apply(new Single32(x[at]));
        Group.Barrier();
        y[at] = tile[Group.DimX - 1 - l].Value + tile.IntLength;
    }

    public static void GenericMath<TIn, TOut>(Index1D i, ArrayView<TIn> x, ArrayView<TOut> y)
        where TIn : unmanaged, INumber<TIn>
        where TOut : unmanaged, INumber<TOut>
    {
        TIn two = TIn.One + TIn.One;
        TIn r = x[i] * two - TIn.One;
        if (r < TIn.Zero) r = -r;
        if (typeof(TIn) == typeof(float)) r += TIn.One;
        y[i] = TOut.CreateTruncating(r) + TOut.One;
    }

    public static void Specialized(ArrayView<int> x, ArrayView<int> y, SpecializedValue<int> size)
    {
        var shared = SharedMemory.Allocate<int>(size);
        int l = Group.IdxX;
        for (int k = l; k < size; k += Group.DimX) shared[k] = x[k] * size.Value;
        Group.Barrier();
        for (int k = l; k < size; k += Group.DimX) y[k] = shared[size - 1 - k];
    }
}
