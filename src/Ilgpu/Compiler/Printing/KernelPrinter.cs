using System.Text;
using System.Text.RegularExpressions;
using ILGPU.Backends.EntryPoints;
using ILGPU.Compiler.Flow;
using ILGPU.Compiler.Ir;
using ILGPU.Compiler.Translation;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Printing;

/// <summary>Prints a whole program: prelude, structs, functions, and the kernel entry that unpacks the arguments.</summary>
internal sealed class KernelPrinter
{
    /// <summary>Nodes of a kernel that is printed twice. Of larger ones, arithmetic takes the time.</summary>
    private const long SmallKernel = 400;

    private readonly Dialect _dialect;
    private readonly Translator _translator;
    private readonly KernelSignature _signature;
    private readonly bool _onProcessor;
    private readonly TypePrinter _types;
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _argumentFields = new();
    private readonly StringBuilder _unpacking = new();
    private readonly List<int> _pointerOffsets = [];
    private readonly List<string> _pointers = [];
    private int _filled;
    private int _paddings;

    /// <param name="dialect">The language.</param>
    /// <param name="translator">What was translated.</param>
    /// <param name="signature">The kernel.</param>
    /// <param name="onProcessor">Whether the device runs the items of a group as a loop.</param>
    public KernelPrinter(Dialect dialect, Translator translator, KernelSignature signature, bool onProcessor)
    {
        _dialect = dialect;
        _onProcessor = onProcessor;
        _translator = translator;
        _signature = signature;
        _types = new TypePrinter(dialect);
    }

    public KernelProgram Print(Function kernel)
    {
        var expressions = new ExpressionPrinter(_dialect, _types);
        Tables(expressions);
        int tableLines = _text.ToString().Count(c => c == '\n');
        var printer = new StatementPrinter(_dialect, _types, expressions, _text) { Unrolls = _translator.Checks == null };
        var called = Reachable(kernel);
        foreach (var function in _translator.Functions.Where(called.Contains)) printer.Function(function);

        string name = KernelNameAttribute.GetKernelName(_signature.Method);
        bool wholeGroups = _onProcessor && _signature.IndexType != null && kernel.Active == null && _translator.Checks == null
            && called.Sum(function => Unrolling.Cost(function.Body)) <= SmallKernel;
        int shared = Entry(kernel, name, expressions.UsesSharedScratch, wholeGroups);
        string body = _types.Declarations.ToString() + _text;
        string prelude = _dialect.Prelude(body);
        int before = prelude.Count(c => c == '\n') + _types.Declarations.ToString().Count(c => c == '\n') + tableLines;
        return new KernelProgram
        {
            Source = prelude + body,
            Notes = [.. printer.Notes.Select(note => note with { Line = note.Line + before })],
            EntryName = name,
            ArgumentBytes = KernelProgram.HeaderBytes + _signature.ByteLength + (_translator.Checks == null ? 0 : sizeof(long)),
            Checks = _translator.Checks?.Sites.ToArray(),
            PointerOffsets = [.. _pointerOffsets],
            SharedBytes = shared,
            ScratchPerItem = _translator.ScratchPerItem,
            UsesDynamicShared = _translator.DynamicGroupMemory != null,
            TakesWholeGroups = wholeGroups,
            UsesFloat64 = OpenClPrelude.Uses(body, "f64"),
            UsesWideAtomics = Regex.IsMatch(body, @"il_atomic_\w+_[iuf]64\("),
        };
    }

    private void Tables(ExpressionPrinter expressions)
    {
        foreach (var (table, values) in _translator.Tables.Values)
        {
            var type = ((PointerType)table.Type).Element;
            var numbers = values.Cast<object>().Select(value => expressions.TableValue((Constant)StaticFields.FromValue(value, type)!));
            _text.Append($"\n{_dialect.TableQualifiers}{_types.Name(type)} {table.Name}[{values.Length}] = {{{string.Join(", ", numbers)}}};\n");
        }
    }

