using System.Reflection;

namespace ILGPU.Compiler.Ir;

/// <summary>A C# method translated for certain argument types, address spaces included.</summary>
internal sealed class Function(MethodBase method, string name, List<Variable> parameters)
{
    public MethodBase Method => method;

    public string Name => name;

    public List<Variable> Parameters => parameters;

    public IrType Result { get; set; } = Scalar.Void;

    public List<Variable> Locals { get; } = [];

    /// <summary>Group-memory arrays the function needs: declared by the kernel entry, passed down as further parameters.</summary>
    public List<Variable> GroupArrays { get; } = [];

    /// <summary>A further parameter: 0 for items that only come along to the points where the group's items meet. Null where all items count.</summary>
    public Variable? Active { get; set; }

    public List<Statement> Body { get; set; } = [];

    /// <summary>Whether the body is one block ending in a return: such functions are inlined.</summary>
    public bool IsStraightLine { get; set; }
}
