using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>
/// .NET methods with an equivalent on the device. A method that is not here is translated from its own IL, as far as that goes.
/// </summary>
internal static class BaseLibrary
{
    /// <summary>MathF and Math of reals: the name on the device (CUDA appends f for 32 bits).</summary>
    private static readonly Dictionary<string, string> RealFunctions = new()
    {
        ["Abs"] = "fabs",
        ["Acos"] = "acos",
        ["Acosh"] = "acosh",
        ["Asin"] = "asin",
        ["Asinh"] = "asinh",
        ["Atan"] = "atan",
        ["Atan2"] = "atan2",
        ["Atanh"] = "atanh",
        ["Cbrt"] = "cbrt",
        ["Ceiling"] = "ceil",
        ["CopySign"] = "copysign",
        ["Cos"] = "cos",
        ["Cosh"] = "cosh",
        ["Exp"] = "exp",
        ["Floor"] = "floor",
        ["FusedMultiplyAdd"] = "fma",
        ["IEEERemainder"] = "remainder",
        ["Log"] = "log",
        ["Log10"] = "log10",
        ["Log2"] = "log2",
        ["Pow"] = "pow",
        ["Round"] = "rint",
        ["Sin"] = "sin",
        ["Sinh"] = "sinh",
        ["Sqrt"] = "sqrt",
        ["Tan"] = "tan",
        ["Tanh"] = "tanh",
        ["Truncate"] = "trunc",
    };

    /// <summary>The device function for a call, or null.</summary>
    public static Expr? TryIntrinsic(MethodBase callee, Expr[] arguments)
    {
        if (callee is not MethodInfo { ReturnType: var result } method) return null;
        if (method.GetCustomAttribute<IntrinsicAttribute>() is { } attribute)
        {
            var text = new IntrinsicText(attribute.OpenCl, attribute.Cuda, attribute.Pure);
            return new Intrinsic(IrType.From(result), text, CoerceAll(method, arguments));
        }
        var type = method.DeclaringType!;
        if (type == typeof(MathF) || type == typeof(Math)) return TryMath(method, arguments);
        if (type == typeof(float) || type == typeof(double)) return TryRealMember(method, arguments);
        if (type == typeof(BitOperations)) return TryBits(method, arguments);
        if (type == typeof(BitConverter) && IrType.From(result) is Scalar target && arguments.Length == 1 &&
            method.Name is "SingleToInt32Bits" or "SingleToUInt32Bits" or "Int32BitsToSingle" or "UInt32BitsToSingle" or
                "DoubleToInt64Bits" or "DoubleToUInt64Bits" or "Int64BitsToDouble" or "UInt64BitsToDouble")
            return Conversions.BitCast(CoerceAll(method, arguments)[0], target);
        return null;
    }

    private static Intrinsic? TryMath(MethodInfo method, Expr[] arguments)
    {
        if (Scalar.Of(method.ReturnType) is not { } type) return null;
        if (method.Name == "Sign" && Scalar.Of(method.GetParameters()[0].ParameterType) is { } signed)
            return new Intrinsic(type, DeviceFunctions.Pure($"il_sign_{signed.Name}", 1), CoerceAll(method, arguments));
        if (method.GetParameters().Any(p => p.ParameterType != method.ReturnType)) return null;
        if (method.Name is "Max" or "Min") return new Intrinsic(type, DeviceFunctions.Pure($"il_{method.Name.ToLowerInvariant()}_{type.Name}", 2), CoerceAll(method, arguments));
        if (method.Name == "Abs" && type.IsInteger) return new Intrinsic(type, DeviceFunctions.Pure($"il_abs_{type.Name}", 1), CoerceAll(method, arguments));
        return type.IsReal && RealFunctions.TryGetValue(method.Name, out string? name) ? Real(name, type, CoerceAll(method, arguments)) : null;
    }

