using System.Text.RegularExpressions;
using ILGPU.Compiler;

namespace ILGPU.Runtime.Cuda;

/// <summary>A kernel that NVRTC compiled and the driver loaded.</summary>
internal sealed partial class CudaProgram : DeviceProgram
{
    // Results must be those of C#: no contraction, correctly rounded division and square root, denormals kept.
    private static readonly string[] Exactness = ["--fmad=false", "--prec-div=true", "--prec-sqrt=true", "--ftz=false"];

    // What the context asks for with fast math: contraction, approximate division and square root, denormals flushed to zero.
    private static readonly string[] Speed = ["--use_fast_math"];

    private readonly CudaAccelerator accelerator;
    private readonly nint module;
    private readonly Lock gate = new();
    private volatile int dynamicSharedBytes = CudaDevice.PlainSharedBytes;

    public CudaProgram(CudaAccelerator accelerator, KernelSignature signature, KernelProgram source)
        : base(source)
    {
        this.accelerator = accelerator;
        GeneratedSource.Dump(source, ".cu");
        var driver = accelerator.Driver;
        accelerator.Enter();
        try
        {
            module = Obtain(accelerator, signature, source);
            Function = driver.ModuleFunction(module, source.EntryName);
            MaxGroupSize = driver.Attribute(CudaFunctionAttribute.MaxThreadsPerBlock, Function);
            dynamicSharedBytes -= source.SharedBytes;
        }
        catch (CudaException exception)
        {
            if (module != 0)
                driver.ModuleUnload(module);
            throw new CudaException(exception.Code, $"Loading kernel {signature.Name} on {accelerator}: {exception.Message}");
        }
    }

    /// <summary>The driver's handle of the kernel.</summary>
    public nint Function { get; }

    public override int MaxGroupSize { get; }

    /// <summary>Lets launches have so much dynamic shared memory; beyond the plain limit the driver wants to be told, once.</summary>
    public void AllowShared(int bytes)
    {
        if (bytes <= dynamicSharedBytes) return;
        lock (gate)
        {
            int most = accelerator.MaxSharedMemoryPerGroup - Source.SharedBytes;
            accelerator.Driver.SetAttribute(CudaFunctionAttribute.MaxDynamicSharedSizeBytes, Function, most);
            dynamicSharedBytes = most;
        }
    }

    public override void Dispose()
    {
        if (accelerator.IsReleased)
            return;
        accelerator.Enter();
        accelerator.Driver.ModuleUnload(module);
    }

    /// <summary>The options for a device: its machine code, or, for a device that is newer than NVRTC, PTX of the newest architecture below it.</summary>
    internal static string[] OptionsFor(CudaDevice device, MathMode math, out bool binary)
    {
        int wanted = device.Capability.Number;
        var known = device.Compiler.Architectures;
        binary = known.Contains(wanted);
        string architecture = binary ? $"sm_{wanted}" : $"compute_{known.Last(number => number < wanted)}";
        return [$"--gpu-architecture={architecture}", .. math == MathMode.Default ? Exactness : Speed, "--std=c++17"];
    }

    /// <summary>The program as PTX of the device's architecture, or of the newest below it that NVRTC knows.</summary>
    internal static string Ptx(CudaAccelerator accelerator, KernelSignature signature, KernelProgram source)
    {
        var device = accelerator.Device;
        string[] options = OptionsFor(device, accelerator.Context.Properties.MathMode, out _);
        options[0] = options[0].Replace("=sm_", "=compute_", StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetString(Compile(device, signature, source, options, binary: false)).TrimEnd('\0');
    }

    private static nint Obtain(CudaAccelerator accelerator, KernelSignature signature, KernelProgram source)
    {
        var device = accelerator.Device;
        var driver = accelerator.Driver;
        string[] options = OptionsFor(device, accelerator.Context.Properties.MathMode, out bool binary);
        string versions = FormattableString.Invariant($"driver {driver.Version}, NVRTC {device.Compiler.Version}, {(binary ? "cubin" : "PTX")}");
        string key = ProgramCache.Key("CUDA", device.Name, versions, string.Join(' ', options), source.Source);
        byte[]? image = null;
        return ProgramCache.Obtain(
            accelerator.Programs,
            key,
            kept => TryLoad(driver, kept),
            () => driver.ModuleLoad(image = Compile(device, signature, source, options, binary)),
            _ => image);
    }

    /// <summary>0 where the driver does not take the image: it may have been changed without a new version.</summary>
    private static nint TryLoad(CudaDriver driver, byte[] image)
    {
        try
        {
            return driver.ModuleLoad(image);
        }
        catch (CudaException exception) when (!exception.Code.IsSticky())
        {
            return 0;
        }
    }

    private static byte[] Compile(CudaDevice device, KernelSignature signature, KernelProgram source, string[] options, bool binary)
    {
        if (device.Compiler.Compile(source.Source, source.EntryName + ".cu", options, binary, out string log) is { } image)
            return image;
        throw new InternalCompilerException(
            $"Kernel '{signature.Name}' was translated, but NVRTC refuses the result for {device}. "
            + $"This is a defect of the translation, not of the kernel.\n{log}\n"
            + GeneratedSource.LinesAround(source, ErrorPlace().Match(log).Groups[1].Value));
    }

    [GeneratedRegex(@"\((\d+)\): (?:catastrophic )?error")]
    private static partial Regex ErrorPlace();
}
