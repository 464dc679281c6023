using System.Reflection;
using System.Reflection.Emit;
using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>
/// Emits the body of one random, well-typed function: its parameters, locals of some of all types, places inside them, a few statements
/// and a result. Parameters may be references; views of numbers and records are memory of the work item.
/// </summary>
internal sealed partial class RandomFunction
{
    /// <summary>Elements of each of the two views; a power of two.</summary>
    public const int MemorySize = 4;

    private static readonly Type[] Structs =
    [
        typeof(RandomPair), typeof(RandomNested), typeof(RandomBox<float>), typeof(RandomBox<RandomBox<float>>), typeof(RandomBox<ulong>),
        typeof(RandomBox<RandomPair>), typeof((int, RandomBox<float>)), typeof((sbyte, uint, (long, ushort))),
    ];

    private readonly ILGenerator il;
    private readonly Random random;
    private readonly Type[] parameters;
    private readonly IReadOnlyList<MethodInfo> callees;
    private readonly List<Place> places = [];
    private readonly List<LocalBuilder> variables = [];
    private int statements;
    private int calls;

    /// <param name="il">Receives the body.</param>
    /// <param name="random">Decides everything.</param>
    /// <param name="parameters">Types of the parameters.</param>
    /// <param name="statements">How many statements there may be.</param>
    /// <param name="callees">Functions of this program that may be called.</param>
    public RandomFunction(ILGenerator il, Random random, Type[] parameters, int statements, IReadOnlyList<MethodInfo> callees)
    {
        this.il = il;
        this.random = random;
        this.parameters = parameters;
        this.statements = statements;
        this.callees = callees;
    }

    private sealed record Place(Type Type, Action Address, bool IsVariable);

    /// <summary>Types that a parameter of a random function may have.</summary>
    public static Type ParameterType(Random random) => random.Next(6) switch
    {
        0 => typeof(int).MakeByRefType(),
        1 => Structs[random.Next(Structs.Length)].MakeByRefType(),
        2 => Structs[random.Next(Structs.Length)],
        3 => typeof(ArrayView<int>),
        _ => Opcodes.Scalars[random.Next(Opcodes.Scalars.Length)],
    };

    public static Type ResultType(Random random) =>
        random.Next(3) == 0 ? Structs[random.Next(Structs.Length)] : Opcodes.Scalars[random.Next(Opcodes.Scalars.Length)];

    /// <summary>long F(int x, ArrayView&lt;int&gt; numbers, ArrayView&lt;RandomNested&gt; records): a hash of its locals.</summary>
    public void EmitHashed()
    {
        Declare();
        Body();
        il.Emit(OpCodes.Ldc_I8, 17L);
        // The kernel adds the memory as a whole.
        foreach (var leaf in places.Where(place => place.IsVariable && place.Type.IsPrimitive).ToArray())
        {
            Load(leaf);
            bool real = Opcodes.IsReal(leaf.Type);
            il.Convert(leaf.Type, real ? typeof(double) : typeof(long));
            Call(nameof(RandomHelpers.Combine), typeof(long), real ? typeof(double) : typeof(long));
        }

        il.Emit(OpCodes.Ret);
    }

    /// <summary>A function that gives back a value of a type.</summary>
    public void EmitReturning(Type result)
    {
        Declare();
        Body();
        Value(result, 2);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Locals with a value from the parameters, and the places inside locals, references and memory.</summary>
    private void Declare()
    {
        for (int k = 0; k < parameters.Length; k++)
        {
            short argument = (short)k;
            var type = parameters[k];
            if (type.IsByRef) AddPlaces(type.GetElementType()!, () => il.Emit(OpCodes.Ldarg, argument));
            else if (IsView(type)) AddPlaces(type.GetGenericArguments()[0], () => Element(argument));
            else AddPlaces(type, () => il.Emit(OpCodes.Ldarga, argument));
        }

        foreach (var type in Opcodes.Scalars.Where(type => type == typeof(int) || random.Next(4) == 0)) Variable(type);
        foreach (var type in Structs.Where(_ => random.Next(5) == 0)) Variable(type);
        if (random.Next(2) == 0) Reference();
    }

    private void Variable(Type type)
    {
        var variable = il.DeclareLocal(type);
        Value(type, 1);
        il.Emit(OpCodes.Stloc, variable);
        variables.Add(variable);
        AddPlaces(type, () => il.Emit(OpCodes.Ldloca, variable), isVariable: true);
    }

    /// <summary>A ref local; it refers to other places later.</summary>
    private void Reference()
    {
        var type = places[random.Next(places.Count)].Type;
        var reference = il.DeclareLocal(type.MakeByRefType());
        Address(type);
        il.Emit(OpCodes.Stloc, reference);
        references.Add(reference);
        AddPlaces(type, () => il.Emit(OpCodes.Ldloc, reference));
    }

    private void AddPlaces(Type type, Action address, bool isVariable = false)
    {
        places.Add(new(type, address, isVariable));
        if (type.IsPrimitive) return;
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public))
        {
            AddPlaces(field.FieldType, () =>
            {
                address();
                il.Emit(OpCodes.Ldflda, field);
            }, isVariable);
        }
    }

    /// <summary>The address of an element of the view in a parameter.</summary>
    private void Element(short argument)
    {
        il.Emit(OpCodes.Ldarga, argument);
        if (random.Next(3) == 0) il.Emit(OpCodes.Ldc_I4, random.Next(MemorySize));
        else Index(1);
        il.Emit(OpCodes.Call, RandomProgram.Element(parameters[argument]));
    }

    /// <summary>A number from 0 to below the size of memory.</summary>
    private void Index(int depth)
    {
        Value(typeof(int), depth);
        il.Emit(OpCodes.Ldc_I4, MemorySize - 1);
        il.Emit(OpCodes.And);
    }

    private static bool IsView(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView<>);

    private bool HasPlace(Type type) => places.Any(place => place.Type == type);

    private Place Some(Type type)
    {
        var candidates = places.Where(place => place.Type == type).ToArray();
        return candidates[random.Next(candidates.Length)];
    }

    private void Load(Place place)
    {
        place.Address();
        il.Emit(OpCodes.Ldobj, place.Type);
    }

    private void Call(string helper, params Type[] types) => il.Emit(OpCodes.Call, types.Length == 0
        ? typeof(RandomHelpers).GetMethod(helper)!
        : typeof(RandomHelpers).GetMethod(helper, types)!);
}
