using System.Reflection;

namespace ILGPU.Compiler.Ir;

/// <summary>Where in C# something comes from: an IL offset of a method.</summary>
internal sealed record SourcePlace(MethodBase Method, int Offset);
