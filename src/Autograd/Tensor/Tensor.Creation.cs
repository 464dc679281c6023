using Gpu.Kernels;

namespace Gpu;

public partial class Tensor
{
    /// <summary>All elements 0.</summary>
    public static Tensor Zeros(ReadOnlySpan<int> shape, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false) =>
        Full(shape, 0, dtype, device, requiresGrad);

    /// <summary>All elements 1.</summary>
    public static Tensor Ones(ReadOnlySpan<int> shape, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false) =>
        Full(shape, 1, dtype, device, requiresGrad);

    /// <summary>All elements <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An integer dtype cannot hold the value: it has a fraction, is NaN or too large.</exception>
    public static Tensor Full(ReadOnlySpan<int> shape, Scalar value, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false) =>
        Filled(Layout.Contiguous(shape), value, dtype, device ?? Device.Cpu).Leaf(requiresGrad);

    /// <summary>Uninitialized memory.</summary>
    public static Tensor Empty(ReadOnlySpan<int> shape, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false) =>
        new Tensor(Layout.Contiguous(shape), dtype, device ?? Device.Cpu).Leaf(requiresGrad);

    /// <summary>0-dimensional: a single number. Without <paramref name="dtype"/>, an integer becomes int64, a float float32, a truth value bool.</summary>
    public static Tensor Scalar(Scalar value, DType? dtype = null, Device? device = null, bool requiresGrad = false) =>
        Filled(Layout.Scalar, value, dtype ?? (value.DType == DType.Float64 ? Promotion.DefaultFloat : value.DType), device ?? Device.Cpu).Leaf(requiresGrad);

    /// <summary>Zeros with the shape, dtype and device of <paramref name="other"/>.</summary>
    public static Tensor ZerosLike(Tensor other) => Filled(other._layout, 0, other.DType, other.Device);

    /// <summary>Ones with the shape, dtype and device of <paramref name="other"/>.</summary>
    public static Tensor OnesLike(Tensor other) => Filled(other._layout, 1, other.DType, other.Device);

    /// <summary>One value with the shape, dtype and device of <paramref name="other"/>.</summary>
    public static Tensor FullLike(Tensor other, Scalar value) => Filled(other._layout, value, other.DType, other.Device);

    /// <summary>Uninitialized memory with the shape, dtype and device of <paramref name="other"/>.</summary>
    public static Tensor EmptyLike(Tensor other) => new(other._layout, other.DType, other.Device);

    /// <summary>Normal numbers with the shape, dtype and device of <paramref name="other"/>.</summary>
    public static Tensor RandnLike(Tensor other, Generator? generator = null) => Random(Distribution.Normal, other._layout, 0.0, 1.0, other.DType, other.Device, generator);

    /// <summary>Numbers on [0, 1) with the shape, dtype and device of <paramref name="other"/>.</summary>
    public static Tensor RandLike(Tensor other, Generator? generator = null) => Random(Distribution.Uniform, other._layout, 0.0, 1.0, other.DType, other.Device, generator);

    /// <summary>Ones on the diagonal of an n x m matrix; m is n where it is left out.</summary>
    public static Tensor Eye(int n, int? m = null, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false)
    {
        int columns = m ?? n;
        var y = Zeros([n, columns], dtype, device);
        var diagonal = Layout.Strided([Math.Min(n, columns)], [columns + 1], 0);
        y.Device.Backend.Fill(new(y._storage, diagonal), 1);
        return y.Leaf(requiresGrad);
    }

    /// <summary>0, 1, ... up to but without <paramref name="end"/>; int64 for an integer, else float32.</summary>
    public static Tensor Arange(Scalar end, DType? dtype = null, Device? device = null, bool requiresGrad = false) => Arange(0, end, 1, dtype, device, requiresGrad);

