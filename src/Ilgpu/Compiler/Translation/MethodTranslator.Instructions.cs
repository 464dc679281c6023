using System.Reflection;
using ILGPU.Compiler.Il;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

internal sealed partial class MethodTranslator
{
    /// <summary>Translates one instruction; true if it ended the block.</summary>
    private bool TranslateInstruction(IlInstruction x)
    {
        switch (x.Name)
        {
            case "nop" or "break" or "readonly." or "volatile." or "unaligned." or "tail.": break;
            case "constrained.": _constrained = _il.ResolveType(x); break;

            case "ldarg": PushRead(Parameter(x)); break;
            case "starg": AssignTop(Parameter(x)); break;
            case "ldarga": Push(new AddressOf(Parameter(x))); break;
            case "ldloc": PushRead(Local(_at)); break;
            case "stloc": AssignTop(Local(_at)); break;
            case "ldloca": Push(new AddressOf(Local(_at))); break;

            case "ldc.i4": Push(Constant.Int(x.Integer)); break;
            case "ldc.i8": Push(new Constant(Scalar.I64, x.Integer)); break;
            case "ldc.r4": Push(new Constant(Scalar.F32, x.Real)); break;
            case "ldc.r8": Push(new Constant(Scalar.F64, x.Real)); break;
            case "sizeof": Push(Constant.Int(IrType.SizeOf(IrType.From(_il.ResolveType(x))))); break;
            case "ldstr": Push(new TextToken(_il.ResolveString(x))); break;
            case "ldtoken": Push(_il.ResolveMember(x) is FieldInfo data ? new FieldToken(data) : new TypeToken(_il.ResolveType(x))); break;

            case "dup":
                var top = Spill(Pop());
                Push(top);
                Push(top);
                break;
            case "pop":
                var dropped = Pop();
                if (ExprTools.IsImpure(dropped)) Emit(new Evaluate(dropped));
                break;

            case "add" or "sub" or "mul" or "div" or "rem" or "div.un" or "rem.un" or "and" or "or" or "xor" or "shl" or "shr" or "shr.un":
                var right = Pop();
                Push(Arithmetic.Operate(x.Name, Pop(), right));
                break;
            case "neg": Push(Arithmetic.Negate(Pop())); break;
            case "not": Push(Arithmetic.Complement(Pop())); break;
            case "ceq" or "cgt" or "cgt.un" or "clt" or "clt.un":
                var second = Pop();
                Push(Arithmetic.Compare(x.Name, Pop(), second));
                break;
            case "conv.r.un":
                bool single = _at < _block.Last && _il.Instructions[_at + 1].Name == "conv.r4";
                if (single) _at++;
                Push(Conversions.UnsignedToReal(Pop(), single ? Scalar.F32 : Scalar.F64));
                break;
            case "conv.i1" or "conv.u1" or "conv.i2" or "conv.u2" or "conv.i4" or "conv.u4" or "conv.i8" or "conv.u8" or "conv.i" or "conv.u"
                or "conv.r4" or "conv.r8":
                Push(Conversions.Convert(x.Name, Pop()));
                break;

            case "br": JumpTo(_il.BlockAt(x.Integer)); return true;
            case "brtrue": Branch(Arithmetic.Truth(Pop()), _il.BlockAt(x.Integer)); return true;
            case "brfalse": Branch(Simplifier.Negate(Arithmetic.Truth(Pop())), _il.BlockAt(x.Integer)); return true;
            case "beq" or "bne.un" or "bgt" or "bgt.un" or "blt" or "blt.un" or "bge" or "bge.un" or "ble" or "ble.un":
                var other = Pop();
                Branch(Arithmetic.BranchCondition(x.Name, Pop(), other), _il.BlockAt(x.Integer));
                return true;
            case "switch": BranchToCase(Pop(), x.Targets!); return true;
            case "ret":
                _block.Exit = new ReturnExit(function.Result == Scalar.Void ? null : Conversions.Coerce(Pop(), function.Result));
                return true;

            case "call" or "callvirt" or "newobj": return TranslateCall(x);
            case "box": SkipBox(x); break;
            case "localloc": AllocateOnStack(); break;
            default:
                if (!TranslateMemory(x) && !TranslateArray(x)) throw Refusals.Instruction(x, _il);
                break;
        }
        return false;
    }

    /// <summary>box T; unbox.any T is how generic code converts T to itself; every other boxing allocates.</summary>
    private void SkipBox(IlInstruction x)
    {
        var type = _il.ResolveType(x);
        var next = _at < _block.Last ? _il.Instructions[_at + 1] : null;
        if (next?.Name == "unbox.any" && _il.ResolveType(next) == type)
        {
            _at++;
            return;
        }
        // "x is null" on a type parameter: a struct never is.
        if (next?.Name is "brtrue" or "brfalse" && type.IsValueType)
        {
            Pop();
            Push(Constant.Int(1));
            return;
        }
        throw Refusals.Boxing(type);
    }

    private void AllocateOnStack()
    {
        var size = ConstantFinder.Find(Pop(), _block.Statements) ??
            throw new TranslationException("stackalloc with a length that is not a compile-time constant", "use a constant length, or LocalMemory");
        // Bytes in C; aligned for any element by the printer.
        var array = new Variable(new PointerType(Scalar.U8, new SpaceVariable(AddressSpace.Private)), "stack" + function.Locals.Count)
        {
            ArrayLength = (int)size.Integer,
        };
        function.Locals.Add(array);
        Push(new Read(array));
    }
}
