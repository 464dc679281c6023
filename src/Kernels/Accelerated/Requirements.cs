namespace Gpu.Kernels.Accelerated;

/// <summary>Numbers the texts of <see cref="IBackend.Require"/>, because a kernel can note a number only.</summary>
internal static class Requirements
{
    private static readonly Dictionary<string, int> s_numbers = [];
    private static readonly List<string> s_texts = [];

    public static int Number(string text)
    {
        lock (s_numbers)
        {
            if (s_numbers.TryGetValue(text, out int number)) return number;
            s_texts.Add(text);
            return s_numbers[text] = s_texts.Count - 1;
        }
    }

    public static string Text(int number)
    {
        lock (s_numbers) return s_texts[number];
    }
}
