using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU
{
    /// <summary>The grid of an explicitly grouped kernel: how many groups of how many items.</summary>
    public readonly struct KernelConfig : IIntrinsicIndex
    {
        /// <summary>Groups and items in one dimension.</summary>
        public KernelConfig(Index1D gridDim, Index1D groupDim)
            : this(gridDim, groupDim, SharedMemoryConfig.Empty)
        {
        }

        /// <summary>Groups and items in one dimension, with dynamic shared memory.</summary>
        public KernelConfig(Index1D gridDim, Index1D groupDim, SharedMemoryConfig sharedMemoryConfig)
            : this(new Index3D(gridDim.X, 1, 1), new Index3D(groupDim.X, 1, 1), sharedMemoryConfig)
        {
        }

        /// <summary>Groups and items in two dimensions.</summary>
        public KernelConfig(Index2D gridDim, Index2D groupDim)
            : this(gridDim, groupDim, SharedMemoryConfig.Empty)
        {
        }

        /// <summary>Groups and items in two dimensions, with dynamic shared memory.</summary>
        public KernelConfig(Index2D gridDim, Index2D groupDim, SharedMemoryConfig sharedMemoryConfig)
            : this(new Index3D(gridDim.X, gridDim.Y, 1), new Index3D(groupDim.X, groupDim.Y, 1), sharedMemoryConfig)
        {
        }

        /// <summary>Groups and items in three dimensions.</summary>
        public KernelConfig(Index3D gridDim, Index3D groupDim)
            : this(gridDim, groupDim, SharedMemoryConfig.Empty)
        {
        }

        /// <summary>Groups and items in three dimensions, with dynamic shared memory.</summary>
        public KernelConfig(Index3D gridDim, Index3D groupDim, SharedMemoryConfig sharedMemoryConfig)
        {
            GridDim = gridDim;
            GroupDim = groupDim;
            SharedMemoryConfig = sharedMemoryConfig;
        }

        /// <summary>Groups and items in three dimensions.</summary>
        public KernelConfig(int gridDimX, int gridDimY, int gridDimZ, int groupDimX, int groupDimY, int groupDimZ)
            : this(new Index3D(gridDimX, gridDimY, gridDimZ), new Index3D(groupDimX, groupDimY, groupDimZ))
        {
        }

        /// <summary>The number of groups in each dimension.</summary>
        public Index3D GridDim { get; }

        /// <summary>The number of items of a group in each dimension.</summary>
        public Index3D GroupDim { get; }

        /// <summary>The dynamic shared memory of a group.</summary>
        public SharedMemoryConfig SharedMemoryConfig { get; }

        /// <summary>The kind of launch dimensions.</summary>
        public IndexType IndexType => IndexType.KernelConfig;

        /// <summary>True where there is at least one group of at least one item.</summary>
        public bool IsValid => GridDim.X > 0 && GridDim.Y > 0 && GridDim.Z > 0 && GroupDim.X > 0 && GroupDim.Y > 0 && GroupDim.Z > 0;

        /// <summary>The number of items of all groups.</summary>
        public long Size => GridDim.LongSize * GroupDim.LongSize;

        /// <summary>True where the launch asks for dynamic shared memory.</summary>
        public bool UsesDynamicSharedMemory => SharedMemoryConfig.UsesDynamicSharedMemory;

        /// <summary>Groups and items.</summary>
        public (Index3D GridDim, Index3D GroupDim) ToDimensions() => (GridDim, GroupDim);

        /// <summary>Groups, items and shared memory.</summary>
        public (Index3D GridDim, Index3D GroupDim, SharedMemoryConfig Config) ToValueTuple() => (GridDim, GroupDim, SharedMemoryConfig);

        /// <summary>Groups and items apart.</summary>
        public void Deconstruct(out Index3D gridDim, out Index3D groupDim) => (gridDim, groupDim) = (GridDim, GroupDim);

        /// <summary>Groups, items and shared memory apart.</summary>
        public void Deconstruct(out Index3D gridDim, out Index3D groupDim, out SharedMemoryConfig sharedMemoryConfig) =>
            (gridDim, groupDim, sharedMemoryConfig) = (GridDim, GroupDim, SharedMemoryConfig);

        /// <summary>Groups and items.</summary>
        public static implicit operator (Index3D, Index3D)(KernelConfig config) => config.ToDimensions();

        /// <summary>Groups, items and shared memory.</summary>
        public static implicit operator (Index3D, Index3D, SharedMemoryConfig)(KernelConfig config) => config.ToValueTuple();

        /// <summary>Groups in three dimensions, items in one.</summary>
        public static implicit operator KernelConfig((Index3D, Index1D) dims) => new(dims.Item1, new Index3D(dims.Item2.X, 1, 1));

        /// <summary>Groups in three dimensions, items in two.</summary>
        public static implicit operator KernelConfig((Index3D, Index2D) dims) => new(dims.Item1, new Index3D(dims.Item2.X, dims.Item2.Y, 1));

        /// <summary>(groups, items) in one dimension.</summary>
        public static implicit operator KernelConfig((Index1D, Index1D) dims) => new(dims.Item1, dims.Item2);

        /// <summary>(groups, items) in two dimensions.</summary>
        public static implicit operator KernelConfig((Index2D, Index2D) dims) => new(dims.Item1, dims.Item2);

        /// <summary>(groups, items) in three dimensions.</summary>
        public static implicit operator KernelConfig((Index3D, Index3D) dims) => new(dims.Item1, dims.Item2);

        /// <summary>(groups, items, shared memory) in one dimension.</summary>
        public static implicit operator KernelConfig((Index1D, Index1D, SharedMemoryConfig) dims) => new(dims.Item1, dims.Item2, dims.Item3);

        /// <summary>(groups, items, shared memory) in three dimensions.</summary>
        public static implicit operator KernelConfig((Index3D, Index3D, SharedMemoryConfig) dims) => new(dims.Item1, dims.Item2, dims.Item3);
    }

    /// <summary>Shared memory whose size is chosen at the launch.</summary>
    public readonly struct SharedMemoryConfig
    {
        /// <summary>No dynamic shared memory.</summary>
        public static readonly SharedMemoryConfig Empty;

        /// <summary>Room for some elements of some bytes each.</summary>
        public SharedMemoryConfig(int numElements, int elementSize)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(numElements);
            ArgumentOutOfRangeException.ThrowIfNegative(elementSize);
            NumElements = numElements;
            ElementSize = elementSize;
            Bytes = checked(numElements * elementSize);
        }

        /// <summary>The number of elements.</summary>
        public int NumElements { get; }

        /// <summary>The size of an element, in bytes.</summary>
        public int ElementSize { get; }

        /// <summary>The size, in bytes.</summary>
        public int ArraySize => Bytes;

        /// <summary>True where there is room for something.</summary>
        public bool UsesDynamicSharedMemory => Bytes > 0;

        /// <summary>The size, in bytes.</summary>
        internal int Bytes { get; }

        /// <summary>Room for <paramref name="numElements"/> elements.</summary>
        public static SharedMemoryConfig RequestDynamic<T>(int numElements)
            where T : unmanaged
            => new(numElements, Unsafe.SizeOf<T>());
    }
}

