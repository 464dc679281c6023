using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Nn.Tests;

[Collection(SerialCollection.Name)]
public class LossTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var device in TestDevices.All)
                for (int i = 0; i < Oracle.Root.GetProperty("losses").GetArrayLength(); i++)
                    cases.Add(device.Name, i);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void AgreesWithPyTorch(string device, int index)
    {
        var (oracle, on) = (Oracle.Root.GetProperty("losses")[index], TestDevices.Get(device));
        int[] shape = [.. oracle.Numbers("shape").Select(size => (int)size)];
        var reduction = Enum.Parse<Reduction>(oracle.Text("reduction"), ignoreCase: true);
        Loss criterion = oracle.Text("name") switch
        {
            "mse" => new MseLoss(reduction),
            "l1" => new L1Loss(reduction),
            _ => new BceLoss(reduction),
        };
        var input = Oracle.Tensor(on, oracle.Numbers("input"), shape).RequireGrad();
        var loss = criterion.Forward(input, Oracle.Tensor(on, oracle.Numbers("target"), shape));
        loss.Backward(Oracle.Tensor(on, oracle.Numbers("weights"), loss.Shape.ToArray()));
        Oracle.Near(oracle.Numbers("loss"), loss, $"{criterion}");
        // At p = 0 and 1 the gradient is divided by 10⁻¹², which PyTorch rounds to float32.
        Oracle.Near(oracle.Numbers("gradient"), input.Grad!, $"gradient of {criterion}", criterion is BceLoss ? 1e-8 : 1e-12);
    }

    [Theory, AllDevices]
    public void ColumnAgainstRowWarnsWithBothShapes(string device)
    {
        var on = TestDevices.Get(device);
        var column = Tensor.Zeros([4, 1], device: on);
        var row = Tensor.Ones([4], device: on);
        foreach (var criterion in new Loss[] { new MseLoss(), new L1Loss() })
        {
            var warnings = Listen(() => Assert.Equal(1, criterion.Forward(column, row).Item()));
            Assert.Contains(warnings, text => text.Contains("[4, 1]") && text.Contains("[4]") && text.Contains("[4, 4]"));
        }
    }

    [Theory, AllDevices]
    public void EqualShapesDoNotWarn(string device)
    {
        var on = TestDevices.Get(device);
        Assert.Empty(Listen(() => new MseLoss().Forward(Tensor.Zeros([4, 1], device: on), Tensor.Ones([4, 1], device: on))));
    }

    [Theory, AllDevices]
    public void CrossEntropyOfTwoShapesIsRefused(string device)
    {
        var on = TestDevices.Get(device);
        var p = Tensor.Full([4, 1], 0.5, device: on);
        var error = Assert.Throws<ArgumentException>(() => new BceLoss().Forward(p, Tensor.Ones([4], device: on)));
        Assert.Contains("[4, 1]", error.Message);
        Assert.Contains("[4]", error.Message);
        Assert.Throws<ArgumentException>(() => new BceLoss().Forward(p, Tensor.Ones([4, 1], DType.Int64, on)));
    }

    [Theory]
    [AllDevices(-0.5, 1.0)]
    [AllDevices(1.5, 1.0)]
    [AllDevices(double.NaN, 1.0)]
    [AllDevices(0.5, 1.5)]
    [AllDevices(0.5, -0.001)]
    public void CrossEntropyOutsideZeroAndOneIsRefused(string device, double probability, double target)
    {
        var on = TestDevices.Get(device);
        var p = Tensor.From([0.2f, (float)probability, 0.9f], device: on);
        var t = Tensor.From([0f, (float)target, 1f], device: on);
        // At the call on the host, at the next read elsewhere.
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new BceLoss().Forward(p, t).Item());
        Assert.Contains("[0, 1]", error.Message);
        // The device goes on working.
        Assert.Equal(3, Tensor.Ones([3], device: on).Sum().Item());
    }

    private static List<string> Listen(Action action)
    {
        var heard = new List<string>();
        Warn.Raised += heard.Add;
        try
        {
            action();
        }
        finally
        {
            Warn.Raised -= heard.Add;
        }
        return heard;
    }
}
