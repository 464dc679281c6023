namespace ILGPU;

/// <summary>An index or extent of one, two or three dimensions.</summary>
public interface IIndex
{
    /// <summary>The number of elements of this extent.</summary>
    long Size { get; }
}
