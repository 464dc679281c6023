namespace Gpu.Kernels;

/// <summary>An elementwise operation whose result nobody has asked for yet: the functor and what it reads. It belongs to the <see cref="Storage"/> that the result goes to.</summary>
/// <remarks>An input may be pending itself; it is then the whole result in row-major order. So a chain is a small graph of storages.</remarks>
internal abstract class Pending
{
    /// <summary>Operations of a chain at most, so that what is live in the loop stays in the first-level cache.</summary>
    public const int MostOperations = 16;

    /// <summary>Memory that a chain reads at most: each is a stream for the processor.</summary>
    public const int MostLeaves = 6;

    private Operand _a, _b, _c;
    private int _cost = -1;

    protected Pending(int inputs, in Operand a, in Operand b, in Operand c) => (Inputs, _a, _b, _c) = (inputs, a, b, c);

    /// <summary>Operations of the chain that ends here, those counted again that are used twice; so at least as many as there are.</summary>
    public int Operations { get; private set; }

    /// <summary>Leaves of the chain that ends here, counted in the same way.</summary>
    public int Leaves { get; private set; }

    /// <summary>Number of inputs, 1 to 3.</summary>
    public int Inputs { get; }

    /// <summary>How often another operation has taken the result in, or noted that it will be read later.</summary>
    public int Uses { get; set; }

    /// <summary>The same storage for those who must not keep it alive.</summary>
    public WeakReference<Storage>? Target { get; set; }

    /// <summary>What the operation costs for one element, in additions.</summary>
    public int Cost => _cost >= 0 ? _cost : _cost = CountCost();

    /// <summary>An input.</summary>
    public Operand Input(int index) => index == 0 ? _a : index == 1 ? _b : _c;

    /// <summary>Counts the chain that ends here, when all inputs are settled.</summary>
    public void Count()
    {
        (Operations, Leaves) = (1, 0);
        for (int i = 0; i < Inputs; i++)
        {
            var pending = Input(i).Storage.Pending;
            Operations += pending?.Operations ?? 0;
            Leaves += pending?.Leaves ?? 1;
        }
    }

    /// <summary>Takes over an exact count.</summary>
    public void Count(int operations, int leaves) => (Operations, Leaves) = (operations, leaves);

    /// <summary>Reads a copy from now on.</summary>
    public void Replace(Storage storage, Storage copy)
    {
        if (ReferenceEquals(_a.Storage, storage)) _a = new(copy, _a.Layout);
        if (Inputs > 1 && ReferenceEquals(_b.Storage, storage)) _b = new(copy, _b.Layout);
        if (Inputs > 2 && ReferenceEquals(_c.Storage, storage)) _c = new(copy, _c.Layout);
    }

    /// <summary>Runs the operation alone.</summary>
    public abstract void Run(IBackend backend, in Operand a, in Operand b, in Operand c, in Operand y);

    /// <summary>Runs the operation on n elements of the host that are neighbours; bit k of <paramref name="stays"/>: input k is a single element.</summary>
    public abstract unsafe void RunTile(DType dtype, byte* a, byte* b, byte* c, byte* y, int stays, int n);

    /// <summary>The type of the formula that the operation makes of the formulas of its inputs.</summary>
    public abstract Type Expression(Type x, Type y, Type z);

    protected abstract int CountCost();
}
