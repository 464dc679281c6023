using Xunit;

namespace Gpu.Testing;

/// <summary>For tests about memory, transfers and seeds, which other tests running at the same time would disturb:
/// <c>[Collection(ExclusiveCollection.Name)]</c>. Compiled into every test assembly, where xunit looks for it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ExclusiveCollection
{
    public const string Name = "exclusive";
}