namespace ILGPU.Runtime
{
    /// <summary>What a kernel promises about its launches.</summary>
    public readonly struct KernelSpecialization : IEquatable<KernelSpecialization>
    {
        /// <summary>No promise.</summary>
        public static readonly KernelSpecialization Empty;

        /// <summary>At most so many items a group, at least so many groups at once on a multiprocessor.</summary>
        public KernelSpecialization(int? maxNumThreadsPerGroup, int? minNumGroupsPerMultiprocessor)
        {
            MaxNumThreadsPerGroup = maxNumThreadsPerGroup;
            MinNumGroupsPerMultiprocessor = minNumGroupsPerMultiprocessor;
        }

        /// <summary>The greatest number of items of a group.</summary>
        public int? MaxNumThreadsPerGroup { get; }

        /// <summary>The least number of groups at once on a multiprocessor.</summary>
        public int? MinNumGroupsPerMultiprocessor { get; }

        /// <summary>True where the accelerator takes groups of that size.</summary>
        public bool IsCompatibleWith(Accelerator accelerator)
        {
            ArgumentNullException.ThrowIfNull(accelerator);
            return (MaxNumThreadsPerGroup ?? 0) <= accelerator.MaxNumThreadsPerGroup;
        }

        /// <summary>True where both promise the same.</summary>
        public bool Equals(KernelSpecialization other) =>
            MaxNumThreadsPerGroup == other.MaxNumThreadsPerGroup && MinNumGroupsPerMultiprocessor == other.MinNumGroupsPerMultiprocessor;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is KernelSpecialization other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(MaxNumThreadsPerGroup, MinNumGroupsPerMultiprocessor);

        /// <summary>True where both promise the same.</summary>
        public static bool operator ==(KernelSpecialization first, KernelSpecialization second) => first.Equals(second);

        /// <summary>True where the promises differ.</summary>
        public static bool operator !=(KernelSpecialization first, KernelSpecialization second) => !first.Equals(second);
    }
}
