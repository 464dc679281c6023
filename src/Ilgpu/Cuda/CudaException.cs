namespace ILGPU.Runtime.Cuda;

/// <summary>The CUDA driver reported an error.</summary>
public sealed class CudaException : AcceleratorException
{
    /// <summary>An error without a code.</summary>
    public CudaException()
    {
    }

    /// <summary>An error with a message.</summary>
    public CudaException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public CudaException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error with a code.</summary>
    public CudaException(CudaError error)
        : this(error, $"CUDA error {error}.{error.Advice()}")
    {
    }

    internal CudaException(CudaError error, string message)
        : base(message)
    {
        Code = error;
    }

    /// <summary>The name of the driver's code.</summary>
    public string Error => Code.ToString();

    /// <inheritdoc/>
    public override AcceleratorType AcceleratorType => AcceleratorType.Cuda;

    /// <summary>Turns a code into an exception.</summary>
    /// <exception cref="CudaException">The code is not success.</exception>
    public static void ThrowIfFailed(CudaError error)
    {
        if (error != CudaError.CUDA_SUCCESS)
            throw new CudaException(error);
    }

    /// <summary>The driver's code.</summary>
    internal CudaError Code { get; }
}
