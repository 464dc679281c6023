using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

public partial class Tensor
{
    /// <summary>Raises an error when a relation between two broadcast tensors fails anywhere: at the call on the host, at the next read on other devices, so that nothing waits.</summary>
    /// <param name="relation">What must hold.</param>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand.</param>
    /// <param name="otherwise">The text of the error; a constant, because it is kept for good.</param>
    /// <exception cref="ArgumentOutOfRangeException">The relation fails for an element.</exception>
    public static void Require<TOp>(TOp relation, Tensor a, Tensor b, string otherwise) where TOp : struct, IRelation => Elementwise.Require(a, b, relation, otherwise);

    /// <summary>a = b, element by element, as bool; false where one is NaN.</summary>
    public Tensor Eq(Tensor b) => Elementwise.Compare(this, b, new Equal());

    /// <summary>x = c, element by element, as bool.</summary>
    public Tensor Eq(Scalar c) => Eq(Number(c));

    /// <summary>a ≠ b, element by element, as bool; true where one is NaN.</summary>
    public Tensor Ne(Tensor b) => Elementwise.Compare(this, b, new NotEqual());

    /// <summary>x ≠ c, element by element, as bool.</summary>
    public Tensor Ne(Scalar c) => Ne(Number(c));

    /// <summary>a &lt; b, element by element, as bool.</summary>
    public Tensor Lt(Tensor b) => Elementwise.Compare(this, b, new Less());

    /// <summary>x &lt; c, element by element, as bool.</summary>
    public Tensor Lt(Scalar c) => Lt(Number(c));

    /// <summary>a ≤ b, element by element, as bool.</summary>
    public Tensor Le(Tensor b) => Elementwise.Compare(this, b, new LessEqual());

    /// <summary>x ≤ c, element by element, as bool.</summary>
    public Tensor Le(Scalar c) => Le(Number(c));

    /// <summary>a &gt; b, element by element, as bool.</summary>
    public Tensor Gt(Tensor b) => Elementwise.Compare(this, b, new Greater());

    /// <summary>x &gt; c, element by element, as bool.</summary>
    public Tensor Gt(Scalar c) => Gt(Number(c));

    /// <summary>a ≥ b, element by element, as bool.</summary>
    public Tensor Ge(Tensor b) => Elementwise.Compare(this, b, new GreaterEqual());

    /// <summary>x ≥ c, element by element, as bool.</summary>
    public Tensor Ge(Scalar c) => Ge(Number(c));

    /// <summary>a &lt; b</summary>
    public static Tensor operator <(Tensor a, Tensor b) => a.Lt(b);

    /// <summary>a &gt; b</summary>
    public static Tensor operator >(Tensor a, Tensor b) => a.Gt(b);

    /// <summary>a ≤ b</summary>
    public static Tensor operator <=(Tensor a, Tensor b) => a.Le(b);

    /// <summary>a ≥ b</summary>
    public static Tensor operator >=(Tensor a, Tensor b) => a.Ge(b);

    /// <summary>a &lt; c</summary>
    public static Tensor operator <(Tensor a, Scalar c) => a.Lt(c);

    /// <summary>a &gt; c</summary>
    public static Tensor operator >(Tensor a, Scalar c) => a.Gt(c);

    /// <summary>a ≤ c</summary>
    public static Tensor operator <=(Tensor a, Scalar c) => a.Le(c);

    /// <summary>a ≥ c</summary>
    public static Tensor operator >=(Tensor a, Scalar c) => a.Ge(c);

    /// <summary>Both true; numbers count as true when they are not 0.</summary>
    public Tensor LogicalAnd(Tensor b) => Elementwise.NumBinary(Truth(), b.Truth(), new Minimum());

    /// <summary>At least one true; numbers count as true when they are not 0.</summary>
    public Tensor LogicalOr(Tensor b) => Elementwise.NumBinary(Truth(), b.Truth(), new Maximum());

    /// <summary>Exactly one true; numbers count as true when they are not 0.</summary>
    public Tensor LogicalXor(Tensor b) => Truth().Ne(b.Truth());

    /// <summary>True where false; numbers count as true when they are not 0.</summary>
    public Tensor LogicalNot() => Elementwise.NumUnary(Truth(), new RSubScalar(1));

    /// <summary>Both true.</summary>
    public static Tensor operator &(Tensor a, Tensor b) => a.LogicalAnd(b);

    /// <summary>At least one true.</summary>
    public static Tensor operator |(Tensor a, Tensor b) => a.LogicalOr(b);

    /// <summary>Exactly one true.</summary>
    public static Tensor operator ^(Tensor a, Tensor b) => a.LogicalXor(b);

    /// <summary>True where false.</summary>
    public static Tensor operator !(Tensor a) => a.LogicalNot();

    /// <summary>True where an element is NaN.</summary>
    public Tensor IsNaN() => Elementwise.Compare(Detach(), Detach(), new NotEqual());

    /// <summary>True where an element is neither NaN nor infinite.</summary>
    public Tensor IsFinite()
    {
        // x - x is 0 for finite numbers and NaN for the others.
        var difference = Detach().Truth(keepNumbers: true);
        return (difference - difference).Eq(0);
    }

    /// <summary>True when shapes are equal and no element differs by more than absolute + relative |b|. Reads one value.</summary>
    public bool AllClose(Tensor b, double relative = 1e-5, double absolute = 1e-8)
    {
        if (!_layout.SameSizes(b._layout)) return false;
        if (Count == 0) return true;
        Tensor x = Detach(), y = b.Detach();
        var difference = (x - y).Abs();
        // What a tolerance of infinity allows is not close.
        return x.Eq(y).LogicalOr(difference.Le(y.Abs() * relative + absolute).LogicalAnd(difference.IsFinite())).All().Item<bool>();
    }

    private Tensor Truth(bool keepNumbers = false) => DType == DType.Bool ? keepNumbers ? To(DType.Int64) : this
        : keepNumbers ? this : Copies.Converted(this, DType.Bool);
}
