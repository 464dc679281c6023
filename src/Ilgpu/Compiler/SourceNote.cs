using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>What people are told about a line of generated source. It is looked up when the source is shown; what is compiled has no part of it.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Method">The C# method.</param>
/// <param name="Number">An IL offset of the method, or a local's slot.</param>
/// <param name="IsLocal">The line declares the C# local in that slot.</param>
internal readonly record struct SourceNote(int Line, MethodBase Method, int Number, bool IsLocal)
{
    /// <summary>"File.cs:12", or the local's name; null where there are no symbols.</summary>
    public string? Text => IsLocal ? SourceLines.LocalName(Method, Number) : SourceLines.At(Method, Number);
}
