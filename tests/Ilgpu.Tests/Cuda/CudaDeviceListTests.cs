using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cuda;

public class CudaDeviceListTests
{
    [Fact]
    public void A_machine_without_driver_has_no_devices_and_says_what_was_looked_for()
    {
        var platform = CudaPlatform.Find(["libno-such-driver.so.1", "libno-such-driver.so"], ["libno-such-compiler.so"]);
        Assert.Empty(platform.Devices);
        string reason = Assert.Single(platform.LeftOut);
        Assert.Contains("libno-such-driver.so.1, libno-such-driver.so", reason);
    }

    [Fact]
    public void Asking_for_a_device_that_is_not_there_gives_the_reason()
    {
        var platform = CudaPlatform.Find(["libno-such-driver.so.1"], []);
        using var context = Context.Create(builder => builder.Register(platform, _ => true));
        var error = Assert.Throws<NotSupportedException>(() => context.CreateCudaAccelerator(0));
        Assert.Contains("libno-such-driver.so.1", error.Message);
        Assert.Equal(0, context.GetCudaDevices().Count);
    }

    [CudaStandInFact]
    public void Properties_come_from_the_driver()
    {
        using var cuda = new CudaStandIn();
        Assert.Empty(cuda.Platform.LeftOut);
        Assert.Equal(2, cuda.Platform.Devices.Length);
        var device = cuda.Platform.Devices[1];
        Assert.Equal("Stand-in 1", device.Name);
        Assert.Equal(AcceleratorType.Cuda, device.AcceleratorType);
        Assert.Equal(64L << 20, device.MemorySize);
        Assert.Equal(1024, device.MaxNumThreadsPerGroup);
        Assert.Equal(new Index3D(1024, 1024, 64), device.MaxGroupSize);
        Assert.Equal(new Index3D(int.MaxValue, 65535, 65535), device.MaxGridSize);
        Assert.Equal(227 << 10, device.MaxSharedMemoryPerGroup);
        Assert.Equal(64 << 10, device.MaxConstantMemory);
        Assert.Equal(32, device.WarpSize);
        Assert.Equal(4 * 2048, device.MaxNumThreads);
        var capabilities = Assert.IsType<CudaCapabilityContext>(device.Capabilities);
        Assert.Equal("SM_90", capabilities.TargetArchitecture.ToString());
        Assert.True(capabilities.HasFloat16);
        Assert.Equal(
            ["cuInit 0", "cuDriverGetVersion", "cuDeviceGetCount", "cuDeviceGet 0", "cuDeviceGet 1"],
            cuda.TakeCalls());
    }

    [CudaStandInFact]
    public void A_driver_that_does_not_start_gives_no_devices()
    {
        using var cuda = new CudaStandIn();
        cuda.Fail("cuInit", CudaError.CUDA_ERROR_NO_DEVICE);
        Assert.Empty(cuda.Platform.Devices);
        string reason = Assert.Single(cuda.Platform.LeftOut);
        Assert.Contains("cuInit", reason);
        Assert.Contains("CUDA_ERROR_NO_DEVICE (100)", reason);
    }

    [CudaStandInFact]
    public void A_device_that_fails_is_left_out_alone()
    {
        using var cuda = new CudaStandIn();
        cuda.Fail("cuDeviceGet", CudaError.CUDA_ERROR_INVALID_DEVICE);
        Assert.Equal("Stand-in 1", Assert.Single(cuda.Platform.Devices).Name);
        Assert.Contains("device 0", Assert.Single(cuda.Platform.LeftOut));
    }

    [CudaStandInFact]
    public void No_devices_closed_devices_and_old_devices_are_told_apart()
    {
        using var none = new CudaStandIn();
        none.SetDevices(0);
        Assert.Contains("lists no device", Assert.Single(none.Platform.LeftOut));

        using var some = new CudaStandIn();
        some.SetAttribute(0, CudaDeviceAttribute.ComputeMode, 2);
        some.SetAttribute(1, CudaDeviceAttribute.ComputeCapabilityMajor, 3);
        Assert.Empty(some.Platform.Devices);
        Assert.Contains("'prohibited'", some.Platform.LeftOut[0]);
        Assert.Contains("SM_30", some.Platform.LeftOut[1]);
    }

    [CudaStandInFact]
    public void A_driver_without_compiler_gives_no_devices()
    {
        using var cuda = new CudaStandIn();
        var platform = CudaPlatform.Find([cuda.DriverPath], ["libno-such-compiler.so.12"]);
        Assert.Empty(platform.Devices);
        string reason = Assert.Single(platform.LeftOut);
        Assert.Contains("libno-such-compiler.so.12", reason);
        Assert.Contains("12.4", reason);
        Assert.Contains("pip install nvidia-cuda-nvrtc-cu12", reason);
        Assert.Contains("GPU_CUDA_NVRTC", reason);
    }

    [Fact]
    public void A_compiler_is_found_in_a_folder_newest_first()
    {
        string folder = Directory.CreateTempSubdirectory("nvrtc").FullName;
        string[] files = OperatingSystem.IsWindows() ? ["nvrtc64_130_0.dll", "nvrtc64_120_0.dll"] : ["libnvrtc.so.13", "libnvrtc.so.12"];
        try
        {
            Assert.Equal([folder], CudaLibraryNames.CompilersAt(folder));
            foreach (string file in files.Reverse()) File.WriteAllText(Path.Combine(folder, file), "");
            Assert.Equal(files.Select(file => Path.Combine(folder, file)), CudaLibraryNames.CompilersAt(folder));
            string one = Path.Combine(folder, files[1]);
            Assert.Equal([one], CudaLibraryNames.CompilersAt(one));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [CudaStandInFact]
    public void A_compiler_that_is_newer_than_the_driver_is_passed_over()
    {
        using var cuda = new CudaStandIn();
        using var newer = new CudaStandIn();
        newer.SetCompilerVersion(13, 0);
        var refused = CudaPlatform.Find([cuda.DriverPath], [newer.CompilerPath]);
        Assert.Contains("is of CUDA 13.0, the driver of 12.4", Assert.Single(refused.LeftOut));
        Assert.Equal(2, CudaPlatform.Find([cuda.DriverPath], [newer.CompilerPath, cuda.CompilerPath]).Devices.Length);
        cuda.SetDriverVersion(13000);
        Assert.Equal(2, CudaPlatform.Find([cuda.DriverPath], [newer.CompilerPath]).Devices.Length);
    }

    [CudaStandInFact]
    public void A_library_without_the_functions_is_no_driver()
    {
        using var cuda = new CudaStandIn();
        var platform = CudaPlatform.Find([cuda.CompilerPath], [cuda.CompilerPath]);
        Assert.Empty(platform.Devices);
        Assert.Contains("has no function cuInit", Assert.Single(platform.LeftOut));
        Assert.Contains("nvrtcVersion", Assert.Single(CudaPlatform.Find([cuda.DriverPath], [cuda.DriverPath]).LeftOut));
    }
}
