using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Accelerated;

public class DeviceCatalogTests
{
    [Theory, InlineData("gpu"), InlineData(""), InlineData("CPU"), InlineData("opencl:"), InlineData("opencl:x"), InlineData("opencl:-1"), InlineData("cpu:0"), InlineData("cuda:0:1")]
    public void UnknownNameListsTheNames(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => Device.Get(name));
        Assert.Contains($"'{name}'", error.Message);
        foreach (string known in new[] { "cpu", "accelerator", "opencl:N", "cuda:N" })
            Assert.Contains(known, error.Message);
    }

    [Theory, InlineData("opencl:99", "OpenCL"), InlineData("cuda:99", "CUDA")]
    public void MissingDeviceSaysWhatWasLookedFor(string name, string kind)
    {
        var error = Assert.Throws<DeviceNotFoundException>(() => Device.Get(name));
        Assert.Contains($"'{name}'", error.Message);
        Assert.Contains(kind, error.Message);
        Assert.Contains("lib", error.Message);
    }

    [Fact]
    public void HostComesFirstAndTheAcceleratorIsAlwaysThere()
    {
        Assert.Same(Device.Cpu, Device.All[0]);
        Assert.Contains(Device.All, device => device.Name == "accelerator");
        Assert.Equal(Device.All.Count, Device.All.Select(device => device.Name).Distinct().Count());
    }

    [Theory, AllDevices]
    public void IsOpenedOnce(string device) => Assert.Same(Device.Get(device), Device.All.Single(other => other.Name == device));

    [Fact]
    public void KindAloneIsItsFirstDevice()
    {
        foreach (string kind in new[] { "opencl", "cuda" })
            if (Device.All.Any(device => device.Name == $"{kind}:0"))
                Assert.Same(Device.Get($"{kind}:0"), Device.Get(kind));
            else
                Assert.Throws<DeviceNotFoundException>(() => Device.Get(kind));
    }

    [Fact]
    public void CpuAcceleratorComputesTheSameBits()
    {
        string? why = Device.Get("accelerator").WhyNotSameBits;
#if ILGPU_PACKAGE
        // The package has no fused multiply-add that all its devices compile.
        Assert.Contains("rounds differently: fused multiply-add.", why);
#else
        Assert.Null(why);
#endif
    }

    [Theory, AllDevices]
    public void OtherBitsHaveAReason(string device)
    {
        var found = Device.Get(device);
        Assert.Equal(found.WhyNotSameBits == null, found.SameBits);
        if (found.WhyNotSameBits is { } why) Assert.Contains("rounds differently", why);
    }
}
