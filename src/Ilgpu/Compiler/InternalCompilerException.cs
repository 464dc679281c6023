namespace ILGPU;

/// <summary>A kernel cannot be compiled. The message says which construct, where, and what to write instead.</summary>
public sealed class InternalCompilerException : Exception
{
    /// <summary>An error without a message of its own.</summary>
    public InternalCompilerException()
    {
    }

    /// <summary>An error with a message.</summary>
    public InternalCompilerException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public InternalCompilerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
