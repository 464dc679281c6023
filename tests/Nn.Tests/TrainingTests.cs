using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Nn.Tests;

/// <summary>What a training step costs besides its arithmetic: copies to the host, and memory.</summary>
[Collection(SerialCollection.Name)]
public class TrainingTests
{
    private sealed class Trainer
    {
        private readonly Sequential _model;
        private readonly Optimizer _optimizer;
        private readonly Loss _criterion;
        private readonly Tensor _x, _y;

        public Trainer(Device device, bool classify)
        {
            var generator = new Generator(1);
            _model = new Sequential(new Linear(2, 8, generator: generator), new Tanh(), new Linear(8, 1, generator: generator), classify ? new Sigmoid() : new Identity()).To(device);
            _optimizer = classify ? new Sgd(_model.Parameters(), lr: 0.1, momentum: 0.9) : new Adam(_model.Parameters());
            _criterion = classify ? new BceLoss() : new MseLoss();
            _x = Tensor.Randn([32, 2], device: device, generator: generator);
            _y = _x.Narrow(1, 0, 1).Gt(0).Float();
        }

        public Tensor Step()
        {
            _optimizer.ZeroGrad();
            var loss = _criterion.Forward(_model.Forward(_x), _y);
            loss.Backward();
            _optimizer.Step();
            return loss;
        }
    }

    [Theory]
    [AllDevices(true)]
    [AllDevices(false)]
    public void AStepCopiesNothingToTheHostButTheLossThatIsRead(string device, bool classify)
    {
        var on = TestDevices.Get(device);
        var trainer = new Trainer(on, classify);
        trainer.Step().Item();
        long toHost = on.CopiesToHost, toDevice = on.CopiesToDevice;
        for (int i = 0; i < 10; i++) trainer.Step();
        Assert.Equal(0, on.CopiesToHost - toHost);
        Assert.Equal(0, on.CopiesToDevice - toDevice);
        trainer.Step().Item();
        Assert.Equal(1, on.CopiesToHost - toHost);
    }

    [Theory]
    [AllDevices(true)]
    [AllDevices(false)]
    public void LiveMemoryIsFlatOver100Steps(string device, bool scoped)
    {
        var on = TestDevices.Get(device);
        var trainer = new Trainer(on, classify: false);
        for (int i = 0; i < 5; i++) Step();
        long before = Live();
        for (int i = 0; i < 100; i++) Step();
        Assert.Equal(before, Live());
        GC.KeepAlive(trainer);

        void Step()
        {
            if (!scoped)
            {
                trainer.Step();
                return;
            }
            using var scope = Scope.Begin();
            trainer.Step();
        }

        long Live()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return on.Memory.Live;
        }
    }

    [Theory, AllDevices]
    public void TrainingMakesTheLossSmall(string device)
    {
        var trainer = new Trainer(TestDevices.Get(device), classify: true);
        double first = trainer.Step().Item();
        for (int i = 0; i < 150; i++)
        {
            using var scope = Scope.Begin();
            trainer.Step();
        }
        Assert.InRange(trainer.Step().Item(), 0, 0.8 * first);
    }
}
