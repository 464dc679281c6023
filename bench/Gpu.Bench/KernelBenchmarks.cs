using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Gpu.Kernels;
using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;

namespace Gpu.Bench;

/// <summary>Kernels on float32 buffers, the wait for the device included.</summary>
public abstract class KernelBenchmark : IHasWork
{
    /// <summary>The device.</summary>
    [ParamsSource(nameof(Devices))]
    public string Device { get; set; } = "cpu";

    /// <summary>Every device of this machine. The CPU accelerator is there to check kernels, not to be fast.</summary>
    public static IEnumerable<string> Devices => Kernels.Device.All.Select(d => d.Name);

    /// <inheritdoc/>
    public abstract Work WorkOf(string method);

    private protected Device Target => Kernels.Device.Get(Device);

    /// <summary>A buffer of that shape with numbers in [-1, 1).</summary>
    private protected Operand Random(params int[] sizes)
    {
        var operand = Empty(sizes);
        Target.Backend.Random(new(Distribution.Uniform, 1, 0, -1.0, 1.0), operand);
        return operand;
    }

    private protected Operand Empty(params int[] sizes)
    {
        var layout = Layout.Contiguous(sizes);
        return new(new Storage(Target, DType.Float32, layout.Count), layout);
    }
}

/// <summary>Elementwise kernels and a full sum: bound by memory.</summary>
public class Elementwise : KernelBenchmark
{
    private Operand _a, _b, _y, _sum;

    /// <summary>Elements.</summary>
    [Params(1_000, 100_000, 10_000_000)]
    public int Count { get; set; }

    /// <inheritdoc/>
    public override Work WorkOf(string method) => new(Count * 4.0 * method switch { nameof(Add) or nameof(SigmoidBackward) => 3, nameof(Sum) => 1, _ => 2 }, 0);

    /// <summary>Makes the buffers.</summary>
    [GlobalSetup]
    public void Setup() => (_a, _b, _y, _sum) = (Random(Count), Random(Count), Empty(Count), Empty(1));

    /// <summary>The ceiling: y = a.</summary>
    [Benchmark(Baseline = true)]
    public void Copy()
    {
        Target.Backend.Copy(_a, _y);
        Target.Synchronize();
    }

    /// <summary>y = a + b</summary>
    [Benchmark]
    public void Add()
    {
        Target.Backend.MapNum(new Add(), _a, _b, _y);
        Target.Synchronize();
    }

    /// <summary>y = sigmoid a</summary>
    [Benchmark]
    public void Sigmoid()
    {
        Target.Backend.Map(new Sigmoid(), _a, _y);
        Target.Synchronize();
    }

    /// <summary>y = a b (1 - b): the gradient of a sigmoid whose output is b.</summary>
    [Benchmark]
    public void SigmoidBackward()
    {
        Target.Backend.Map(new BackwardOfOutput<Sigmoid>(new Sigmoid()), _a, _b, _y);
        Target.Synchronize();
    }

    /// <summary>y = tanh a</summary>
    [Benchmark]
    public void Tanh()
    {
        Target.Backend.Map(new Tanh(), _a, _y);
        Target.Synchronize();
    }

    /// <summary>Σ a</summary>
    [Benchmark]
    public void Sum()
    {
        Target.Backend.Reduce(new Sum(), _a, _sum);
        Target.Synchronize();
    }
}

/// <summary>Square matrix products: bound by arithmetic.</summary>
public class MatrixProduct : KernelBenchmark
{
    private Operand _a, _b, _turnedA, _turnedB, _y, _x, _chains;

    /// <summary>Rows, columns and depth.</summary>
    [Params(64, 256, 1024)]
    public int Size { get; set; }

    /// <inheritdoc/>
    public override Work WorkOf(string method) => new(12.0 * Size * Size, 2.0 * Size * Size * Size);

    /// <summary>Makes the buffers.</summary>
    [GlobalSetup]
    public void Setup()
    {
        (_a, _b, _y) = (Random(1, Size, Size), Random(1, Size, Size), Empty(1, Size, Size));
        _turnedA = new(_a.Storage, _a.Layout.Transpose(1, 2));
        _turnedB = new(_b.Storage, _b.Layout.Transpose(1, 2));
        int elements = (int)(2L * Size * Size * Size / FmaChains.Flops);
        (_x, _chains) = (Random(elements), Empty(elements));
    }

    /// <summary>The ceiling: as many floating-point operations, all of them multiply-adds in registers.</summary>
    [Benchmark(Baseline = true)]
    public void FmaLoop()
    {
        Target.Backend.Map(new FmaChains(), _x, _chains);
        Target.Synchronize();
    }

    /// <summary>y = a @ b</summary>
    [Benchmark]
    public void MatMul()
    {
        Target.Backend.MatMul(_a, _b, _y);
        Target.Synchronize();
    }

    /// <summary>y = a @ bᵀ: the gradient of the first operand.</summary>
    [Benchmark]
    public void MatMulTransposedB()
    {
        Target.Backend.MatMul(_a, _turnedB, _y);
        Target.Synchronize();
    }

    /// <summary>y = aᵀ @ b: the gradient of the second operand.</summary>
    [Benchmark]
    public void MatMulTransposedA()
    {
        Target.Backend.MatMul(_turnedA, _b, _y);
        Target.Synchronize();
    }
}

/// <summary>Eight chains of 64 fused multiply-adds, which keep the arithmetic units busy without touching memory.</summary>
public readonly struct FmaChains : IUnary
{
    private const int Chains = 8, Length = 64;

    /// <summary>Operations for an element, a multiply-add counted as two.</summary>
    public const int Flops = 2 * Chains * Length;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N x) where N : struct, IReal<N>
    {
        N half = N.Const(0.5), a = x, b = x + half, c = x - half, d = -x, e = x * half, f = b * half, g = c * half, h = d + half;
        for (int i = 0; i < Length; i++)
        {
            a = N.Fma(a, half, x);
            b = N.Fma(b, half, x);
            c = N.Fma(c, half, x);
            d = N.Fma(d, half, x);
            e = N.Fma(e, half, x);
            f = N.Fma(f, half, x);
            g = N.Fma(g, half, x);
            h = N.Fma(h, half, x);
        }
        return a + b + (c + d) + (e + f + (g + h));
    }
}
