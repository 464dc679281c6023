using System.Runtime.InteropServices;

namespace ILGPU.Runtime.OpenCL;

/// <summary>What drivers must be told before they are loaded.</summary>
internal static partial class DriverSettings
{
    /// <summary>
    /// PoCL replaces the process's handler of arithmetic traps by one that skips the division: C# code of the whole process would
    /// then go on with a wrong number where it must raise <see cref="DivideByZeroException"/>. Generated kernels divide without traps,
    /// so the handler is not needed.
    /// </summary>
    public static void Apply()
    {
        // Environment.SetEnvironmentVariable does not reach native code on Unix.
        if (OperatingSystem.IsLinux())
            _ = SetVariable("POCL_SIGFPE_HANDLER", "0", overwrite: 0);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
