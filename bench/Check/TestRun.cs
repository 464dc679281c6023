using System.Diagnostics;
using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Gpu.Check;

/// <summary>Runs the tests of an assembly in this process, in xunit's own way, and prints those that fail.</summary>
/// <param name="path">The assembly.</param>
/// <param name="filter">Text that the names of the tests have; empty for all.</param>
internal sealed class TestRun(string path, string filter) : LongLivedMarshalByRefObject, IMessageSink
{
    private readonly string name = Path.GetFileNameWithoutExtension(path);
    private readonly List<ITestCase> cases = [];
    private readonly List<string> failures = [];
    private readonly ManualResetEventSlim finished = new();
    private readonly Lock gate = new();
    private TimeSpan elapsed;
    private int skipped;

    public int Passed { get; private set; }

    public int Failed => failures.Count;

    public object Summary => new { tests = name, filter, passed = Passed, failed = Failed, skipped, seconds = Math.Round(elapsed.TotalSeconds, 1), failures };

    public TestRun Run()
    {
        var watch = Stopwatch.StartNew();
        // By the name of the assembly, not of its file: xunit loads it into the same context as everything else.
        var assembly = AssemblyName.GetAssemblyName(path);
        using var framework = new XunitTestFramework(this);
        var information = new ReflectionAssemblyInfo(Assembly.Load(assembly));
        using var discoverer = framework.GetDiscoverer(information);
        var options = new Options();
        discoverer.Find(includeSourceInformation: false, this, options);
        finished.Wait();
        finished.Reset();
        using var executor = framework.GetExecutor(assembly);
        executor.RunTests(cases.Where(Fits), this, options);
        finished.Wait();
        elapsed = watch.Elapsed;
        Console.WriteLine($"{name}: {Passed} passed, {Failed} failed, {skipped} skipped in {elapsed.TotalSeconds:F1} s");
        return this;
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (gate)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage found: cases.Add(found.TestCase); break;
                case IDiscoveryCompleteMessage or ITestAssemblyFinished: finished.Set(); break;
                case ITestPassed: Passed++; break;
                case ITestSkipped: skipped++; break;
                case ITestFailed failed: Fail(failed.Test.DisplayName, failed); break;
                case IErrorMessage error: Fail(name, error); break;
                case ITestClassCleanupFailure error: Fail(error.TestClass.Class.Name, error); break;
                case ITestAssemblyCleanupFailure error: Fail(name, error); break;
            }
        }

        return true;
    }

    private bool Fits(ITestCase test) =>
        filter.Length == 0 || $"{test.TestMethod.TestClass.Class.Name}.{test.TestMethod.Method.Name}".Contains(filter, StringComparison.OrdinalIgnoreCase);

    private void Fail(string what, IFailureInformation failure)
    {
        failures.Add(what);
        Console.WriteLine($"FAILED {what}\n{string.Join('\n', failure.Messages)}\n{failure.StackTraces.FirstOrDefault()}\n");
    }

    /// <summary>xunit's options: all unset, so its own apply.</summary>
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> values = [];

        public TValue GetValue<TValue>(string name) => values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => values[name] = value;
    }
}
