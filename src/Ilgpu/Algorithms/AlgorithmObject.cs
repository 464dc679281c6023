using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Memory of an accelerator that algorithms reuse from call to call.</summary>
public abstract class AlgorithmObject : AcceleratorObject, IDisposable
{
    private protected AlgorithmObject(Accelerator accelerator)
        : base(accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
    }

    /// <summary>Gives the memory back; further calls do nothing.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the memory back.</summary>
    private protected abstract void Release();
}
