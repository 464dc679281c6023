using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Gpu.Architecture.Tests;

/// <summary>What docs/architecture.md promises about the structure.</summary>
public partial class LayerTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Ilgpu"] = [],
        ["Kernels"] = ["Ilgpu"],
        ["Autograd"] = ["Kernels"],
        ["Nn"] = ["Autograd"],
    };

    public static TheoryData<string> Layers => [.. s_allowed.Keys];

    [Fact]
    public void SrcHoldsTheLayersAndNothingElse() =>
        Assert.Equal(s_allowed.Keys.Order(), Directory.GetDirectories(Repository.Path("src")).Select(d => Path.GetFileName(d)).Order());

    [Theory, MemberData(nameof(Layers))]
    public void ReferencesPointOneWay(string layer)
    {
        var project = XDocument.Load(Repository.Path("src", layer, layer + ".csproj"));
        var referenced = project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
        Assert.Equal(s_allowed[layer].Order(), referenced.Order());
    }

    [Theory, MemberData(nameof(Layers))]
    public void OnlyTheSwitchReferencesPackages(string layer)
    {
        var project = XDocument.Load(Repository.Path("src", layer, layer + ".csproj"));
        var packages = project.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value).Order();
        Assert.Equal(layer == "Kernels" ? ["ILGPU", "ILGPU.Algorithms"] : [], packages);
    }

    [Theory]
    [InlineData("Autograd")]
    [InlineData("Nn")]
    public void OnlyKernelsKnowsIlgpu(string layer)
    {
        var users = Repository.Sources("src", layer).Where(f => UsesIlgpu().IsMatch(File.ReadAllText(f)));
        Assert.Empty(users.Select(Repository.Relative));
    }

    /// <summary>The layer above Kernels has the tensors; the layer below must not need them.</summary>
    [Fact]
    public void NnDoesNotTouchBackends()
    {
        var users = Repository.Sources("src", "Nn").Where(f => File.ReadAllText(f).Contains("IBackend") || File.ReadAllText(f).Contains(".Backend."));
        Assert.Empty(users.Select(Repository.Relative));
    }

    [Fact]
    public void NoFileInSrcPasses400Lines()
    {
        var sources = Repository.Sources("src").ToList();
        Assert.True(sources.Count > 20, $"Only {sources.Count} source files were found under {Repository.Path("src")}.");
        var tooLong = sources.Select(f => (File: Repository.Relative(f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 400);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void NothingIsLeftUnfinished()
    {
        var unfinished = Repository.Sources("src").Concat(Repository.Sources("examples")).Concat(Repository.Sources("bench"))
            .Where(f => Unfinished().IsMatch(File.ReadAllText(f)));
        Assert.Empty(unfinished.Select(Repository.Relative));
    }

    [GeneratedRegex(@"\bILGPU\b(?!_PACKAGE)")]
    private static partial Regex UsesIlgpu();

    [GeneratedRegex("NotImplementedException|TODO|FIXME|HACK")]
    private static partial Regex Unfinished();
}
