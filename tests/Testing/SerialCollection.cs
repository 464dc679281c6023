namespace Gpu.Testing;

/// <summary>The collection of tests that measure something shared by the whole process: memory, transfers, seeds. It runs alone.</summary>
/// <remarks>xunit wants the definition in the test assembly itself: <c>tests/SerialTests.cs</c> is compiled into each.</remarks>
public static class SerialCollection
{
    /// <summary>What test classes name in their <c>[Collection]</c>.</summary>
    public const string Name = "serial";
}
