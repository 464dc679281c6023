namespace ILGPU.Compiler.Ir;

/// <summary>Questions about expressions, and rewriting.</summary>
internal static class ExprTools
{
    public static bool Any(Expr e, Func<Expr, bool> predicate)
    {
        if (predicate(e)) return true;
        foreach (var child in e.Children)
            if (Any(child, predicate)) return true;
        return false;
    }

    public static void Visit(Expr e, Action<Expr> action)
    {
        action(e);
        foreach (var child in e.Children) Visit(child, action);
    }

    /// <summary>Replaces, top down, every node for which the function returns something, and simplifies what changed.</summary>
    public static Expr Rewrite(Expr e, Func<Expr, Expr?> replace)
    {
        if (replace(e) is { } replacement) return replacement;
        var old = e.Children;
        Expr[]? changed = null;
        for (int i = 0; i < old.Length; i++)
        {
            var child = Rewrite(old[i], replace);
            if (ReferenceEquals(child, old[i])) continue;
            changed ??= [.. old];
            changed[i] = child;
        }
        return changed == null ? e : Simplifier.Simplify(e.With(changed));
    }

    /// <summary>Whether evaluation has an effect, or depends on when it happens.</summary>
    public static bool IsImpure(Expr e) => Any(e, x => x is Call or Guard or Intrinsic { Text.Pure: false });

    /// <summary>Whether the value depends on memory that a store or a call may change.</summary>
    public static bool ReadsMemory(Expr e) => Any(e, x => x is Dereference or Read { Variable.AddressTaken: true });

    public static bool Mentions(Expr e, Variable variable) => Any(e, x => x is Read read && read.Variable == variable);

    public static int Size(Expr e)
    {
        int size = 1;
        foreach (var child in e.Children) size += Size(child);
        return size;
    }

    /// <summary>The variable that a pointer certainly points at or into, or null.</summary>
    public static Variable? Target(Expr pointer) => pointer switch
    {
        AddressOf address => address.Variable,
        FieldAddress { IsArray: false } field => Target(field.Pointer),
        _ => null,
    };

    public static bool IsConstantOrTemporary(Expr e) => e is Constant or TypeToken or TextToken or FieldToken or AddressOf or Read { Variable.IsTemporary: true };
}
