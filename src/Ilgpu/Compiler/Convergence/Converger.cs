using ILGPU.Compiler.Flow;
using ILGPU.Compiler.Ir;
using ILGPU.Compiler.Translation;

namespace ILGPU.Compiler.Convergence;

/// <summary>
/// Devices without subgroups exchange values of a warp through group memory and barriers, which all items of the group must reach, while
/// a program only promises that all lanes of the warp do. Where items may go different ways, functions are rewritten so that all items go
/// all ways, with a mask that says which of them count: warps that are elsewhere still pass the barriers.
/// </summary>
internal sealed class Converger
{
    private readonly HashSet<Function> _meeting = [];
    private readonly Dictionary<Function, HashSet<Variable>> _varyingParameters = [];
    private readonly HashSet<Function> _calledDivergently = [];

    private Converger()
    {
    }

    /// <summary>Rewrites what is necessary.</summary>
    /// <param name="translator">All functions, callees before callers.</param>
    /// <param name="kernel">The kernel's function.</param>
    /// <param name="hasIndex">Whether the first parameter is the item's index, and items beyond the extent do not run.</param>
    public static void Apply(Translator translator, Function kernel, bool hasIndex)
    {
        var converger = new Converger();
        foreach (var function in translator.Functions)
            if (Any(function.Body, converger.Meets)) converger._meeting.Add(function);
        if (!converger._meeting.Contains(kernel)) return;
        converger._varyingParameters[kernel] = hasIndex ? [kernel.Parameters[0]] : [];
        if (hasIndex) converger._calledDivergently.Add(kernel);
        foreach (var function in Enumerable.Reverse(translator.Functions)) converger.Treat(function, translator);
    }

    private static bool Any(List<Statement> body, Func<Expr, bool> predicate)
    {
        bool found = false;
        JumpCleaner.Walk(body, statement => found |= statement.Expressions.Any(e => ExprTools.Any(e, predicate)));
        return found;
    }

    private bool Meets(Expr e) => e switch
    {
        Intrinsic intrinsic => DeviceFunctions.MeetsGroup(intrinsic.Text),
        Call call => _meeting.Contains(call.Function),
        _ => false,
    };

    private void Treat(Function function, Translator translator)
    {
        if (!_meeting.Contains(function) || !_varyingParameters.TryGetValue(function, out var varying)) return;
        var divergence = Divergence.Find(function, varying, Meets);
        bool masked = divergence.MeetsDivergently || _calledDivergently.Contains(function);
        NoteCalls(function, divergence, masked);
        if (!masked) return;
        if (_calledDivergently.Contains(function)) function.Active = new Variable(Scalar.I32, "active");
        Masking.Apply(function, Meets, translator.Scratch!);
    }

    private void NoteCalls(Function function, Divergence divergence, bool masked)
    {
        JumpCleaner.Walk(function.Body, statement =>
        {
            foreach (var e in statement.Expressions)
                ExprTools.Visit(e, x =>
                {
                    if (x is Call call && _meeting.Contains(call.Function)) NoteCall(call, divergence, masked);
                });
        });
    }

    private void NoteCall(Call call, Divergence divergence, bool masked)
    {
        if (!_varyingParameters.TryGetValue(call.Function, out var varying)) _varyingParameters[call.Function] = varying = [];
        for (int i = 0; i < call.Function.Parameters.Count; i++)
            if (masked || divergence.IsVarying(call.Children[i])) varying.Add(call.Function.Parameters[i]);
        if (masked) _calledDivergently.Add(call.Function);
    }
}
