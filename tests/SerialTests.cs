using Xunit;

namespace Gpu.Testing;

/// <summary>Defines <see cref="SerialCollection"/>. Compiled into every test assembly, because xunit looks for it there.</summary>
[CollectionDefinition(SerialCollection.Name, DisableParallelization = true)]
public sealed class SerialTests;
