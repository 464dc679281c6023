using System.Diagnostics;
using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>Runs tutorials as the command line says.</summary>
public static class TutorialProgram
{
    /// <summary>The program, over all tutorials unless others are given.</summary>
    /// <returns>0 when every check held, 1 when one failed, 2 when the command line cannot be followed.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, IReadOnlyList<Tutorial>? tutorials = null)
    {
        try
        {
            var options = Options.Parse(arguments, tutorials ?? Tutorial.All);
            if (options.Help) output.WriteLine(Options.Usage);
            else if (options.List)
                foreach (var tutorial in options.Tutorials)
                    output.WriteLine($"{tutorial.Name,-28} {tutorial.Summary}");
            else return RunTutorials(options, output);
            return 0;
        }
        catch (UsageException wrong)
        {
            error.WriteLine(wrong.Message);
            return 2;
        }
    }

    private static int RunTutorials(Options options, TextWriter output)
    {
        var device = Open(options.Device);
        using var json = OpenJson(options.Json);
        output.WriteLine($"Device {device.Name}: {device.Description}");
        TakeFirstStep(device, output);
        var outcomes = options.Tutorials.Select(tutorial => RunOne(tutorial, options, device, output)).ToList();
        if (json != null) Outcome.WriteJson(json, outcomes);
        var failed = outcomes.Where(outcome => !outcome.Passed).Select(outcome => outcome.Tutorial).ToList();
        output.WriteLine();
        output.WriteLine(failed.Count == 0
            ? $"All {outcomes.Count} passed in {outcomes.Sum(outcome => outcome.Seconds):F2} s."
            : $"{failed.Count} of {outcomes.Count} failed: {string.Join(", ", failed)}.");
        return failed.Count == 0 ? 0 : 1;
    }

    private static void TakeFirstStep(Device device, TextWriter output)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            FirstStep.Take(device);
            output.WriteLine($"First training step, which compiles what it needs: {Stopwatch.GetElapsedTime(start).TotalSeconds:F3} s");
        }
        catch (Exception problem)
        {
            // The tutorials will say the same, each with its own result.
            output.WriteLine($"The first training step failed: {problem.Message}");
        }
    }

    private static Outcome RunOne(Tutorial tutorial, Options options, Device device, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{tutorial.Name}: {tutorial.Summary}");
        var lesson = new Lesson(device, output);
        Generator.Seed(options.Seed);
        long start = Stopwatch.GetTimestamp();
        bool finished = false;
        try
        {
            tutorial.Run(lesson);
            finished = true;
        }
        catch (Exception problem)
        {
            // One tutorial's failure must not keep the others from running.
            output.WriteLine($"  FAIL {problem}");
        }
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        bool passed = finished && lesson.Failures.Count == 0;
        output.WriteLine($"  {(passed ? "passed" : "FAILED")} in {seconds:F3} s, bits {lesson.Digest}");
        return new(tutorial.Name, options.Device, passed, seconds, lesson.Digest.ToString(), lesson.Metrics);
    }

    private static Device Open(string name)
    {
        try
        {
            return Device.Get(name);
        }
        catch (Exception problem) when (problem is ArgumentException or DeviceNotFoundException)
        {
            throw new UsageException(problem.Message);
        }
    }

    private static FileStream? OpenJson(string? path)
    {
        try
        {
            return path == null ? null : new FileStream(path, FileMode.Create);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"The file '{path}' cannot be written: {problem.Message}");
        }
    }
}
