namespace ILGPU.Compiler;

/// <summary>A construct that cannot be translated, and what to write instead.</summary>
internal sealed class TranslationException(string construct, string advice) : Exception(construct)
{
    public string Advice => advice;

    /// <summary>Set once the place (method, line, call chain) is known.</summary>
    public string? Place { get; set; }

    /// <summary>The whole message for a kernel.</summary>
    public string Describe(string kernel) =>
        $"Kernel '{kernel}' cannot be compiled: {Message}." +
        (Place == null ? "" : $"\n  {Place}") +
        (advice.Length == 0 ? "" : $"\n  Instead: {advice}.");
}
