namespace ILGPU.Runtime.Cuda;

/// <content>The architectures that there are.</content>
public readonly partial struct CudaArchitecture
{
    /// <summary>Compute capability 1.0.</summary>
    public static readonly CudaArchitecture SM_10 = new(1, 0);

    /// <summary>Compute capability 1.1.</summary>
    public static readonly CudaArchitecture SM_11 = new(1, 1);

    /// <summary>Compute capability 1.2.</summary>
    public static readonly CudaArchitecture SM_12 = new(1, 2);

    /// <summary>Compute capability 1.3.</summary>
    public static readonly CudaArchitecture SM_13 = new(1, 3);

    /// <summary>Compute capability 2.0.</summary>
    public static readonly CudaArchitecture SM_20 = new(2, 0);

    /// <summary>Compute capability 3.0.</summary>
    public static readonly CudaArchitecture SM_30 = new(3, 0);

    /// <summary>Compute capability 3.2.</summary>
    public static readonly CudaArchitecture SM_32 = new(3, 2);

    /// <summary>Compute capability 3.5.</summary>
    public static readonly CudaArchitecture SM_35 = new(3, 5);

    /// <summary>Compute capability 3.7.</summary>
    public static readonly CudaArchitecture SM_37 = new(3, 7);

    /// <summary>Compute capability 5.0.</summary>
    public static readonly CudaArchitecture SM_50 = new(5, 0);

    /// <summary>Compute capability 5.2.</summary>
    public static readonly CudaArchitecture SM_52 = new(5, 2);

    /// <summary>Compute capability 5.3.</summary>
    public static readonly CudaArchitecture SM_53 = new(5, 3);

    /// <summary>Compute capability 6.0.</summary>
    public static readonly CudaArchitecture SM_60 = new(6, 0);

    /// <summary>Compute capability 6.1.</summary>
    public static readonly CudaArchitecture SM_61 = new(6, 1);

    /// <summary>Compute capability 6.2.</summary>
    public static readonly CudaArchitecture SM_62 = new(6, 2);

    /// <summary>Compute capability 7.0.</summary>
    public static readonly CudaArchitecture SM_70 = new(7, 0);

    /// <summary>Compute capability 7.2.</summary>
    public static readonly CudaArchitecture SM_72 = new(7, 2);

    /// <summary>Compute capability 7.5.</summary>
    public static readonly CudaArchitecture SM_75 = new(7, 5);

    /// <summary>Compute capability 8.0.</summary>
    public static readonly CudaArchitecture SM_80 = new(8, 0);

    /// <summary>Compute capability 8.6.</summary>
    public static readonly CudaArchitecture SM_86 = new(8, 6);

    /// <summary>Compute capability 8.7.</summary>
    public static readonly CudaArchitecture SM_87 = new(8, 7);

    /// <summary>Compute capability 8.9.</summary>
    public static readonly CudaArchitecture SM_89 = new(8, 9);

    /// <summary>Compute capability 9.0.</summary>
    public static readonly CudaArchitecture SM_90 = new(9, 0);

    /// <summary>Compute capability 10.0.</summary>
    public static readonly CudaArchitecture SM_100 = new(10, 0);

    /// <summary>Compute capability 10.1.</summary>
    public static readonly CudaArchitecture SM_101 = new(10, 1);

    /// <summary>Compute capability 10.3.</summary>
    public static readonly CudaArchitecture SM_103 = new(10, 3);

    /// <summary>Compute capability 12.0.</summary>
    public static readonly CudaArchitecture SM_120 = new(12, 0);

    /// <summary>Compute capability 12.1.</summary>
    public static readonly CudaArchitecture SM_121 = new(12, 1);
}
