using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>A place of a checked kernel where a view is indexed. Generated code names it by its number.</summary>
/// <param name="Dimensions">As in <see cref="Runtime.AccessFailure.Dimensions"/>.</param>
/// <param name="Method">The C# method.</param>
/// <param name="Offset">The IL offset in it.</param>
internal sealed record AccessSite(int Dimensions, MethodBase Method, int Offset);