    /// <summary>Functions that are called and not inlined.</summary>
    private static HashSet<Function> Reachable(Function kernel)
    {
        var seen = new HashSet<Function>();
        void Visit(Function function)
        {
            if (!seen.Add(function)) return;
            JumpCleaner.Walk(function.Body, statement =>
            {
                foreach (var e in statement.Expressions)
                    ExprTools.Visit(e, x =>
                    {
                        if (x is Call call) Visit(call.Function);
                    });
            });
        }
        Visit(kernel);
        return seen;
    }

    /// <summary>Returns the bytes of fixed-size group memory.</summary>
    private int Entry(Function kernel, string name, bool usesSharedScratch, bool wholeGroups)
    {
        var arguments = new List<string>();
        int index = _signature.IndexType == null ? 0 : 1;
        if (index == 1) arguments.Add("index");
        for (int i = 0; i < _signature.Parameters.Length; i++) arguments.Add(Unpack(kernel.Parameters[index + i].Type, _signature.Parameters[i].Offset, i));
        Pad(_signature.ByteLength);
        if (_translator.Checks != null) _argumentFields.Append(" i32 program, unused;");

        var shared = new StringBuilder();
        int sharedBytes = 0;
        foreach (var array in kernel.GroupArrays)
        {
            if (array == _translator.DynamicGroupBytes) arguments.Add("args.dynamicShared");
            else if (_translator.Checks?.Hidden.Contains(array) ?? false) arguments.Add(HiddenArgument(array, usesSharedScratch));
            else arguments.Add(array.Name);
            if (array.ArrayLength == 0) continue;
            var element = ((PointerType)array.Type).Element;
            shared.Append("    ").Append(_dialect.GroupArray(_types.Name(element), array.Name, array.ArrayLength)).Append('\n');
            sharedBytes += (((array.ArrayLength * IrType.SizeOf(element)) + 15) / 16) * 16;
        }

        if (kernel.Active != null) arguments.Add(kernel.Active.Name);

        _types.Declarations.Append($"typedef struct {{ i32 extentX, extentY, extentZ, dynamicShared;{_argumentFields} }} Arguments;\n");
        var parameters = new List<string> { "Arguments args" };
        parameters.AddRange(_pointerOffsets.Select((_, i) => $"{_dialect.Space(AddressSpace.Global)}u8* buffer{i}"));
        if (_translator.Checks is { } checks)
        {
            parameters.Add($"{_dialect.Space(AddressSpace.Global)}u8* {LogName}");
            sharedBytes += Scratch(checks, usesSharedScratch, shared);
        }
        if (_translator.DynamicGroupMemory is { } dynamic && _dialect is OpenClDialect) parameters.Add($"__local u8* {dynamic.Name}");
        if (_translator.Scratch is { } scratch) parameters.Add($"__local u8* {scratch.Name}");
        if (_translator.DynamicGroupMemory is { } external && _dialect is CudaDialect) shared.Append($"    extern __shared__ __align__(16) u8 {external.Name}[];\n");

        _text.Append($"\n{_dialect.KernelQualifiers}{name}({string.Join(", ", parameters)}) {{\n");
        _text.Append(shared).Append(_unpacking);
        string call = $"{kernel.Name}({string.Join(", ", arguments)});";
        if (index == 1) Index((StructType)kernel.Parameters[0].Type, kernel.Active != null, wholeGroups ? call : null);
        _text.Append($"    {call}\n");
        if (_translator.Checks != null) NoteStarts();
        _text.Append("}\n");
        return sharedBytes;
    }

    /// <summary>The log of failed accesses, the last buffer.</summary>
    private string LogName => $"buffer{_pointerOffsets.Count}";

    private string HiddenArgument(Variable hidden, bool usesSharedScratch) => $"({_types.Name(hidden.Type)})" + hidden.Name switch
    {
        KernelChecks.Log => LogName,
        KernelChecks.SharedScratch when !usesSharedScratch => "0",
        var name => name,
    };

