namespace ILGPU.Runtime;

/// <summary>What the launch delegates of a kernel belong to.</summary>
internal abstract class KernelLauncher(CompiledKernel kernel)
{
    public CompiledKernel Kernel => kernel;
}
