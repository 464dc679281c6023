using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace ILGPU.Compiler;

/// <summary>
/// What drivers made of sources, kept in a folder between processes. The name of a file is the hash of everything its content depends
/// on; the content starts with its own hash, so that a torn or damaged file counts as absent. Files appear under their name by a rename,
/// so processes may share a folder. A folder that cannot be read or written makes the cache empty, never an error. Thread-safe.
/// </summary>
internal sealed class ProgramCache
{
    /// <summary>Environment variable: the folder of the cache, or 0 for none.</summary>
    public const string Variable = "GPU_CACHE";

    private const string Off = "0";
    private const long DefaultLimit = 256L << 20;

    // Part of every key: a change of the files' layout or of what is kept makes old files unused.
    private const string Layout = "1";
    private const string Extension = ".program";
    private const string TemporaryExtension = ".writing";

    // Private to the user: what lies there is run.
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly Lazy<ProgramCache?> OfEnvironment = new(
        () => FolderFor(Environment.GetEnvironmentVariable(Variable)) is { } folder ? new ProgramCache(folder) : null);

    private readonly string folder;
    private readonly long limit;
    private readonly Lock gate = new();

    // Bytes in the folder as far as this process knows; negative before it has looked.
    private long known = -1;
    private int built;

    /// <param name="folder">Made at the first write.</param>
    /// <param name="limit">Bytes of all files together; beyond it those that were not used for the longest time are removed.</param>
    public ProgramCache(string folder, long limit = DefaultLimit)
    {
        this.folder = folder;
        this.limit = limit;
    }

    /// <summary>The cache that the environment asks for; null where it is switched off.</summary>
    public static ProgramCache? Default => OfEnvironment.Value;

    /// <summary>How many programs were built because the cache did not have them.</summary>
    public int Built => Volatile.Read(ref built);

    /// <summary>The folder for a value of the environment variable: the platform's place for caches if it is not set, null if it is 0.</summary>
    public static string? FolderFor(string? value)
    {
        if (value == Off) return null;
        if (!string.IsNullOrEmpty(value)) return value;
        string root = PlatformFolder();
        return Path.IsPathRooted(root) ? Path.Combine(root, "gpu-programs") : null;
    }

    /// <summary>A name for what is made from these texts. No text can be moved into its neighbour without changing the name.</summary>
    public static string Key(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Layout);
        foreach (string part in parts) Append(hash, part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Opens the kept image, or builds from source and keeps the new image.</summary>
    /// <param name="cache">Null builds always.</param>
    /// <param name="key">From <see cref="Key"/>.</param>
    /// <param name="open">Gives an image to the driver and returns its handle of the program; 0 if the driver refuses it.</param>
    /// <param name="build">Builds from source.</param>
    /// <param name="image">The image of what was built; null if the driver gives none.</param>
    public static nint Obtain(ProgramCache? cache, string key, Func<byte[], nint> open, Func<nint> build, Func<nint, byte[]?> image)
    {
        if (cache == null) return build();
        if (cache.Read(key) is { } kept)
        {
            nint program = open(kept);
            if (program != 0) return program;
        }
        Interlocked.Increment(ref cache.built);
        nint made = build();
        if (image(made) is { } fresh) cache.Write(key, fresh);
        return made;
    }

    /// <summary>The image under a key; null if there is none or it is damaged.</summary>
    public byte[]? Read(string key)
    {
        try
        {
            string path = PathOf(key);
            if (!File.Exists(path)) return null;
            byte[] bytes = File.ReadAllBytes(path);
            if (bytes.Length < SHA256.HashSizeInBytes) return null;
            byte[] image = bytes[SHA256.HashSizeInBytes..];
            if (!SHA256.HashData(image).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))) return null;
            Touch(path);
            return image;
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            return null;
        }
    }

    /// <summary>Keeps an image; replaces one that is there. One that alone exceeds the limit is not kept.</summary>
    public void Write(string key, ReadOnlySpan<byte> image)
    {
        long size = SHA256.HashSizeInBytes + image.Length;
        if (size > limit) return;
        string? temporary = null;
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, Private);
            string fresh = Path.Combine(folder, $"{key}.{Guid.NewGuid():n}{TemporaryExtension}");
            using (var file = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write))
            {
                temporary = fresh;
                file.Write(SHA256.HashData(image));
                file.Write(image);
            }
            File.Move(fresh, PathOf(key), overwrite: true);
            temporary = null;
            lock (gate) Trim(size);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            Delete(temporary);
        }
    }

    /// <summary>Removes the files that were not used for the longest time, down to three quarters of the limit: not every write looks again.</summary>
    private void Trim(long added)
    {
        if (known >= 0)
        {
            known += added;
            if (known <= limit) return;
        }
        var files = new DirectoryInfo(folder).EnumerateFiles()
            .Where(file => file.Extension is Extension or TemporaryExtension)
            .Select(file => (file.FullName, file.Length, Used: file.LastWriteTimeUtc))
            .OrderBy(file => file.Used)
            .ToArray();
        known = files.Sum(file => file.Length);
        if (known <= limit) return;
        long target = limit / 4 * 3;
        foreach (var (path, length, _) in files)
        {
            if (known <= target) break;
            Delete(path);
            known -= length;
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key + Extension);

    /// <summary>Trimming goes by the last use; times of access are often switched off.</summary>
    private static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // A folder that others filled and this user may only read serves as well.
        }
    }

    private static void Delete(string? path)
    {
        try
        {
            if (path != null) File.Delete(path);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // Somebody holds it, or removed the folder; the next trimming tries again.
        }
    }

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private static string PlatformFolder()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        // Relative paths there are to be ignored, by the convention.
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache)) return cache;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length == 0) return "";
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
    }

    /// <summary>What a folder does that is full, read-only, on a lost network drive, or not a folder.</summary>
    private static bool IsOfFiles(Exception e) =>
        e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException;
}