    /// <summary>Declares what failed accesses to memory of group and item may write; returns the bytes of group memory.</summary>
    private int Scratch(KernelChecks checks, bool usesShared, StringBuilder declarations)
    {
        int words = (checks.ScratchBytes + 15) / 16 * 2;
        if (usesShared) declarations.Append("    ").Append(_dialect.GroupArray("u64", KernelChecks.SharedScratch, words)).Append('\n');
        declarations.Append($"    u64 {KernelChecks.PrivateScratch}[{words}];\n");
        return usesShared ? words * sizeof(ulong) : 0;
    }

    /// <summary>After a failed access: which program it was, and where its views begin, so that the host can name one.</summary>
    private void NoteStarts()
    {
        string global = _dialect.Space(AddressSpace.Global);
        _text.Append($"    volatile {global}i32* failed = (volatile {global}i32*){LogName};\n");
        _text.Append("    if (failed[0] != 0 && failed[1] == 0) {\n");
        for (int i = 0; i < Math.Min(_pointers.Count, AccessLog.MaxStarts); i++)
            _text.Append($"        (({global}i64*)({LogName} + {AccessLog.StartsOffset}))[{i}] = (i64){_pointers[i]};\n");
        _text.Append("        failed[1] = args.program;\n    }\n");
    }

    /// <summary>The global index; items beyond the extent return, or come along as inactive ones.</summary>
    /// <param name="index">Its type.</param>
    /// <param name="masked">Whether they come along.</param>
    /// <param name="whole">
    /// What groups do that lie inside the extent as a whole, or null. A test for each item costs the loop over a group's items a tenth of its
    /// speed where data are in the cache.
    /// </param>
    private void Index(StructType index, bool masked, string? whole)
    {
        if (masked) _text.Append("    i32 active = 1;\n");
        _text.Append($"    {_types.Name(index)} index;\n");
        int[] dimensions = [.. Enumerable.Range(0, index.Fields.Length)];
        string Item(int d) => "index." + _types.Field(index, d);
        foreach (int d in dimensions) _text.Append($"    {Item(d)} = {_dialect.GlobalIndex(d)};\n");
        if (whole != null)
        {
            var inside = dimensions.Select(d => $"(get_group_id({d}) + 1) * get_local_size({d}) <= (size_t)args.extent{"XYZ"[d]}");
            _text.Append($"    if ({string.Join(" && ", inside)}) {{ {whole} return; }}\n");
        }
        foreach (int d in dimensions) _text.Append($"    if ({Item(d)} >= args.extent{"XYZ"[d]}) {(masked ? "active = 0" : "return")};\n");
    }

    private string Unpack(IrType type, int offset, int parameter)
    {
        string name = $"p{parameter}";
        if (!type.HasPointer)
        {
            AddField(type, offset, name);
            return "args." + name;
        }
        _unpacking.Append($"    {_types.Name(type)} {name};\n");
        UnpackParts(type, offset, name, name);
        return name;
    }

    private void UnpackParts(IrType type, int offset, string target, string field)
    {
        switch (type)
        {
            case PointerType pointer:
                AddField(Scalar.I64, offset, field);
                _unpacking.Append($"    {target} = ({_types.Name(pointer)})(buffer{_pointerOffsets.Count} + args.{field});\n");
                _pointerOffsets.Add(offset);
                _pointers.Add(target);
                break;
            case StructType { HasPointer: true } structure:
                for (int i = 0; i < structure.Fields.Length; i++)
                {
                    string part = _types.Field(structure, i);
                    UnpackParts(structure.Fields[i].Type, offset + structure.Fields[i].Offset, $"{target}.{part}", $"{field}_{part}");
                }
                break;
            default:
                AddField(type, offset, field);
                _unpacking.Append($"    {target} = args.{field};\n");
                break;
        }
    }

    /// <summary>A field of the argument struct at a given offset of the argument block; gaps are filled.</summary>
    private void AddField(IrType type, int offset, string name)
    {
        Pad(offset);
        _argumentFields.Append($" {_types.Name(type)} {name};");
        _filled = offset + IrType.SizeOf(type);
    }

    private void Pad(int offset)
    {
        if (offset > _filled) _argumentFields.Append($" u8 padding{_paddings++}[{offset - _filled}];");
        _filled = offset;
    }
}
