using System.Text.Json.Nodes;

namespace Notable.Display;

/// <summary>What happened to the outputs of a <see cref="RecordingTarget"/>.</summary>
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
/// <param name="Kind">What happened.</param>
/// <param name="Index">Index of the output, from 0; -1 for <see cref="OutputChangeKind.Cleared"/>.</param>
/// <param name="Output">
/// The whole output as nbformat has it for Added and Replaced; for Appended a stream output with the new text alone; null for Cleared.
/// </param>
/// <param name="DisplayId">The display id of a display output; null for others.</param>
public sealed record OutputChange(OutputChangeKind Kind, int Index, JsonObject? Output, string? DisplayId);
