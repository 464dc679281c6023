using System.Reflection;
using ILGPU.Compiler.Ir;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace ILGPU.Compiler.Translation;

/// <content>PTX that a kernel writes out.</content>
internal sealed partial class MethodTranslator
{
    private void EmitPtx(MethodInfo callee, Expr[] arguments)
    {
        if (translator.Target != AcceleratorType.Cuda)
            throw new TranslationException($"PTX, which runs on CUDA devices only, for {translator.Target}", "ask CudaAsm.IsSupported before, and give other devices C#");
        if (arguments[0] is not TextToken { Text: var ptx })
            throw new TranslationException("PTX that is not written out where it is used", "give the text itself to CudaAsm");
        var parameters = callee.GetParameters();
        var operands = new (InlinePtx.Role Role, Scalar Type, bool IsPredicate)[parameters.Length - 1];
        var values = new Expr[operands.Length];
        var stores = new List<(Expr Target, Variable Register)>();
        for (int i = 0; i < operands.Length; i++)
        {
            var argument = arguments[i + 1];
            var type = parameters[i + 1].ParameterType;
            var role = InlinePtx.Role.Read;
            if (type.IsByRef)
            {
                type = type.GetElementType()!;
                role = InlinePtx.Role.Written;
                if (type.IsGenericType && typeof(ICudaAsmEmitParameter).IsAssignableFrom(type))
                {
                    role = RoleOf(type.GetGenericTypeDefinition());
                    type = type.GetGenericArguments()[0];
                    argument = new FieldAddress(argument, 0);
                }
            }
            bool isHalf = type == typeof(Half);
            var number = isHalf ? Scalar.U16 : IrType.From(type) as Scalar
                ?? throw new TranslationException($"an operand of PTX of type '{TypeNames.Of(type)}'", "give its numbers one by one");
            bool isPredicate = type == typeof(bool);
            if (isPredicate && role != InlinePtx.Role.Read)
                throw new TranslationException("a predicate that PTX writes", "let PTX write a number");
            var register = isPredicate ? Scalar.U32 : InlinePtx.RegisterOf(number);
            operands[i] = (role, register, isPredicate);
            bool isPointer = parameters[i + 1].ParameterType.IsByRef;
            var place = isPointer && isHalf ? new FieldAddress(argument, 0) : argument;
            Expr value = isPointer ? (role == InlinePtx.Role.Written ? new Constant(register, 0) : Load(place))
                : isHalf ? new FieldOf(Spill(argument), 0) : argument;
            if (role == InlinePtx.Role.Read)
            {
                values[i] = Spill(Conversions.To(value, register));
                continue;
            }
            var held = NewVariable(register, "r");
            held.AddressTaken = true;
            Emit(new Assign(held, Conversions.To(value, register)));
            values[i] = new AddressOf(held);
            stores.Add((place, held));
        }
        Emit(new Evaluate(new Intrinsic(Scalar.Void, InlinePtx.Statement(ptx, operands), values)));
        foreach (var (target, register) in stores)
            StoreTo(target, Conversions.To(Spill(new Read(register)), (Scalar)((PointerType)target.Type).Element));
    }

    private static InlinePtx.Role RoleOf(Type operand) =>
        operand == typeof(Input<>) ? InlinePtx.Role.Read : operand == typeof(Output<>) ? InlinePtx.Role.Written : InlinePtx.Role.Both;
}
