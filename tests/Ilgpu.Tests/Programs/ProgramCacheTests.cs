using System.Security.Cryptography;
using ILGPU.Compiler;
using Xunit;

namespace Gpu.Ilgpu.Tests.Programs;

/// <summary>The folder of built programs: what is found again, what is not, and who may be in the way.</summary>
public sealed class ProgramCacheTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("program-cache").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Keys_depend_on_every_part_and_on_where_it_ends()
    {
        string[] keys = [ProgramCache.Key("ab", "c"), ProgramCache.Key("a", "bc"), ProgramCache.Key("abc"), ProgramCache.Key("ab", "c", "")];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], ProgramCache.Key("ab", "c"));
        Assert.All(keys, key => Assert.Equal(2 * SHA256.HashSizeInBytes, key.Length));
    }

    [Fact]
    public void Another_process_finds_what_one_wrote()
    {
        byte[] image = RandomNumberGenerator.GetBytes(1000);
        new ProgramCache(folder).Write("key", image);
        Assert.Equal(image, new ProgramCache(folder).Read("key"));
        Assert.Null(new ProgramCache(folder).Read("other"));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void Empty_images_are_images()
    {
        var cache = new ProgramCache(folder);
        cache.Write("key", []);
        Assert.Equal([], cache.Read("key")!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(531)]
    public void A_truncated_file_is_absent_and_replaced(int length)
    {
        var cache = new ProgramCache(folder);
        byte[] image = RandomNumberGenerator.GetBytes(500);
        cache.Write("key", image);
        string path = Assert.Single(Directory.GetFiles(folder));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        Assert.Null(cache.Read("key"));
        cache.Write("key", image);
        Assert.Equal(image, cache.Read("key"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(531)]
    public void A_file_with_a_wrong_bit_is_absent(int place)
    {
        var cache = new ProgramCache(folder);
        cache.Write("key", RandomNumberGenerator.GetBytes(500));
        string path = Assert.Single(Directory.GetFiles(folder));
        byte[] bytes = File.ReadAllBytes(path);
        bytes[place] ^= 4;
        File.WriteAllBytes(path, bytes);
        Assert.Null(cache.Read("key"));
    }

    [Fact]
    public void Many_writers_and_readers_never_see_a_torn_file()
    {
        const int Rounds = 200, Keys = 3;
        byte[][] images = [.. Enumerable.Range(0, Keys).Select(k => Enumerable.Repeat((byte)k, 20_000 + k).ToArray())];
        int found = 0;
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number =>
        {
            var cache = new ProgramCache(folder);
            for (int i = 0; i < Rounds; i++)
            {
                int k = (number + i) % Keys;
                if (number % 2 == 0) cache.Write($"key{k}", images[k]);
                else if (cache.Read($"key{k}") is { } read)
                {
                    Assert.True(read.AsSpan().SequenceEqual(images[k]));
                    Interlocked.Increment(ref found);
                }
            }
        });
        Assert.True(found > 0);
        for (int k = 0; k < Keys; k++) Assert.Equal(images[k], new ProgramCache(folder).Read($"key{k}"));
        Assert.Equal(Keys, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public void Beyond_the_limit_the_ones_not_used_for_long_go()
    {
        const int Size = 1000, Count = 10, File1 = Size + SHA256.HashSizeInBytes;
        var old = new ProgramCache(folder, Count * File1);
        for (int i = 0; i < Count; i++) old.Write($"key{i}", new byte[Size]);
        foreach (string path in Directory.GetFiles(folder)) File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-1));
        // A read is a use; the other old ones are all alike.
        Assert.NotNull(old.Read("key3"));
        new ProgramCache(folder, Count * File1).Write("new", new byte[Size]);
        Assert.NotNull(old.Read("new"));
        Assert.NotNull(old.Read("key3"));
        Assert.Equal(7, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public void An_image_beyond_the_limit_is_not_kept()
    {
        var cache = new ProgramCache(folder, 1000);
        cache.Write("small", new byte[900]);
        cache.Write("large", new byte[1000]);
        Assert.NotNull(cache.Read("small"));
        Assert.Null(cache.Read("large"));
    }

    [Fact]
    public void A_writer_that_died_leaves_nothing_for_ever()
    {
        string left = Path.Combine(folder, "key.0.writing");
        File.WriteAllBytes(left, new byte[5000]);
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-1));
        new ProgramCache(folder, 3000).Write("key", new byte[100]);
        Assert.Single(Directory.GetFiles(folder, "*.program"));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void Files_of_others_in_the_folder_stay()
    {
        string other = Path.Combine(folder, "letter.txt");
        File.WriteAllBytes(other, new byte[5000]);
        var cache = new ProgramCache(folder, 300);
        for (int i = 0; i < 5; i++) cache.Write($"key{i}", new byte[100]);
        Assert.True(File.Exists(other));
        Assert.InRange(Directory.GetFiles(folder, "*.program").Length, 1, 2);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_empty_cache()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        foreach (string path in (string[])[Path.Combine(file, "below"), file, "/proc/none", "a\0b"])
        {
            var cache = new ProgramCache(path);
            cache.Write("key", new byte[10]);
            Assert.Null(cache.Read("key"));
        }
    }

    [Fact]
    public void The_environment_decides_on_the_folder()
    {
        Assert.Null(ProgramCache.FolderFor("0"));
        Assert.Equal(folder, ProgramCache.FolderFor(folder));
        string? chosen = ProgramCache.FolderFor(null);
        Assert.Equal(chosen, ProgramCache.FolderFor(""));
        if (!OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 1 } cache && cache[0] == '/')
            Assert.StartsWith(cache, chosen);
        else if (chosen != null)
            Assert.True(Path.IsPathRooted(chosen));
    }

    [Fact]
    public void The_folder_is_private()
    {
        if (OperatingSystem.IsWindows()) return;
        string path = Path.Combine(folder, "new");
        new ProgramCache(path).Write("key", new byte[10]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }
}