    /// <summary>start, start + step, ... up to but without <paramref name="end"/>; int64 when all three are integers, else float32.</summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from the end.</exception>
    public static Tensor Arange(Scalar start, Scalar end, Scalar step, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        if (step.Real == 0 || (end.Real - start.Real) / step.Real < 0)
            throw new ArgumentException($"Arange from {start} to {end} by {step} never ends: the step must lead from the start to the end.");
        bool integers = start.DType != DType.Float64 && end.DType != DType.Float64 && step.DType != DType.Float64;
        int count = checked((int)Math.Ceiling((end.Real - start.Real) / step.Real));
        if (integers)
        {
            var whole = new long[count];
            for (int i = 0; i < count; i++) whole[i] = start.Integer + i * step.Integer;
            return From(whole, dtype ?? DType.Int64, device, requiresGrad);
        }
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = start.Real + i * step.Real;
        return From(values, dtype ?? Promotion.DefaultFloat, device, requiresGrad);
    }

    /// <summary><paramref name="count"/> numbers from <paramref name="start"/> to <paramref name="end"/>, both included, equally far apart.</summary>
    public static Tensor Linspace(double start, double end, int count, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var values = new double[count];
        // From both ends, so that both are met exactly.
        double step = count > 1 ? (end - start) / (count - 1) : 0;
        for (int i = 0; i < count; i++) values[i] = i < (count + 1) / 2 ? start + i * step : end - (count - 1 - i) * step;
        return From(values, dtype, device, requiresGrad);
    }

    /// <summary>Uniform on [0, 1).</summary>
    public static Tensor Rand(ReadOnlySpan<int> shape, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false, Generator? generator = null) =>
        Random(Distribution.Uniform, Layout.Contiguous(shape), 0.0, 1.0, dtype, device, generator).Leaf(requiresGrad);

    /// <summary>Uniform on [low, high).</summary>
    /// <exception cref="ArgumentException">low is above high or one is NaN, or the dtype is not a float.</exception>
    public static Tensor Uniform(double low, double high, ReadOnlySpan<int> shape, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false,
        Generator? generator = null) => low <= high
        ? Random(Distribution.Uniform, Layout.Contiguous(shape), low, high, dtype, device, generator).Leaf(requiresGrad)
        : throw new ArgumentException($"Uniform needs low <= high, not [{low}, {high}).");

    /// <summary>Normal with mean 0 and standard deviation 1.</summary>
    public static Tensor Randn(ReadOnlySpan<int> shape, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false, Generator? generator = null) =>
        Random(Distribution.Normal, Layout.Contiguous(shape), 0.0, 1.0, dtype, device, generator).Leaf(requiresGrad);

    /// <summary>Normal with the given mean and standard deviation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A standard deviation that is negative or NaN.</exception>
    public static Tensor Normal(double mean, double standardDeviation, ReadOnlySpan<int> shape, DType dtype = DType.Float32, Device? device = null, bool requiresGrad = false,
        Generator? generator = null) => standardDeviation >= 0
        ? Random(Distribution.Normal, Layout.Contiguous(shape), mean, standardDeviation, dtype, device, generator).Leaf(requiresGrad)
        : throw new ArgumentOutOfRangeException(nameof(standardDeviation), $"A standard deviation must be 0 or more, not {standardDeviation}.");

    /// <summary>Integers, uniform on [low, high).</summary>
    /// <exception cref="ArgumentException">The range is empty, or the dtype is not int32 or int64.</exception>
    public static Tensor RandInt(long low, long high, ReadOnlySpan<int> shape, DType dtype = DType.Int64, Device? device = null, Generator? generator = null)
    {
        if (low >= high) throw new ArgumentException($"RandInt needs low < high, not [{low}, {high}).");
        if (dtype is not (DType.Int32 or DType.Int64)) throw new ArgumentException($"RandInt makes int32 or int64, not {dtype.Name()}.", nameof(dtype));
        return Random(Distribution.Integer, Layout.Contiguous(shape), low, high, dtype, device, generator);
    }

