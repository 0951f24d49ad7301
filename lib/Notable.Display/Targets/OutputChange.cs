using System.Text.Json.Nodes;

namespace Notable.Display;

/// <summary>What happened to the outputs of a <see cref="RecordingTarget"/>.</summary>
public enum OutputChangeKind
{
    /// <summary>A new output was appended at the end.</summary>
    Added,

    /// <summary>Text was appended to the stream output that is last.</summary>
    Appended,

    /// <summary>An output was replaced by another of the same display id.</summary>
    Replaced,

    /// <summary>All outputs were removed.</summary>
    Cleared,
}

/// <summary>One change, enough for a live front end to follow without asking for everything again.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Index">The place of the output among the outputs, from 0; -1 for <see cref="OutputChangeKind.Cleared"/>.</param>
/// <param name="Output">
/// The whole output as nbformat has it for Added and Replaced; for Appended a stream output with the new text alone; null for Cleared.
/// </param>
/// <param name="DisplayId">The display id of a display output; null for others.</param>
public sealed record OutputChange(OutputChangeKind Kind, int Index, JsonObject? Output, string? DisplayId);
