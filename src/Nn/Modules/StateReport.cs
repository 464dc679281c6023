using System.Text;
using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>Collects what does not fit when a state is loaded, for one exception that says it all.</summary>
internal sealed class StateReport(string owner)
{
    private readonly StringBuilder _lines = new();

    public void Missing(string name, ReadOnlySpan<int> shape) => Add($"missing: {name} {Layout.Format(shape)}");

    public void Unexpected(string name, Tensor given) => Add($"unexpected: {name} {given.Shape}");

    public void Mismatched(string name, ReadOnlySpan<int> shape, Tensor given) =>
        Add($"mismatched: {name} has shape {Layout.Format(shape)} here and {given.Shape} in the state");

    public void ThrowIfAny(string remedy)
    {
        if (_lines.Length > 0) throw new ArgumentException($"The state does not fit {owner}; nothing was loaded.{_lines}\n{remedy}", "state");
    }

    private void Add(string line) => _lines.Append("\n  ").Append(line);
}
