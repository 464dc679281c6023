using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

public partial class Tensor
{
    /// <summary>y = √x; NaN below 0.  dx = dy / (2 y)</summary>
    public Tensor Sqrt() => Elementwise.Unary(this, new Sqrt());

    /// <summary>y = 1 / √x.  dx = -y³ dy / 2</summary>
    public Tensor Rsqrt() => Elementwise.Unary(this, new Rsqrt());

    /// <summary>y = 1 / x.  dx = -y² dy</summary>
    public Tensor Reciprocal() => Elementwise.Unary(this, new Reciprocal());

    /// <summary>y = eˣ.  dx = y dy</summary>
    public Tensor Exp() => Elementwise.Unary(this, new Exp());

    /// <summary>y = eˣ - 1, accurate near 0.  dx = (y + 1) dy</summary>
    public Tensor Expm1() => Elementwise.Unary(this, new Expm1());

    /// <summary>y = ln x; -∞ at 0, NaN below.  dx = dy / x</summary>
    public Tensor Log() => Elementwise.Unary(this, new Log());

    /// <summary>y = ln (1 + x), accurate near 0.  dx = dy / (1 + x)</summary>
    public Tensor Log1p() => Elementwise.Unary(this, new Log1p());

    /// <summary>y = log₂ x.  dx = dy / (x ln 2)</summary>
    public Tensor Log2() => Elementwise.Unary(this, new Log2());

    /// <summary>y = log₁₀ x.  dx = dy / (x ln 10)</summary>
    public Tensor Log10() => Elementwise.Unary(this, new Log10());

    /// <summary>y = sin x.  dx = cos x dy</summary>
    public Tensor Sin() => Elementwise.Unary(this, new Sin());

    /// <summary>y = cos x.  dx = -sin x dy</summary>
    public Tensor Cos() => Elementwise.Unary(this, new Cos());

    /// <summary>y = tan x.  dx = (1 + y²) dy</summary>
    public Tensor Tan() => Elementwise.Unary(this, new Tan());

    /// <summary>y = arcsin x.  dx = dy / √(1 - x²)</summary>
    public Tensor Asin() => Elementwise.Unary(this, new Asin());

    /// <summary>y = arccos x.  dx = -dy / √(1 - x²)</summary>
    public Tensor Acos() => Elementwise.Unary(this, new Acos());

    /// <summary>y = arctan x.  dx = dy / (1 + x²)</summary>
    public Tensor Atan() => Elementwise.Unary(this, new Atan());

    /// <summary>y = sinh x.  dx = cosh x dy</summary>
    public Tensor Sinh() => Elementwise.Unary(this, new Sinh());

    /// <summary>y = cosh x.  dx = sinh x dy</summary>
    public Tensor Cosh() => Elementwise.Unary(this, new Cosh());

    /// <summary>y = tanh x.  dx = (1 - y²) dy</summary>
    public Tensor Tanh() => Elementwise.Unary(this, new Tanh());

    /// <summary>y = erf x.  dx = 2/√π e^(-x²) dy</summary>
    public Tensor Erf() => Elementwise.Unary(this, new Erf());

    /// <summary>y = 1 / (1 + e⁻ˣ).  dx = y (1 - y) dy</summary>
    public Tensor Sigmoid() => Elementwise.Unary(this, new Sigmoid());

    /// <summary>y = ln (1 / (1 + e⁻ˣ)).  dx = sigmoid(-x) dy</summary>
    public Tensor LogSigmoid() => Elementwise.Unary(this, new LogSigmoid());

    /// <summary>y = ln (1 + eˣ).  dx = sigmoid(x) dy</summary>
    public Tensor Softplus() => Elementwise.Unary(this, new Softplus());

    /// <summary>y = x sigmoid(x).  dx = s (1 + x (1 - s)) dy with s = sigmoid(x)</summary>
    public Tensor Silu() => Elementwise.Unary(this, new Silu());

    /// <summary>y = x Φ(x), with the normal distribution function.  dx = (Φ(x) + x φ(x)) dy</summary>
    public Tensor Gelu() => Elementwise.Unary(this, new Gelu());

    /// <summary>y = x Φ(x), with the tanh approximation of Φ.</summary>
    public Tensor GeluTanh() => Elementwise.Unary(this, new GeluTanh());

    /// <summary>The largest integer not above x.  dx = 0</summary>
    public Tensor Floor() => DType.IsFloat() ? Elementwise.Unary(this, new Floor()) : this;

    /// <summary>The smallest integer not below x.  dx = 0</summary>
    public Tensor Ceiling() => DType.IsFloat() ? Elementwise.Unary(this, new Ceiling()) : this;

    /// <summary>The nearest integer, halves to even.  dx = 0</summary>
    public Tensor Round() => DType.IsFloat() ? Elementwise.Unary(this, new Round()) : this;

    /// <summary>The integer part of x.  dx = 0</summary>
    public Tensor Truncate() => DType.IsFloat() ? Elementwise.Unary(this, new Truncate()) : this;

    /// <summary>y = |x|.  dx = sign x dy, 0 at 0</summary>
    public Tensor Abs() => DType == DType.Bool ? throw NoBools("Abs", "the tensor itself") : Elementwise.NumUnary(this, new Absolute());

    /// <summary>y = 1 for x &gt; 0, -1 for x &lt; 0, else 0.  dx = 0</summary>
    public Tensor Sign() => DType == DType.Bool ? throw NoBools("Sign", "the tensor itself") : Elementwise.NumUnary(this, new Sign());

    /// <summary>y = x².  dx = 2 x dy</summary>
    public Tensor Square() => Elementwise.NumUnary(this, new Square());

    /// <summary>y = max(x, 0).  dx = dy where x &gt; 0, 0 at 0</summary>
    public Tensor Relu() => Elementwise.NumUnary(this, new Relu());

    /// <summary>y = x for x &gt; 0, else slope x.  dx = dy or slope dy</summary>
    public Tensor LeakyRelu(double slope = 0.01) => Elementwise.Unary(this, new LeakyRelu(slope));

    /// <summary>y = x for x &gt; 0, else α (eˣ - 1).  dx = dy or (y + α) dy</summary>
    public Tensor Elu(double alpha = 1) => Elementwise.Unary(this, new Elu(alpha));

    /// <summary>y = min(max(x, low), high); either bound may be left out.  dx = dy inside and at the bounds, else 0</summary>
    /// <exception cref="ArgumentException">Both bounds are missing.</exception>
    public Tensor Clamp(double? low = null, double? high = null)
    {
        var x = IsWhole(low) && IsWhole(high) ? this : Promotion.Real(this);
        return (low, high) switch
        {
            ({ } l, { } h) => Elementwise.NumUnary(x, new Clamp(l, h)),
            ({ } l, null) => Elementwise.NumUnary(x, new MaxScalar(l)),
            (null, { } h) => Elementwise.NumUnary(x, new MinScalar(h)),
            _ => throw new ArgumentException("Clamp needs a lower or an upper bound."),
        };
    }

    private static bool IsWhole(double? bound) => bound is not { } value || Math.Truncate(value) == value;
}
