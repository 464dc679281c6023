using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests;

/// <summary>Tests about memory, transfers and seeds run alone.</summary>
[CollectionDefinition(SerialCollection.Name, DisableParallelization = true)]
public class SerialTests;
