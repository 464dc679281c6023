using System.Globalization;

namespace ILGPU;

/// <content>
/// Text from kernels. <c>{0}</c>, <c>{1}</c> ... stand for the arguments; formats behind a colon and alignments are not known on devices.
/// The CPU accelerator writes to <see cref="Console"/>; devices write to the process's output where the context was built with
/// <see cref="Context.Builder.IOOperations"/>, and write nothing otherwise.
/// </content>
public static partial class Interop
{
    /// <summary>Writes text.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write(string expression) => Console.Write(expression);

    /// <summary>Writes text and ends the line.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine(string expression) => Console.WriteLine(expression);

    private static string Format(string format, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, format, arguments);

    /// <summary>Writes 1 value.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1>(string format, T1 argument1)
        where T1 : unmanaged
        => Console.Write(Format(format, argument1));

    /// <summary>Writes a line with 1 value.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1>(string format, T1 argument1)
        where T1 : unmanaged
        => Console.WriteLine(Format(format, argument1));

    /// <summary>Writes 2 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2>(string format, T1 argument1, T2 argument2)
        where T1 : unmanaged where T2 : unmanaged
        => Console.Write(Format(format, argument1, argument2));

    /// <summary>Writes a line with 2 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2>(string format, T1 argument1, T2 argument2)
        where T1 : unmanaged where T2 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2));

    /// <summary>Writes 3 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3>(string format, T1 argument1, T2 argument2, T3 argument3)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3));

    /// <summary>Writes a line with 3 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3>(string format, T1 argument1, T2 argument2, T3 argument3)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3));

    /// <summary>Writes 4 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4));

    /// <summary>Writes a line with 4 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4));

    /// <summary>Writes 5 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5));

    /// <summary>Writes a line with 5 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5));

    /// <summary>Writes 6 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6));

    /// <summary>Writes a line with 6 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6));

    /// <summary>Writes 7 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6, T7>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7));

    /// <summary>Writes a line with 7 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6, T7>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7));

    /// <summary>Writes 8 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6, T7, T8>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8));

    /// <summary>Writes a line with 8 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6, T7, T8>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8));

    /// <summary>Writes 9 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6, T7, T8, T9>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9));

    /// <summary>Writes a line with 9 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6, T7, T8, T9>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9));

    /// <summary>Writes 10 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10));

    /// <summary>Writes a line with 10 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10));

    /// <summary>Writes 11 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10, T11 argument11)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged where T11 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10, argument11));

    /// <summary>Writes a line with 11 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10, T11 argument11)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged where T11 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10, argument11));

    /// <summary>Writes 12 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10, T11 argument11, T12 argument12)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged where T11 : unmanaged where T12 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10, argument11, argument12));

    /// <summary>Writes a line with 12 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10, T11 argument11, T12 argument12)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged where T11 : unmanaged where T12 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10, argument11, argument12));

    /// <summary>Writes 13 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10, T11 argument11, T12 argument12, T13 argument13)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged where T11 : unmanaged where T12 : unmanaged where T13 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10, argument11, argument12, argument13));

    /// <summary>Writes a line with 13 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10, T11 argument11, T12 argument12, T13 argument13)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged where T11 : unmanaged where T12 : unmanaged where T13 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10, argument11, argument12, argument13));

    /// <summary>Writes 14 values.</summary>
    [Special("write"), Needs(KernelNeeds.None)]
    public static void Write<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10, T11 argument11, T12 argument12, T13 argument13, T14 argument14)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged where T11 : unmanaged where T12 : unmanaged where T13 : unmanaged where T14 : unmanaged
        => Console.Write(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10, argument11, argument12, argument13, argument14));

    /// <summary>Writes a line with 14 values.</summary>
    [Special("write_line"), Needs(KernelNeeds.None)]
    public static void WriteLine<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(string format, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6, T7 argument7, T8 argument8, T9 argument9, T10 argument10, T11 argument11, T12 argument12, T13 argument13, T14 argument14)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where T4 : unmanaged where T5 : unmanaged where T6 : unmanaged where T7 : unmanaged where T8 : unmanaged where T9 : unmanaged where T10 : unmanaged where T11 : unmanaged where T12 : unmanaged where T13 : unmanaged where T14 : unmanaged
        => Console.WriteLine(Format(format, argument1, argument2, argument3, argument4, argument5, argument6, argument7, argument8, argument9, argument10, argument11, argument12, argument13, argument14));
}
