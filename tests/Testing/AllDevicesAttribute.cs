using System.Reflection;
using Gpu.Kernels;
using Xunit.Sdk;

namespace Gpu.Testing;

/// <summary>Runs a theory once on every device of this machine: the device's name comes first, then the values given here.</summary>
/// <example><code>
/// [Theory, AllDevices]
/// public void Adds(string device) { ... }
///
/// [Theory, AllDevices(1, 7), AllDevices(3, 5)]
/// public void Multiplies(string device, int rows, int columns) { ... }
/// </code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AllDevicesAttribute(params object[] values) : DataAttribute
{
    /// <summary>Leaves out devices that cannot compute float64.</summary>
    public bool NeedsFloat64 { get; set; }

    /// <summary>Leaves out devices whose results may differ in their last bits.</summary>
    public bool NeedsSameBits { get; set; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        foreach (var device in TestDevices.All)
            if ((!NeedsFloat64 || device.SupportsFloat64) && (!NeedsSameBits || device.SameBits))
                yield return [device.Name, .. values];
    }
}
