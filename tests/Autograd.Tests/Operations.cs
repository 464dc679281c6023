using System.Text.Json;
using Gpu.Kernels;

namespace Gpu.Autograd.Tests;

/// <summary>The operations of oracle/operations.json as this engine writes them.</summary>
public static class Operations
{
    public static readonly IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Table = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["add"] = x => x[0] + x[1],
        ["add_broadcast"] = x => x[0] + x[1],
        ["add_number"] = x => x[0] + 1.5,
        ["number_minus"] = x => 1.5 - x[0],
        ["sub"] = x => x[0] - x[1],
        ["mul"] = x => x[0] * x[1],
        ["mul_zero_dim"] = x => x[0] * x[1],
        ["mul_number"] = x => x[0] * -2.5,
        ["div"] = x => x[0] / x[1],
        ["div_number"] = x => x[0] / 3.0,
        ["number_div"] = x => 2.0 / x[0],
        ["neg"] = x => -x[0],
        ["pow_2"] = x => x[0].Pow(2),
        ["pow_3"] = x => x[0].Pow(3),
        ["pow_half"] = x => x[0].Pow(0.5),
        ["pow_minus_1"] = x => x[0].Pow(-1.0),
        ["pow_2_7"] = x => x[0].Pow(2.7),
        ["pow_0"] = x => x[0].Pow(0),
        ["pow_tensor"] = x => x[0].Pow(x[1]),
        ["pow_zero_base"] = x => x[0].Pow(x[1]),
        ["maximum"] = x => x[0].Maximum(x[1]),
        ["minimum"] = x => x[0].Minimum(x[1]),
        ["atan2"] = x => x[0].Atan2(x[1]),
        ["sqrt"] = x => x[0].Sqrt(),
        ["rsqrt"] = x => x[0].Rsqrt(),
        ["reciprocal"] = x => x[0].Reciprocal(),
        ["exp"] = x => x[0].Exp(),
        ["expm1"] = x => x[0].Expm1(),
        ["log"] = x => x[0].Log(),
        ["log1p"] = x => x[0].Log1p(),
        ["log2"] = x => x[0].Log2(),
        ["log10"] = x => x[0].Log10(),
        ["sin"] = x => x[0].Sin(),
        ["cos"] = x => x[0].Cos(),
        ["tan"] = x => x[0].Tan(),
        ["asin"] = x => x[0].Asin(),
        ["acos"] = x => x[0].Acos(),
        ["atan"] = x => x[0].Atan(),
        ["sinh"] = x => x[0].Sinh(),
        ["cosh"] = x => x[0].Cosh(),
        ["tanh"] = x => x[0].Tanh(),
        ["erf"] = x => x[0].Erf(),
        ["sigmoid"] = x => x[0].Sigmoid(),
        ["log_sigmoid"] = x => x[0].LogSigmoid(),
        ["softplus"] = x => x[0].Softplus(),
        ["silu"] = x => x[0].Silu(),
        ["gelu"] = x => x[0].Gelu(),
        ["gelu_tanh"] = x => x[0].GeluTanh(),
        ["relu"] = x => x[0].Relu(),
        ["leaky_relu"] = x => x[0].LeakyRelu(0.1),
        ["elu"] = x => x[0].Elu(),
        ["abs"] = x => x[0].Abs(),
        ["sign"] = x => x[0].Sign(),
        ["square"] = x => x[0].Square(),
        ["floor"] = x => x[0].Floor(),
        ["clamp"] = x => x[0].Clamp(-1, 1),
        ["clamp_min"] = x => x[0].Clamp(low: -1),
        ["where"] = x => Tensor.Where(x[0] > 0, x[0], x[1]),
        ["sum"] = x => x[0].Sum(),
        ["sum_dim"] = x => x[0].Sum(1),
        ["sum_dims_keep"] = x => x[0].Sum([0, 2], keepDim: true),
        ["mean"] = x => x[0].Mean(),
        ["mean_dim"] = x => x[0].Mean(-1),
        ["max"] = x => x[0].Max(),
        ["min"] = x => x[0].Min(),
        ["max_dim"] = x => x[0].Max(1).Values,
        ["min_dim"] = x => x[0].Min(0).Values,
        ["amax"] = x => x[0].Amax(1),
        ["amin"] = x => x[0].Amin([0, 2]),
        ["prod"] = x => x[0].Prod(),
        ["prod_one_zero"] = x => x[0].Prod(),
        ["prod_two_zeros"] = x => x[0].Prod(),
        ["prod_dim"] = x => x[0].Prod(1),
        ["var"] = x => x[0].Var(),
        ["var_dim"] = x => x[0].Var(1, correction: 0),
        ["std"] = x => x[0].Std(0),
        ["norm"] = x => x[0].Norm(),
        ["norm_zero"] = x => x[0].Norm(),
        ["logsumexp"] = x => x[0].LogSumExp(1),
        ["softmax"] = x => x[0].Softmax(1),
        ["softmax_first"] = x => x[0].Softmax(0),
        ["log_softmax"] = x => x[0].LogSoftmax(-1),
        ["matmul"] = x => x[0].MatMul(x[1]),
        ["matmul_transposed"] = x => x[0].MatMul(x[1].T),
        ["addmm"] = x => x[0].AddMm(x[1], x[2]),
        ["addmm_column"] = x => x[0].AddMm(x[1], x[2]),
        ["matmul_vector"] = x => x[0].Mv(x[1]),
        ["matmul_vector_left"] = x => x[0].MatMul(x[1]),
        ["matmul_vectors"] = x => x[0].Dot(x[1]),
        ["matmul_batch"] = x => x[0].Bmm(x[1]),
        ["matmul_batch_shared"] = x => x[0].MatMul(x[1]),
        ["matmul_batch_left"] = x => x[0].MatMul(x[1]),
        ["matmul_batch_broadcast"] = x => x[0].MatMul(x[1]),
        ["reshape"] = x => x[0].T.Reshape(3, 4) * 2,
        ["flatten"] = x => x[0].Flatten(1) * 2,
        ["transpose"] = x => x[0].Transpose(0, 2) * 2,
        ["permute"] = x => x[0].Permute(2, 0, 1) * 2,
        ["expand"] = x => x[0].Expand(4, 3),
        ["narrow"] = x => x[0].Narrow(0, 1, 3),
        ["select"] = x => x[0].Select(1, -1),
        ["index_slices"] = x => x[0][1..4, Slice.Every(2)],
        ["split"] = x => x[0].Split([1, 1, 2])[1],
        ["unbind"] = x => x[0].Unbind(0)[2],
        ["squeeze"] = x => x[0].Squeeze(1).Unsqueeze(0),
        ["cat"] = x => Tensor.Cat([x[0], x[1], x[0]]),
        ["stack"] = x => Tensor.Stack([x[0], x[1], x[0]], -1),
        ["index_select"] = x => x[0].IndexSelect(0, Index(x, [1L, 1, 3])),
        ["index_rows"] = x => x[0][Index(x, new long[,] { { 1, 1 }, { 3, -4 } })],
        ["gather"] = x => x[0].Gather(1, Index(x, new long[,] { { 0, 0 }, { 3, 1 } })),
        ["scatter_add"] = x => x[0].ScatterAdd(1, Index(x, new long[,] { { 0, 0, 3 }, { 1, 2, 1 } }), x[1]),
        ["masked_fill"] = x => x[0].MaskedFill(x[0] > 0.5, 9.0),
        ["masked_select"] = x => x[0][x[0] > 0.1],
        ["clone"] = x => x[0].T.Contiguous(),
        ["squared_difference"] = x => x[0].SquaredDifference(x[1]),
    };

    /// <summary>What PyTorch computed, by operation.</summary>
    public static readonly IReadOnlyDictionary<string, Case> Oracle = Load();

    public sealed record Values(int[] Shape, double[] Numbers)
    {
        public Tensor On(Device device, DType dtype, bool requiresGrad = false) => Tensor.From<double>(Numbers, Shape, dtype, device, requiresGrad);
    }

    public sealed record Case(Values[] Inputs, Values Output, Values Weight, Values[] Gradients);

    private static Tensor Index(Tensor[] x, long[] values) => Tensor.From(values, device: x[0].Device);

    private static Tensor Index(Tensor[] x, long[,] values) => Tensor.From(values, device: x[0].Device);

    private static Dictionary<string, Case> Load()
    {
        using var stream = typeof(Operations).Assembly.GetManifestResourceStream("operations.json")!;
        using var document = JsonDocument.Parse(stream);
        var cases = new Dictionary<string, Case>();
        foreach (var entry in document.RootElement.EnumerateObject())
            cases[entry.Name] = new(Many(entry.Value, "inputs"), Read(entry.Value.GetProperty("output")), Read(entry.Value.GetProperty("weight")), Many(entry.Value, "gradients"));
        return cases;
    }

    private static Values[] Many(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(Read)];

    private static Values Read(JsonElement values) =>
        new([.. values.GetProperty("shape").EnumerateArray().Select(v => v.GetInt32())], [.. values.GetProperty("values").EnumerateArray().Select(v => v.GetDouble())]);
}
