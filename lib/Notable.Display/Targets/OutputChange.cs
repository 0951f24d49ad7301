using System.Text.Json.Nodes;

namespace Notable.Display;

/// <summary>The kind of a change of the outputs of a <see cref="RecordingTarget"/>.</summary>
public enum OutputChangeKind
{
    /// <summary>An output was appended.</summary>
    Added,

    /// <summary>Text was appended to the last output, which is a stream.</summary>
    Appended,

    /// <summary>An output was replaced by another one with the same display ID.</summary>
    Replaced,

    /// <summary>All outputs were removed.</summary>
    Cleared,
}

/// <summary>A change of the outputs, with everything a front end needs to follow it.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Index">Index of the output, from 0; -1 for <see cref="OutputChangeKind.Cleared"/>.</param>
/// <param name="Output">
/// The whole output in nbformat for Added and Replaced; a stream output with only the new text for Appended; null for Cleared.
/// </param>
/// <param name="DisplayId">The display id of a display output; null for others.</param>
public sealed record OutputChange(OutputChangeKind Kind, int Index, JsonObject? Output, string? DisplayId);
