using ILGPU;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>
/// The public surface is the one in PublicApi.txt. Each of its lines must exist in ILGPU or ILGPU.Algorithms 1.5.3 (the same lines, taken
/// from those assemblies, contain them): programs written against this runtime compile against the packages. What goes beyond ILGPU is internal.
/// </summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_listed_one()
    {
        string[] listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Api", "PublicApi.txt"));
        string[] actual = [.. ApiSurface.Of(typeof(Context).Assembly)];
        string added = string.Join('\n', actual.Except(listed)), missing = string.Join('\n', listed.Except(actual));
        Assert.True(added.Length == 0, $"Public, but not in PublicApi.txt; add the lines if ILGPU 1.5.3 has them, else make the members internal:\n{added}");
        Assert.True(missing.Length == 0, $"In PublicApi.txt, but gone:\n{missing}");
        Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void Inherited_members_and_generic_types_are_listed()
    {
        var lines = ApiSurface.Of(typeof(Context).Assembly).ToHashSet();
        Assert.Contains("ILGPU.Runtime.CPU.CPUAccelerator :: System.Void Synchronize()", lines);
        Assert.Contains("ILGPU.Runtime.ArrayView2D`2<!0, !1> :: !0& get_Item(ILGPU.Index2D)", lines);
        Assert.DoesNotContain(lines, line => line.Contains("GetHashCode", StringComparison.Ordinal));
    }
}
