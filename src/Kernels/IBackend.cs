using Gpu.Kernels.Functors;

namespace Gpu.Kernels;

/// <summary>How a device computes. Two implementations: SIMD loops over native memory, and the GPU kernels on any accelerator.</summary>
/// <remarks>
/// Callers have checked dtypes and shapes. Elementwise operands have the sizes of the output (broadcast dimensions have stride 0);
/// strides are free, the output's too, but no two elements of an output share memory. An input may be the output itself with the same
/// layout; any other overlap is the caller's to avoid. Sizes may be 0. Orders of summation are those of <see cref="ReductionOrder"/>.
/// </remarks>
public interface IBackend
{
    /// <summary>y = f(x); float32 or float64, one dtype.</summary>
    void Map<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IUnary;

    /// <summary>y = f(a, b); float32 or float64, one dtype.</summary>
    void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IBinary;

    /// <summary>y = f(a, b, c); float32 or float64, one dtype.</summary>
    void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, ITernary;

    /// <summary>y = f(x); any dtype, one dtype. Bool runs on bytes.</summary>
    void MapNum<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, INumUnary;

    /// <summary>y = f(a, b); any dtype, one dtype.</summary>
    void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, INumBinary;

    /// <summary>y = f(a, b, c); any dtype, one dtype.</summary>
    void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, INumTernary;

    /// <summary>y = 1 where the relation holds, else 0; a and b of one dtype, y bool.</summary>
    void Compare<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IRelation;

    /// <summary>y = condition ? a : b; condition bool, the others of one dtype.</summary>
    void Where(in Operand condition, in Operand a, in Operand b, in Operand y);

    /// <summary>y = x, converted to y's dtype as C# converts: floats to integers truncate and saturate (NaN becomes 0), long to int wraps,
    /// anything to bool is x ≠ 0.</summary>
    void Copy(in Operand x, in Operand y);

    /// <summary>y = value, converted to y's dtype.</summary>
    void Fill(in Operand y, Scalar value);

    /// <summary>Folds x over every dimension where y has size 1 and x has not; the ranks agree. One dtype. An empty fold gives the identity.</summary>
    void Reduce<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction;

    /// <summary>The position (int64, row-major over the folded dimensions) of the first largest or smallest element; NaN wins, +0 equals -0. Dimensions as in Reduce; never empty.</summary>
    void ArgReduce(bool largest, in Operand x, in Operand y);

    /// <summary>Runs a formula that takes a sum over its row, such as softmax, along dimension <paramref name="dim"/>; float32 or float64, one dtype. a, b and y have the same sizes,
    /// y is contiguous. b is not read where the largest of the row stands for it.</summary>
    void Normalize<TOp>(TOp op, in Operand a, in Operand b, in Operand y, int dim) where TOp : struct, INormalization;

    /// <summary>A step of an optimizer over several tensors, each element in one pass; float32 or float64, one dtype for all.</summary>
    void Update<TOp>(ReadOnlySpan<UpdateItem<TOp>> items) where TOp : unmanaged, IUpdate;

    /// <summary>y[n] = a[n] @ b[n]: [N, M, K] @ [N, K, P] = [N, M, P]; float32 or float64; any strides, also 0 for a batch that is shared.</summary>
    void MatMul(in Operand a, in Operand b, in Operand y);

    /// <summary>y[n] = f(a[n] @ b[n], c[n]): the finished product goes through f while it is at hand, with the bits of MatMul and then Map. c has the sizes of y and shares no memory with it.</summary>
    void MatMul<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, IBinary;

    /// <summary>y[..., i, ...] = x[..., index[..., i, ...], ...] along dim; index (int64) has y's sizes. x has y's sizes except along dim.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside [0, size). On an asynchronous device at the next read.</exception>
    void Gather(in Operand x, in Operand index, in Operand y, int dim);

    /// <summary>y[..., index[..., i, ...], ...] += x[..., i, ...] along dim, in order of i; index (int64) has x's sizes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside [0, size). On an asynchronous device at the next read.</exception>
    void ScatterAdd(in Operand y, in Operand index, in Operand x, int dim);

    /// <summary>Raises an error with the text <paramref name="otherwise"/> when the relation fails for an element; a and b of one dtype and the same sizes.
    /// The texts are kept for good: give constant ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It fails. On an asynchronous device at the next read.</exception>
    void Require<TOp>(TOp relation, in Operand a, in Operand b, string otherwise) where TOp : struct, IRelation;

    /// <summary>Fills y, which is contiguous, with random numbers; see <see cref="RandomRequest"/> and <see cref="RandomNumbers.Draws"/>.</summary>
    void Random(in RandomRequest request, in Operand y);

    /// <summary>Copies bytes from the host into a storage, from its byte <paramref name="offset"/> on.</summary>
    void Upload(ReadOnlySpan<byte> source, Storage target, long offset);

    /// <summary>Copies bytes of a storage, from its byte <paramref name="offset"/> on, to the host. Waits for the device and raises its pending error.</summary>
    void Download(Storage source, long offset, Span<byte> target);

    /// <summary>Elements from which on results of elementwise operations stay pending.</summary>
    internal int SmallestChain { get; }

    /// <summary>Operations that a pending chain may have.</summary>
    internal int LongestChain { get; }

    /// <summary>Places in memory that a pending chain may read.</summary>
    internal int MostLeaves { get; }

    /// <summary>Computes a chain: the results of its steps go to its blocks.</summary>
    internal void Run(Chain chain);

    /// <summary>Waits until everything asked so far is done, and raises an error that a kernel left behind.</summary>
    void Synchronize();
}

/// <summary>A window onto a storage: what an operation reads or writes.</summary>
public readonly struct Operand(Storage storage, Layout layout)
{
    /// <summary>The memory.</summary>
    public readonly Storage Storage = storage;

    /// <summary>Sizes, strides and offset, in elements.</summary>
    public readonly Layout Layout = layout;

    /// <summary>The element type.</summary>
    public DType DType => Storage.DType;
}

/// <summary>The distributions that devices draw from.</summary>
public enum Distribution
{
    /// <summary>Uniform on [A, B); float32 or float64.</summary>
    Uniform,
    /// <summary>Normal with mean A and standard deviation B; float32 or float64.</summary>
    Normal,
    /// <summary>1 with probability A, else 0; any dtype.</summary>
    Bernoulli,
    /// <summary>Integers, uniform on [A, B); int32 or int64.</summary>
    Integer,
}

/// <summary>Random numbers from a counter (Philox 4x32-10, Salmon et al. 2011): element i depends on the seed, the offset and i only.</summary>
/// <param name="Distribution">What to draw.</param>
/// <param name="Seed">The key.</param>
/// <param name="Offset">The first counter; the caller advances it by <see cref="Blocks"/>.</param>
/// <param name="A">First parameter of the distribution.</param>
/// <param name="B">Second parameter of the distribution.</param>
public readonly record struct RandomRequest(Distribution Distribution, ulong Seed, ulong Offset, Scalar A, Scalar B)
{
    /// <summary>Counters that a request for <paramref name="count"/> elements uses: one block of four words for every two elements.</summary>
    public static ulong Blocks(int count) => ((ulong)count + 1) / 2;
}
