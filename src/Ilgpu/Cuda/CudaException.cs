namespace ILGPU.Runtime.Cuda;

/// <summary>The CUDA driver reported an error.</summary>
public sealed class CudaException : Exception
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

    internal CudaException(CudaError error, string message)
        : base(message)
    {
        Code = error;
    }

    /// <summary>The name of the driver's code.</summary>
    public string Error => Code.ToString();

    /// <summary>The driver's code.</summary>
    internal CudaError Code { get; }
}
