using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>A multi-dimensional array on a device, which remembers how it was computed when its derivative may be asked for.</summary>
/// <remarks>
/// Views share their memory with the tensor they look at. Values cross to the host only in Item, ToArray, CopyTo and printing. Dimensions may be counted
/// from the end: -1 is the last one. Memory is reclaimed by the collector, by <see cref="Scope"/> or by <see cref="Dispose"/>.
/// A tensor may be read by several threads at once; changing it in place while others use it is the caller's to avoid.
/// </remarks>
public partial class Tensor : IDisposable
{
    private Storage _storage;
    private Layout _layout;
    private Node? _node;
    private Meta? _meta;

    /// <summary>What only some tensors have: leaves that require grad, views, tensors with hooks, outputs of functions that have several.</summary>
    private sealed class Meta
    {
        public Tensor? Grad;
        public AccumulateGradient? Accumulator;
        public GradientHooks? LeafHooks;
        public bool RequiresGrad, RetainsGrad, OwnsGrad;
        public Tensor? Base;
        public ViewKind Kind;
        public int ViewVersion, Output;
    }

    internal Tensor(Storage storage, Layout layout) => (_storage, _layout) = (storage, layout);

    /// <summary>A new, contiguous, uninitialized tensor.</summary>
    internal Tensor(Layout layout, DType dtype, Device device) : this(new Storage(device, dtype, layout.Count), layout.Dense()) { }

    /// <summary>A leaf over the memory of <paramref name="values"/>, for kinds of tensors that mean something, such as parameters.</summary>
    /// <exception cref="InvalidOperationException">Integers cannot require grad.</exception>
    protected Tensor(Tensor values, bool requiresGrad) : this(values._storage, values._layout) => RequiresGrad = requiresGrad;

    /// <summary>The size of each dimension.</summary>
    public Shape Shape => new(_layout);

    /// <summary>The number of dimensions.</summary>
    public int Rank => _layout.Rank;

    /// <summary>The number of elements.</summary>
    public int Count => _layout.Count;

    /// <summary>The element type.</summary>
    public DType DType => _storage.DType;

    /// <summary>Where the values live.</summary>
    public Device Device => _storage.Device;

    /// <summary>How often the memory was changed in place, by this tensor or another that shares it.</summary>
    public int Version => _storage.Version;

    /// <summary>True when the elements lie one after another in row-major order.</summary>
    public bool IsContiguous => _layout.IsContiguous;

    /// <summary>The memory, shared by all views. For code that calls the backend itself.</summary>
    public Storage Storage => _storage;

    /// <summary>How the elements lie in <see cref="Storage"/>.</summary>
    public Layout Layout => _layout;

    /// <summary>What the backend reads or writes.</summary>
    public Operand Operand => new(_storage, _layout);

    /// <summary>The size of one dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public int Size(int dim) => _layout.Sizes[_layout.CheckDim(dim)];

    /// <summary>Lets the memory leave the current <see cref="Scope"/>; returns this.</summary>
    public Tensor Keep()
    {
        Scope.Current?.Keep(_storage);
        return this;
    }

    /// <summary>Hands the memory back now, for all tensors that share it. Later uses raise an exception. Optional: the collector does it as well.</summary>
    public void Dispose()
    {
        _storage.Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes over the memory, shape, dtype and device of <paramref name="values"/>, as a leaf. For moving parameters to a device and loading them.</summary>
    /// <exception cref="InvalidOperationException">This tensor is the result of a recorded operation or a view.</exception>
    public void SetData(Tensor values)
    {
        if (GradientNode != null || IsView)
            throw new InvalidOperationException("SetData replaces the memory of a leaf; this tensor is a view or the result of a recorded operation. Use Copy_ to change values in place.");
        if (LeafRequiresGrad && !values.DType.IsFloat()) throw OnlyFloats(values.DType);
        if (!values._layout.SameSizes(_layout) || values.DType != DType || values.Device != Device)
        {
            // The accumulator of earlier graphs knows the old shape, dtype and device.
            if (_meta != null) _meta.Accumulator = null;
            Grad = null;
        }
        (_storage, _layout) = (values._storage, values._layout);
    }
}
