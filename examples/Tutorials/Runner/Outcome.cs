using System.Text.Json;

namespace Gpu.Tutorials;

/// <summary>How a tutorial ended.</summary>
/// <param name="Tutorial">Its name.</param>
/// <param name="Device">The device it was asked to run on.</param>
/// <param name="Passed">Whether every check held.</param>
/// <param name="Seconds">Wall-clock time.</param>
/// <param name="Digest">The bits of what was trained or computed, as a short text.</param>
/// <param name="Metrics">Its results.</param>
internal sealed record Outcome(string Tutorial, string Device, bool Passed, double Seconds, string Digest, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>Writes outcomes as a JSON array. A number that JSON cannot express (NaN, infinity) becomes null.</summary>
    public static void WriteJson(Stream stream, IEnumerable<Outcome> outcomes)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true });
        json.WriteStartArray();
        foreach (var outcome in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("tutorial", outcome.Tutorial);
            json.WriteString("device", outcome.Device);
            json.WriteBoolean("passed", outcome.Passed);
            json.WriteNumber("seconds", outcome.Seconds);
            json.WriteString("digest", outcome.Digest);
            json.WriteStartObject("metrics");
            foreach (var (name, value) in outcome.Metrics)
                if (double.IsFinite(value)) json.WriteNumber(name, value);
                else json.WriteNull(name);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