    private static Expr? TryRealMember(MethodInfo method, Expr[] arguments)
    {
        if (!method.IsStatic || arguments.Length == 0) return null;
        var type = Scalar.Of(method.DeclaringType!)!;
        switch (method.Name)
        {
            case "IsNaN": return new Binary(Scalar.I32, "!=", arguments[0], arguments[0]);
            case "MaxNumber" or "MinNumber": return null;
            case "Max" or "Min" or "Abs" or "Sqrt" or "FusedMultiplyAdd" or "Floor" or "Ceiling" or "Truncate" or "Exp" or "Log" or "Pow"
                or "Sin" or "Cos" or "Tan" or "Tanh" or "CopySign" when method.GetParameters().All(p => p.ParameterType == method.DeclaringType):
                return method.Name is "Max" or "Min"
                    ? new Intrinsic(type, DeviceFunctions.Pure($"il_{method.Name.ToLowerInvariant()}_{type.Name}", 2), CoerceAll(method, arguments))
                    : Real(RealFunctions[method.Name], type, CoerceAll(method, arguments));
            default: return null;
        }
    }

    private static Intrinsic Real(string name, Scalar type, Expr[] arguments)
    {
        string holes = string.Join(", ", arguments.Select((_, i) => $"{{{i}}}"));
        return new Intrinsic(type, new IntrinsicText($"{name}({holes})", $"{name}{(type == Scalar.F32 ? "f" : "")}({holes})", Pure: true), arguments);
    }

    private static Expr? TryBits(MethodInfo method, Expr[] arguments)
    {
        if (method.Name is not ("PopCount" or "LeadingZeroCount" or "TrailingZeroCount" or "Log2")) return null;
        // Signed overloads exist for some; their bits are the same.
        bool wide = IrType.From(method.GetParameters()[0].ParameterType) is Scalar { Size: 8 };
        var type = wide ? Scalar.U64 : Scalar.U32;
        string suffix = wide ? "ll" : "";
        var (openCl, cuda) = method.Name switch
        {
            "PopCount" => ("popcount({0})", $"__popc{suffix}({{0}})"),
            "LeadingZeroCount" => ("clz({0})", $"__clz{suffix}({{0}})"),
            // Of 0 it is 0.
            "Log2" when wide => ("63 - clz({0} | 1ul)", "63 - __clzll({0} | 1ull)"),
            "Log2" => ("31 - clz({0} | 1u)", "31 - __clz({0} | 1u)"),
            _ => wide ? ("popcount(~({0}) & (({0}) - 1ul))", "__popcll(~({0}) & (({0}) - 1ull))") : ("popcount(~({0}) & (({0}) - 1u))", "__popc(~({0}) & (({0}) - 1u))"),
        };
        return new Cast(Scalar.I32, new Intrinsic(type, new IntrinsicText(openCl, cuda, Pure: true), Conversions.Reinterpret(arguments[0], type)));
    }

    /// <summary>T.CreateChecked, CreateSaturating and CreateTruncating between numbers: the plain conversion; null for other calls.</summary>
    public static Expr? TryConvert(MethodBase callee, Type? constrained, Expr[] arguments)
    {
        if (!callee.IsStatic || arguments.Length != 1 || callee.Name is not ("CreateChecked" or "CreateTruncating" or "CreateSaturating")) return null;
        var self = constrained ?? callee.DeclaringType!;
        return Scalar.Of(self) is { } to && arguments[0].Type is Scalar ? Conversions.To(arguments[0], to) : null;
    }

    /// <summary>Throw helpers of the base library and texts of their messages: bounds checks and the like, undefined on the device.</summary>
    public static bool NeverReturns(MethodBase callee) =>
        callee.DeclaringType!.Assembly == typeof(object).Assembly &&
        (callee.DeclaringType.Name is "ThrowHelper" or "SR" || IsThrown(callee) || callee.Name.StartsWith("Throw", StringComparison.Ordinal) ||
            callee.IsDefined(typeof(DoesNotReturnAttribute)));

    /// <summary>The constructor of an exception.</summary>
    private static bool IsThrown(MethodBase callee) => callee.IsConstructor && typeof(Exception).IsAssignableFrom(callee.DeclaringType);

    private static Expr[] CoerceAll(MethodInfo method, Expr[] arguments)
    {
        var parameters = method.GetParameters();
        int self = arguments.Length - parameters.Length;
        for (int i = self; i < arguments.Length; i++)
            arguments[i] = Conversions.Coerce(arguments[i], IrType.From(parameters[i - self].ParameterType));
        return arguments;
    }
}
