using System.Reflection;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.IL;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace ILGPU.Backends
{
    /// <summary>A kernel as it was compiled, to be looked at and loaded.</summary>
    public abstract class CompiledKernel
    {
        private protected CompiledKernel(Accelerator accelerator, KernelSignature signature)
        {
            Accelerator = accelerator;
            Signature = signature;
            Info = new KernelInfo(this);
        }

        /// <summary>The context.</summary>
        public Context Context => Accelerator.Context;

        /// <summary>The C# method.</summary>
        public MethodInfo SourceMethod => Signature.Method;

        /// <summary>The name in the generated code: <see cref="KernelNameAttribute.GetKernelName"/>.</summary>
        public string Name => KernelNameAttribute.GetKernelName(SourceMethod);

        /// <summary>The number of arguments.</summary>
        public int NumParameters => Signature.Parameters.Length;

        /// <summary>The type of the extent that launches take; <see cref="IndexType.KernelConfig"/> for explicitly grouped kernels.</summary>
        public IndexType IndexType => Signature.IndexType?.GetIndexType() ?? IndexType.KernelConfig;

        /// <summary>What the kernel promises about its launches.</summary>
        public KernelSpecialization Specialization => new(Signature.MaxGroupSize > 0 ? Signature.MaxGroupSize : null, null);

        /// <summary>What is known about the kernel.</summary>
        public KernelInfo? Info { get; }

        internal Accelerator Accelerator { get; }

        internal KernelSignature Signature { get; }

        /// <summary>The name and the parameters of the C# method.</summary>
        public override string ToString() => SourceMethod.ToString() ?? Name;

        internal static CompiledKernel Of(Accelerator accelerator, KernelSignature signature) => accelerator.AcceleratorType switch
        {
            AcceleratorType.Cuda => new PTXCompiledKernel(accelerator, signature),
            AcceleratorType.OpenCL => new CLCompiledKernel(accelerator, signature),
            _ => new ILCompiledKernel(accelerator, signature),
        };

        // As loading does it.
        private protected unsafe KernelProgram Translate(AcceleratorType target) => KernelCompiler.Compile(
            Signature, target, null, CheckedMode.IsOn(Context.Properties), Context.Properties, Accelerator is CLAccelerator { Device.IsProcessor: true });

        /// <summary>What is known about a compiled kernel.</summary>
        public sealed class KernelInfo
        {
            private readonly CompiledKernel kernel;

            internal KernelInfo(CompiledKernel kernel) => this.kernel = kernel;

            /// <summary>Writes name, arguments and shared memory.</summary>
            public void Dump(TextWriter textWriter)
            {
                ArgumentNullException.ThrowIfNull(textWriter);
                var loaded = kernel.Accelerator.Prepare(kernel.Signature);
                textWriter.WriteLine($"Kernel {kernel.Signature.Name} ({kernel.IndexType})");
                textWriter.WriteLine($"  Arguments:      {string.Join(", ", kernel.Signature.Parameters.Select(parameter => $"{TypeNames.Of(parameter.Type)} {parameter.Name}"))}");
                textWriter.WriteLine($"  Shared memory:  {loaded.StaticSharedBytes} bytes");
                textWriter.WriteLine($"  Greatest group: {loaded.LargestGroupSize} items");
            }
        }
    }
}

namespace ILGPU.Backends.IL
{
    /// <summary>A kernel that the processor runs as it is.</summary>
    public sealed class ILCompiledKernel : CompiledKernel
    {
        internal ILCompiledKernel(Accelerator accelerator, KernelSignature signature)
            : base(accelerator, signature)
        {
        }
    }
}

namespace ILGPU.Backends.OpenCL
{
    /// <summary>A kernel as OpenCL C.</summary>
    public sealed class CLCompiledKernel : CompiledKernel
    {
        internal CLCompiledKernel(Accelerator accelerator, KernelSignature signature)
            : base(accelerator, signature)
        {
        }

        /// <summary>The OpenCL C that the driver compiles; specialized values are not compiled in yet.</summary>
        public string Source => Translate(AcceleratorType.OpenCL).Source;

        /// <summary>The version of OpenCL C that it is written in.</summary>
        public CLCVersion CVersion => CLCVersion.CL12;
    }
}

namespace ILGPU.Backends.PTX
{
    /// <summary>A kernel as PTX.</summary>
    public sealed class PTXCompiledKernel : CompiledKernel
    {
        internal PTXCompiledKernel(Accelerator accelerator, KernelSignature signature)
            : base(accelerator, signature)
        {
        }

        /// <summary>The PTX that NVRTC makes of the kernel; specialized values are not compiled in yet.</summary>
        public string PTXAssembly => CudaProgram.Ptx((CudaAccelerator)Accelerator, Signature, Translate(AcceleratorType.Cuda));
    }
}
