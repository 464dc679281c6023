using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU
{
    /// <summary>The grid of an explicitly grouped kernel: how many groups of how many items.</summary>
    public readonly struct KernelConfig
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

        /// <summary>The number of groups in each dimension.</summary>
        public Index3D GridDim { get; }

        /// <summary>The number of items of a group in each dimension.</summary>
        public Index3D GroupDim { get; }

        /// <summary>The dynamic shared memory of a group.</summary>
        public SharedMemoryConfig SharedMemoryConfig { get; }

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

        private SharedMemoryConfig(int bytes)
        {
            Bytes = bytes;
        }

        /// <summary>The size, in bytes.</summary>
        internal int Bytes { get; }

        /// <summary>Room for <paramref name="numElements"/> elements.</summary>
        public static SharedMemoryConfig RequestDynamic<T>(int numElements)
            where T : unmanaged
        {
            ArgumentOutOfRangeException.ThrowIfNegative(numElements);
            return new(checked(numElements * Unsafe.SizeOf<T>()));
        }
    }
}

namespace ILGPU.Runtime
{
    /// <summary>What a kernel promises about its launches.</summary>
    public readonly struct KernelSpecialization
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
    }
}
