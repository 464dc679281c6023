namespace Gpu.Kernels;

/// <summary>Warnings: things that are allowed but rarely meant. Without a listener each text goes to standard error once.</summary>
public static class Warn
{
    /// <summary>Different texts that are remembered; beyond that, nothing more is printed.</summary>
    private const int MostTexts = 1000;

    private static readonly HashSet<string> s_printed = [];

    /// <summary>Receives every warning. While somebody listens, nothing is printed.</summary>
    public static event Action<string>? Raised;

    /// <summary>Raises a warning.</summary>
    public static void That(string text)
    {
        if (Raised is { } listeners)
        {
            listeners(text);
            return;
        }
        lock (s_printed)
            if (s_printed.Count >= MostTexts || !s_printed.Add(text))
                return;
        Console.Error.WriteLine($"Warning: {text}");
    }
}
