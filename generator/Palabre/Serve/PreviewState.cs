using System.Text.Json;
using System.Text.Json.Serialization;

namespace Palabre.Serve;

/// <summary>What a page in a browser compares with what it was made with, to know whether it is still true.</summary>
/// <param name="Run">Of this run of the program.</param>
/// <param name="Edition">Another one as soon as any page may be another.</param>
/// <param name="Files">Another one as soon as a file that is published as it is, and no style, was changed.</param>
/// <param name="Report">Another one as soon as there is something else to tell the editor.</param>
/// <param name="Styles">Those that were changed in this run, by address, and when: another number each time.</param>
internal sealed record PreviewState(long Run, int Edition, int Files, int Report, IReadOnlyDictionary<string, int> Styles)
{
    internal string Json => JsonSerializer.Serialize(this, PreviewJson.Default.PreviewState);
}

[JsonSerializable(typeof(PreviewState))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PreviewJson : JsonSerializerContext;
