using System.Text.Json;
using Gpu.Kernels;
using Gpu.Testing;

namespace Gpu.Nn.Tests;

/// <summary>What PyTorch computes (oracle/make.py), and how to ask a device for the same.</summary>
internal static class Oracle
{
    private static readonly Lazy<JsonDocument> s_document = new(() =>
    {
        using var stream = typeof(Oracle).Assembly.GetManifestResourceStream("oracle.json")!;
        return JsonDocument.Parse(stream);
    });

    public static JsonElement Root => s_document.Value.RootElement;

    public static double[] Numbers(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>A tensor of the device's best float.</summary>
    public static Tensor Tensor(Device device, double[] values, params int[] shape)
    {
        var tensor = Gpu.Tensor.From<double>(values, shape);
        return tensor.To(device.SupportsFloat64 ? DType.Float64 : DType.Float32).To(device);
    }

    public static double[] Values(Tensor tensor) => tensor.DType == DType.Float64 ? tensor.ToArray<double>() : Array.ConvertAll(tensor.ToArray<float>(), value => (double)value);

    /// <summary>Closeness to the oracle: rounding only.</summary>
    public static void Near(double[] expected, Tensor actual, string what, double float64 = 1e-12)
    {
        double tolerance = actual.DType == DType.Float64 ? float64 : 2e-5;
        Testing.Near.Values(expected, Values(actual), tolerance, tolerance, what);
    }
}
