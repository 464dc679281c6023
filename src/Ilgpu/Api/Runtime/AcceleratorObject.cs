namespace ILGPU.Runtime;

/// <summary>Something that belongs to an accelerator.</summary>
public interface IAcceleratorObject
{
    /// <summary>The accelerator.</summary>
    Accelerator Accelerator { get; }

    /// <summary>The kind of the accelerator.</summary>
    AcceleratorType AcceleratorType { get; }
}

/// <summary>Something that belongs to an accelerator.</summary>
public abstract class AcceleratorObject : IAcceleratorObject
{
    private protected AcceleratorObject(Accelerator accelerator)
    {
        Accelerator = accelerator;
    }

    /// <summary>The accelerator.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>The kind of the accelerator.</summary>
    public AcceleratorType AcceleratorType => Accelerator.AcceleratorType;
}
