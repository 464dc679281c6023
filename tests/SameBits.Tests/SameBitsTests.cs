using Gpu.Digests;
using Gpu.Testing;
using Xunit;

namespace Gpu.SameBits.Tests;

/// <summary>
/// The same program with the same seed gives the same bits: at every vector width, with one thread and with several, with chains of operations fused or not, and on every device that promises it.
/// What is compared are digests of every operation with its gradients, of random shapes and strides, of networks after 100 steps and of every tutorial.
/// </summary>
[Collection(SerialCollection.Name)]
public class SameBitsTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_expected = new(() => DigestProcess.Run([]).Digests);

    [Fact]
    public void Digests_cover_all_parts()
    {
        var parts = s_expected.Value.Keys.Select(name => name[..name.IndexOf('/')]).Distinct();
        Assert.Equal(DigestProgram.Parts.Order(), parts.Order());
    }

    /// <summary>A digest that were the same for everything would prove nothing. Only operations that compute the same from the same inputs may agree.</summary>
    [Fact]
    public void Digests_tell_computations_apart()
    {
        var shapes = s_expected.Value.Where(entry => entry.Key.StartsWith("shapes/", StringComparison.Ordinal)).Select(entry => entry.Value).ToList();
        Assert.Equal(shapes.Count, shapes.Distinct().Count());
    }

    [Theory]
    [InlineData("256", "DOTNET_EnableAVX512", "DOTNET_EnableAVX512F")]
    [InlineData("128", "DOTNET_EnableAVX512", "DOTNET_EnableAVX512F", "DOTNET_EnableAVX2")]
    public void At_narrower_vectors(string width, params string[] switchedOff)
    {
        var (header, digests) = DigestProcess.Run([], [.. switchedOff.Select(name => (name, "0"))]);
        // A machine without the wider vectors runs at this width, or a narrower one, anyway.
        Assert.True(header.Contains($"vectors {width}") || string.CompareOrdinal(DigestProgram.Vectors, width) <= 0, header);
        Equal(s_expected.Value, digests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void With_any_number_of_threads(int threads)
    {
        var (header, digests) = DigestProcess.Run(["--threads", $"{threads}"]);
        Assert.Contains($"threads {threads}", header);
        Equal(s_expected.Value, digests);
    }

    /// <summary>0: every operation by itself; now: every chain of operations as one, whatever its size.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("now")]
    public void Fused_or_not(string fusion) => Equal(s_expected.Value, DigestProcess.Run([], ("GPU_FUSION", fusion)).Digests);

    [Theory, AllDevices(NeedsSameBits = true)]
    public void Training_with_every_chain_fused(string device)
    {
        var (_, digests) = DigestProcess.Run(["--device", device, "--part", "training"], ("GPU_FUSION", "now"));
        Equal(s_expected.Value.Where(entry => entry.Key.StartsWith("training/", StringComparison.Ordinal)).ToDictionary(), digests);
    }

    /// <summary>In this process, so that a device's kernels are built once for all parts.</summary>
    [Theory, AllDevices(NeedsSameBits = true)]
    public void On_every_device(string device)
    {
        var output = new StringWriter();
        Assert.Equal(0, DigestProgram.Run(["--device", device], output, TextWriter.Null));
        Equal(s_expected.Value, DigestProcess.Parse(output.ToString()).Digests);
    }

    private static void Equal(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        var different = expected.Where(entry => actual[entry.Key] != entry.Value).Select(entry => entry.Key).ToList();
        Assert.True(different.Count == 0, $"{different.Count} of {expected.Count} computations gave other bits: {string.Join(", ", different.Take(20))}");
    }
}
