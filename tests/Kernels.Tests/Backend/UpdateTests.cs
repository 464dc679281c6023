using Gpu.Kernels.Functors;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

/// <summary>Steps of optimizers over several tensors at once: against float64, and the same bits on every device.</summary>
public class UpdateTests
{
    private const double Lr = 0.0625, Momentum = 0.875, Share = 0.75, Decay = 0.03125, Beta1 = 0.875, Beta2 = 0.96875, Epsilon = 1e-8, Scale = 2.5;

    // Nothing, a few elements, no multiple of a vector, and enough for several threads, whose borders then lie inside of tensors.
    private static readonly int[] s_small = [5, 0, 1, 33], s_large = [20001, 7, 30000, 16384];

    private static readonly AdamUpdate s_adam = new(Lr, Scale, Beta1, Beta2, Epsilon, 0, 1), s_adamW = new(Lr, Scale, Beta1, Beta2, Epsilon, 0, 0.75);

    [Theory, AllDevices]
    public void Sgd(string device)
    {
        Check(device, new SgdUpdate(Lr, 0), s => s with { P = s.P - Lr * s.G });
        Check(device, new SgdUpdate(Lr, Decay), s => s with { P = s.P - Lr * (s.G + Decay * s.P) });
    }

    [Theory, AllDevices]
    public void MomentumAndNesterov(string device)
    {
        Check(device, new MomentumUpdate(Lr, Momentum, Share, Decay), s =>
        {
            double a = Momentum * s.A + Share * (s.G + Decay * s.P);
            return s with { P = s.P - Lr * a, A = a };
        });
        Check(device, new NesterovUpdate(Lr, Momentum, 1, 0), s =>
        {
            double a = Momentum * s.A + s.G;
            return s with { P = s.P - Lr * (s.G + Momentum * a), A = a };
        });
    }

    [Theory, AllDevices]
    public void Adam(string device)
    {
        Check(device, s_adam, s => AdamOf(s, 0, 1, largest: false));
        Check(device, new AdamUpdate(Lr, Scale, Beta1, Beta2, Epsilon, Decay, 1), s => AdamOf(s, Decay, 1, largest: false));
        Check(device, s_adamW, s => AdamOf(s, 0, 0.75, largest: false));
        Check(device, new AmsGradUpdate(s_adam), s => AdamOf(s, 0, 1, largest: true));
    }

    [Theory, AllDevices(NeedsFloat64 = true)]
    public void AdamInFloat64(string device)
    {
        var x = Tensors<double>(device, s_small, 1);
        x[0].Device.Backend.Update<AdamUpdate>(Items(s_adam, x));
        Verify(x.Select(t => (t.Values, t.Read())), s => AdamOf(s, 0, 1, largest: false), 1e-13, nameof(AdamUpdate));
    }

    [Theory, AllDevices]
    public void WithoutDecayAnInfiniteParameterStaysAsItIs(string device)
    {
        Sample<float> p = Sample<float>.Of(device, [3], _ => float.PositiveInfinity), g = Sample<float>.Of(device, [3], i => i - 1);
        p.Device.Backend.Update<SgdUpdate>([new(new(Lr, 0), p.Operand, g.Operand, default, default, default)]);
        Same.Bits([float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity], p.Read());
    }

    private readonly record struct State(double P, double G, double A, double B, double C);

    private static State AdamOf(State s, double decay, double shrink, bool largest)
    {
        double g = s.G + decay * s.P, a = Beta1 * s.A + (1 - Beta1) * g, b = Beta2 * s.B + (1 - Beta2) * g * g, c = largest ? Math.Max(s.C, b) : s.C;
        return s with { P = shrink * s.P - Lr * a / (Math.Sqrt(largest ? c : b) * Scale + Epsilon), A = a, B = b, C = c };
    }

    private static void Check<TOp>(string device, TOp op, Func<State, State> formula) where TOp : unmanaged, IUpdate
    {
        foreach (var sizes in new[] { s_small, s_large })
        {
            var x = Tensors<float>(device, sizes, 1);
            x[0].Device.Backend.Update<TOp>(Items(op, x));
            Verify(x.Select(t => (Array.ConvertAll(t.Values, v => (double)v), Array.ConvertAll(t.Read(), v => (double)v))), formula, 2e-6, typeof(TOp).Name);
            foreach (var tensor in x) Assert.True(tensor.SurroundingsAreUntouched());
            if (!x[0].Device.SameBits) continue;
            var host = Tensors<float>(Device.Cpu.Name, sizes, 1);
            // One at a time, so that no thread begins inside of a tensor.
            foreach (var item in Items(op, host)) host[0].Device.Backend.Update<TOp>([item]);
            for (int i = 0; i < x.Length; i++) Same.Bits(host[i].Read(), x[i].Read(), $"{typeof(TOp).Name}, tensor {i}");
        }
    }

    /// <summary>For each size a parameter, its gradient and three slots.</summary>
    private static Sample<T>[] Tensors<T>(string device, int[] sizes, int seed) where T : unmanaged, System.Numerics.INumberBase<T> =>
        [.. sizes.SelectMany((n, t) => Enumerable.Range(0, 5).Select(k => Sample<T>.Of(device, [n], i =>
        {
            double value = ((i * 7919L + (5 * t + k + seed) * 104729) % 2003 - 1000) / 500.0;
            // Second moments are not negative.
            return T.CreateChecked(k < 3 ? value : Math.Abs(value));
        }, t % 2 == 0 ? Arrangement.Dense : Arrangement.Offset)))];

    private static UpdateItem<TOp>[] Items<TOp, T>(TOp op, Sample<T>[] x) where TOp : unmanaged, IUpdate where T : unmanaged, System.Numerics.INumberBase<T> =>
        [.. x.Chunk(5).Select(s => new UpdateItem<TOp>(op, s[0].Operand, s[1].Operand, s[2].Operand, s[3].Operand, s[4].Operand))];

    private static void Verify(IEnumerable<(double[] Before, double[] After)> tensors, Func<State, State> formula, double tolerance, string what)
    {
        foreach (var s in tensors.Chunk(5))
            for (int i = 0; i < s[0].Before.Length; i++)
            {
                var expected = formula(new(s[0].Before[i], s[1].Before[i], s[2].Before[i], s[3].Before[i], s[4].Before[i]));
                Near.Values([expected.P, expected.G, expected.A, expected.B, expected.C], [s[0].After[i], s[1].After[i], s[2].After[i], s[3].After[i], s[4].After[i]],
                    tolerance, tolerance, $"{what}, element {i} of {s[0].Before.Length}");
            }
    }
}
