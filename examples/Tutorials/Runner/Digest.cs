using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>A fingerprint of the bits of tensors, in the order in which they were added: equal digests, equal bits. Every NaN counts as the same.</summary>
public sealed class Digest
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds the shape, the dtype and the elements of a tensor.</summary>
    public Digest Add(Tensor tensor)
    {
        _hash.AppendData(MemoryMarshal.AsBytes<char>($"{tensor.DType.Name()} {tensor.Shape}"));
        switch (tensor.DType)
        {
            case DType.Float32: Append(Array.ConvertAll(tensor.ToArray<float>(), x => float.IsNaN(x) ? float.NaN : x)); break;
            case DType.Float64: Append(Array.ConvertAll(tensor.ToArray<double>(), x => double.IsNaN(x) ? double.NaN : x)); break;
            default: Append(tensor.To(DType.Int64).ToArray<long>()); break;
        }
        return this;
    }

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash().AsSpan(0, 8));

    private void Append<T>(T[] values) where T : unmanaged => _hash.AppendData(MemoryMarshal.AsBytes(values.AsSpan()));
}