    /// <summary>1 with probability <paramref name="probability"/>, else 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1].</exception>
    public static Tensor Bernoulli(double probability, ReadOnlySpan<int> shape, DType dtype = DType.Float32, Device? device = null, Generator? generator = null)
    {
        if (!(probability >= 0 && probability <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");
        return Random(Distribution.Bernoulli, Layout.Contiguous(shape), probability, 0.0, dtype, device, generator);
    }

    /// <summary>0 .. n - 1 in random order, int64. Shuffled on the host.</summary>
    public static Tensor RandPerm(int n, Device? device = null, Generator? generator = null)
    {
        var order = new long[n];
        for (int i = 0; i < n; i++) order[i] = i;
        // Random keys, sorted: ties are as good as impossible among 2^62.
        Array.Sort(RandInt(0, 1L << 62, [n], generator: generator).ToArray<long>(), order);
        return From(order, device: device);
    }

    /// <summary>Joins tensors along an existing dimension.</summary>
    /// <exception cref="ArgumentException">No tensors, or sizes differ in another dimension; the message names the position and both shapes.</exception>
    public static Tensor Cat(ReadOnlySpan<Tensor> tensors, int dim = 0) => Joining.Cat(tensors, dim);

    /// <summary>Joins tensors of one shape along a new dimension.</summary>
    /// <exception cref="ArgumentException">No tensors, or shapes differ; the message names the position and both shapes.</exception>
    public static Tensor Stack(ReadOnlySpan<Tensor> tensors, int dim = 0) => Joining.Stack(tensors, dim);

    /// <summary>y = condition ? a : b, broadcast.  da = condition ? dy : 0, db = condition ? 0 : dy</summary>
    /// <exception cref="ArgumentException">The condition is not bool, or the shapes do not broadcast.</exception>
    public static Tensor Where(Tensor condition, Tensor a, Tensor b) => Elementwise.Where(condition, a, b);

    /// <summary>y = condition ? a : b with a number for b.</summary>
    public static Tensor Where(Tensor condition, Tensor a, Scalar b) => Elementwise.Where(condition, a, a.Number(b));

    /// <summary>y = condition ? a : b with a number for a.</summary>
    public static Tensor Where(Tensor condition, Scalar a, Tensor b) => Elementwise.Where(condition, b.Number(a), b);

    internal static Tensor Filled(Layout layout, Scalar value, DType dtype, Device device)
    {
        var y = new Tensor(layout, dtype, device);
        device.Backend.Fill(y.Operand, Fitting(value, dtype));
        return y;
    }

    /// <summary>The number itself, when an element of the dtype can hold it: integers take no fraction, NaN or larger number. Every number has a truth value.</summary>
    private static Scalar Fitting(Scalar value, DType dtype)
    {
        double real = value.Real;
        bool fits = dtype switch
        {
            DType.Int32 => value.DType == DType.Float64 ? real == Math.Truncate(real) && Math.Abs(real + 0.5) < 2147483648.0 : value.Integer == (int)value.Integer,
            DType.Int64 => value.DType != DType.Float64 || real == Math.Truncate(real) && real is >= -9223372036854775808.0 and < 9223372036854775808.0,
            _ => true,
        };
        return fits ? value
            : throw new ArgumentOutOfRangeException(nameof(value), $"The number {value} does not fit into an element of {dtype.Name()}. Round it, or use a tensor of {(real == Math.Truncate(real) ? "int64 or " : "")}float32.");
    }

    private static Tensor Random(Distribution distribution, Layout layout, Scalar a, Scalar b, DType dtype, Device? device, Generator? generator)
    {
        if (distribution is Distribution.Uniform or Distribution.Normal && !dtype.IsFloat())
            throw new ArgumentException($"Uniform and normal random numbers are float32 or float64, not {dtype.Name()}. Use RandInt.", nameof(dtype));
        var y = new Tensor(layout, dtype, device ?? Device.Cpu);
        var request = (generator ?? Generator.Default).Next(distribution, y.Count, a, b);
        if (y.Count > 0) y.Device.Backend.Random(request, y.Operand);
        return y;
    }

    /// <summary>A number as a 0-dimensional tensor that does not promote this one more than the number would.</summary>
    internal Tensor Number(Scalar value) => Scalar(value, Promotion.Of(this, value), Device);

    private Tensor Leaf(bool requiresGrad)
    {
        if (requiresGrad) RequiresGrad = true;
        return this;
    }
}
