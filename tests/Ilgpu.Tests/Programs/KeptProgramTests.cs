using Gpu.Ilgpu.Tests.Cuda;
using Gpu.Ilgpu.Tests.OpenCl;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;
using Xunit;

namespace Gpu.Ilgpu.Tests.Programs;

/// <summary>
/// Kernels that an earlier context built. An accelerator knows nothing of the ones before it, and each cache object starts without
/// knowledge, as in a new process; only the folder is common.
/// </summary>
public sealed class KeptProgramTests : IDisposable
{
    private const int Items = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("kept-programs").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_switch_of_the_environment_is_off_here() => Assert.Null(ProgramCache.Default);

    [OpenClFact]
    public void The_second_OpenCL_context_builds_nothing_from_source()
    {
        Assert.Equal(2, RunOpenCl(new ProgramCache(folder)));
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.Equal(0, RunOpenCl(new ProgramCache(folder)));
    }

    [OpenClFact]
    public void Without_a_cache_OpenCL_writes_nothing()
    {
        RunOpenCl(null);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [OpenClFact]
    public void Damaged_and_refused_OpenCL_binaries_are_built_again()
    {
        RunOpenCl(new ProgramCache(folder));
        string[] files = [.. Directory.GetFiles(folder).Order()];
        File.WriteAllBytes(files[0], File.ReadAllBytes(files[0])[..100]);
        // Whole for the cache, nonsense for the driver.
        new ProgramCache(folder).Write(Path.GetFileNameWithoutExtension(files[1]), "not a program of any driver"u8);
        Assert.Equal(2, RunOpenCl(new ProgramCache(folder)));
        Assert.Equal(0, RunOpenCl(new ProgramCache(folder)));
    }

    [OpenClFact]
    public void OpenCL_contexts_fill_one_folder_at_once()
    {
        Parallel.For(0, 3, _ => RunOpenCl(new ProgramCache(folder)));
        Assert.Equal(0, RunOpenCl(new ProgramCache(folder)));
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [OpenClFact]
    public void Other_options_are_other_OpenCL_programs()
    {
        RunOpenCl(new ProgramCache(folder));
        Assert.Equal(2, RunOpenCl(new ProgramCache(folder), MathMode.Fast));
    }

    [OpenClFact]
    public void A_folder_that_cannot_be_written_costs_OpenCL_only_time()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        Assert.Equal(2, RunOpenCl(new ProgramCache(file)));
    }

    [CudaStandInFact]
    public void The_second_CUDA_context_compiles_nothing()
    {
        using var cuda = new CudaStandIn();
        Assert.Equal(2, RunCuda(cuda, new ProgramCache(folder)));
        cuda.Refuse("there is nothing to compile");
        Assert.Equal(0, RunCuda(cuda, new ProgramCache(folder)));
        using var context = Context.Create(builder => builder.Register(cuda.Platform, _ => true));
        using var accelerator = context.CreateCudaAccelerator(0);
        Assert.Throws<InternalCompilerException>(() => accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Squares));
    }

    [CudaStandInFact]
    public void Damaged_and_refused_CUDA_images_are_compiled_again()
    {
        using var cuda = new CudaStandIn();
        RunCuda(cuda, new ProgramCache(folder));
        string[] files = [.. Directory.GetFiles(folder).Order()];
        File.WriteAllBytes(files[0], []);
        new ProgramCache(folder).Write(Path.GetFileNameWithoutExtension(files[1]), "/no such file\0"u8);
        Assert.Equal(2, RunCuda(cuda, new ProgramCache(folder)));
        Assert.Equal(0, RunCuda(cuda, new ProgramCache(folder)));
    }

    [CudaStandInFact]
    public void Another_architecture_or_compiler_is_another_CUDA_program()
    {
        using (var cuda = new CudaStandIn())
            RunCuda(cuda, new ProgramCache(folder));
        using (var older = new CudaStandIn())
        {
            older.SetNewestArchitecture(89);
            Assert.Equal(2, RunCuda(older, new ProgramCache(folder)));
        }

        using (var compiler = new CudaStandIn())
        {
            compiler.SetCompilerVersion(12, 0);
            Assert.Equal(2, RunCuda(compiler, new ProgramCache(folder)));
        }
    }

    private static int RunOpenCl(ProgramCache? programs, MathMode mode = MathMode.Default)
    {
        using var context = Context.Create(builder => builder.OpenCL().Math(mode));
        using var accelerator = context.CreateCLAccelerator(0);
        accelerator.Programs = programs;
        RunKernels(accelerator);
        return programs?.Built ?? 0;
    }

    private static int RunCuda(CudaStandIn cuda, ProgramCache programs)
    {
        using var context = Context.Create(builder => builder.Register(cuda.Platform, _ => true));
        using var accelerator = context.CreateCudaAccelerator(0);
        accelerator.Programs = programs;
        RunKernels(accelerator);
        return programs.Built;
    }

    private static void RunKernels(Accelerator accelerator)
    {
        using var y = accelerator.Allocate1D<int>(Items);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Squares)(Items, y.View);
        Assert.Equal(Enumerable.Range(0, Items).Select(i => i * i), y.GetAsArray1D());
        accelerator.LoadStreamKernel<ArrayView<int>>(Neighbours)((Items / 10, 10), y.View);
        Assert.Equal(Enumerable.Range(0, Items).Select(i => (i / 10 * 10) + 9 - (i % 10)).Select(i => i * i), y.GetAsArray1D());
    }

    private static void Squares(Index1D i, ArrayView<int> y) => y[i] = i * i;

    private static void Neighbours(ArrayView<int> y)
    {
        var shared = SharedMemory.Allocate<int>(10);
        shared[Group.IdxX] = y[Grid.GlobalIndex.X];
        Group.Barrier();
        y[Grid.GlobalIndex.X] = shared[9 - Group.IdxX];
    }
}
