using Gpu.Kernels;
using Gpu.Nn;
using Gpu.Tutorials;

namespace Gpu.Digests;

/// <summary>All weights of a small network after 100 steps, with each optimizer.</summary>
internal static class TrainingDigests
{
    public static IEnumerable<(string Name, string Digest)> Of(Device device)
    {
        yield return ("mlp with sgd", Train(device, parameters => new Sgd(parameters, lr: 0.05)));
        yield return ("mlp with momentum and decay", Train(device, parameters => new Sgd(parameters, lr: 0.02, momentum: 0.9, weightDecay: 1e-3, nesterov: true)));
        yield return ("mlp with adam", Train(device, parameters => new Adam(parameters, lr: 3e-3)));
        yield return ("mlp with adamw", Train(device, parameters => new AdamW(parameters, lr: 3e-3, weightDecay: 0.05)));
    }

    private static string Train(Device device, Func<IEnumerable<Tensor>, Optimizer> choose)
    {
        Generator.Seed(5);
        // Sizes that are no multiple of any vector, tile or group.
        var x = Tensor.Randn([200, 37]);
        var y = x.Square().Sum(dim: 1, keepDim: true).Sqrt() + Tensor.Randn([200, 1]) * 0.1;
        var loader = new DataLoader(new TensorDataset(x, y), batchSize: 23, shuffle: true, device: device);
        var model = new Sequential(new Linear(37, 61), new Tanh(), new Linear(61, 45), new Relu(), new Linear(45, 1)).To(device);
        var optimizer = choose(model.Parameters());
        var criterion = new MseLoss();
        for (int step = 0; step < 100;)
            foreach (var (xs, ys) in loader)
            {
                if (step++ >= 100) break;
                using var scope = Scope.Begin();
                optimizer.ZeroGrad();
                criterion.Forward(model.Forward(xs), ys).Backward();
                optimizer.Step();
            }
        var digest = new Digest();
        foreach (var parameter in model.Parameters()) digest.Add(parameter);
        return digest.ToString();
    }
}
