using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>
/// Puts the statements of a straight-line function in place of its call. Constants behind properties must fold, or sizes of group memory
/// would not be constants; and small wrappers around numbers vanish.
/// </summary>
internal sealed class Inliner(Function caller, List<Statement> target, SourcePlace? call)
{
    private readonly Dictionary<Variable, Expr> _values = [];
    private readonly Dictionary<Variable, Variable> _variables = [];

    /// <summary>The value the call returns, or null.</summary>
    public Expr? Inline(Function callee, Expr[] arguments, List<Variable> groupArrays)
    {
        BindParameters(callee, arguments);
        for (int i = 0; i < groupArrays.Count; i++) _values[callee.GroupArrays[i]] = new Read(groupArrays[i]);
        foreach (var local in callee.Locals)
        {
            var copy = local.Clone("k" + caller.Locals.Count);
            caller.Locals.Add(copy);
            _variables[local] = copy;
        }
        foreach (var statement in callee.Body)
        {
            switch (statement)
            {
                case Assign assign: Add(new Assign(Map(assign.Variable), Map(assign.Value)), statement); break;
                case Store store:
                    var pointer = Map(store.Pointer);
                    Add(pointer is AddressOf whole ? new Assign(whole.Variable, Map(store.Value)) : new Store(pointer, Map(store.Value)), statement);
                    break;
                case Evaluate evaluate: Add(new Evaluate(Map(evaluate.Value)), statement); break;
                case Clear clear: Add(new Clear(Map(clear.Variable)), statement); break;
                case Return { Expressions: var result }: return result.Select(Map).FirstOrDefault();
            }
        }
        return null;
    }

    // People want to see their own line, not one of this library.
    private void Add(Statement copy, Statement from)
    {
        copy.Place = from.Place?.Method.Module == typeof(Inliner).Module ? call : from.Place;
        target.Add(copy);
    }

    private void BindParameters(Function callee, Expr[] arguments)
    {
        var assigned = new HashSet<Variable>();
        var uses = new Dictionary<Variable, int>();
        foreach (var statement in callee.Body)
        {
            if (statement is Assign assign) assigned.Add(assign.Variable);
            if (statement is Clear clear) assigned.Add(clear.Variable);
            if (statement is Store store && ExprTools.Target(store.Pointer) is { } part) assigned.Add(part);
            foreach (var e in statement.Expressions)
                ExprTools.Visit(e, x =>
                {
                    if (x is Read read) uses[read.Variable] = uses.GetValueOrDefault(read.Variable) + 1;
                    if (x is AddressOf address) assigned.Add(address.Variable);
                });
        }
        for (int i = 0; i < arguments.Length; i++)
        {
            var parameter = callee.Parameters[i];
            var argument = arguments[i];
            if (assigned.Contains(parameter))
            {
                var copy = new Variable(parameter.Type, "a" + caller.Locals.Count) { AddressTaken = true };
                caller.Locals.Add(copy);
                target.Add(new Assign(copy, argument) { Place = call });
                _variables[parameter] = copy;
            }
            else
            {
                _values[parameter] = uses.GetValueOrDefault(parameter) <= 1 || IsCheap(argument) ? argument : InTemporary(argument);
            }
        }
    }

    private static bool IsCheap(Expr e) => e switch
    {
        Read or AddressOf or Constant or TypeToken => true,
        FieldOf { Value: Read } => true,
        MakeStruct made => made.Children.All(IsCheap),
        FieldAddress => ExprTools.Target(e) != null,
        _ => false,
    };

    /// <summary>A struct of values becomes a struct of temporaries, so that its fields still fold.</summary>
    private Expr InTemporary(Expr e)
    {
        if (IsCheap(e)) return e;
        if (e is MakeStruct) return e.With([.. e.Children.Select(InTemporary)]);
        var temporary = new Variable(e.Type, "t" + caller.Locals.Count) { IsTemporary = true };
        caller.Locals.Add(temporary);
        target.Add(new Assign(temporary, e) { Place = call });
        return new Read(temporary);
    }

    private Variable Map(Variable variable) => _variables.GetValueOrDefault(variable, variable);

    private Expr Map(Expr e) => ExprTools.Rewrite(e, x => x switch
    {
        Read read when _values.TryGetValue(read.Variable, out var value) => value,
        Read read when _variables.TryGetValue(read.Variable, out var copy) => new Read(copy),
        AddressOf address when _variables.TryGetValue(address.Variable, out var copy) => new AddressOf(copy),
        _ => null,
    });

    /// <summary>
    /// After an inlined constructor: if all that happened to the new struct since <paramref name="start"/> is that each field was set once,
    /// removes those statements and returns the struct of the values.
    /// </summary>
    public static Expr? TryFoldConstructor(Variable made, List<Statement> statements, int start)
    {
        var type = (StructType)made.Type;
        var values = new Expr?[type.Fields.Length];
        var rest = new List<Statement>();
        for (int i = start + 1; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (statement is Store { Pointer: FieldAddress { Pointer: AddressOf address, IsArray: false } field } store && address.Variable == made)
            {
                if (values[field.Field] != null || Involves(store.Value, made)) return null;
                values[field.Field] = store.Value;
                continue;
            }
            bool touches = statement is Clear clear && clear.Variable == made || statement is Assign assign && assign.Variable == made;
            // A statement between two field values could change what the first reads.
            bool changes = statement is not Assign { Variable.IsTemporary: true } && values.Any(v => v != null);
            if (touches || changes || statement.Expressions.Any(e => Involves(e, made))) return null;
            rest.Add(statement);
        }
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != null) continue;
            if (type.Fields[i].Type is not Scalar scalar || type.Fields[i].ArrayLength > 0) return null;
            values[i] = scalar.IsReal ? new Constant(scalar, 0.0) : new Constant(scalar, 0L);
        }
        statements.RemoveRange(start, statements.Count - start);
        statements.AddRange(rest);
        return new MakeStruct(type, values!);
    }

    private static bool Involves(Expr e, Variable variable) =>
        ExprTools.Any(e, x => (x is Read read && read.Variable == variable) || (x is AddressOf address && address.Variable == variable));
}
