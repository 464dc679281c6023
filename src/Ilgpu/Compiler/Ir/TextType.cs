using System.Text;

namespace ILGPU.Compiler.Ir;

/// <summary>The type of text. Text exists while compiling only; no variable of a device holds it.</summary>
internal sealed class TextType : IrType
{
    public static readonly TextType Instance = new();

    private TextType()
    {
    }

    public override bool HasPointer => false;

    public override void AppendKey(StringBuilder text) => text.Append("text;");
}
