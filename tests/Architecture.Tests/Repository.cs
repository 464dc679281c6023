namespace Gpu.Architecture.Tests;

/// <summary>The source tree that the test was built from.</summary>
internal static class Repository
{
    private static readonly string s_root = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([s_root, .. parts]);

    public static string Relative(string file) => System.IO.Path.GetRelativePath(s_root, file);

    /// <summary>The C# files below a folder, build outputs left out.</summary>
    public static IEnumerable<string> Sources(params string[] folder) =>
        Directory.EnumerateFiles(Path(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Relative(f).Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at != null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Gpu.sln")))
                return at.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Gpu.sln.");
    }
}
