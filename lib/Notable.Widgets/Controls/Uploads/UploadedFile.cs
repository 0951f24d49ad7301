namespace Notable.Widgets;

/// <summary>A file that a person uploaded with a <see cref="FileUpload"/>. Its content is untrusted.</summary>
/// <param name="Name">The file name without folders; at most 255 characters, none of them a control character.</param>
/// <param name="Type">The mime type that the browser claims, as <c>image/jpeg</c>; it may be wrong or empty.</param>
/// <param name="Size">The number of bytes.</param>
/// <param name="LastModified">When the file was last changed, as the browser claims.</param>
/// <param name="Content">The bytes; empty once the upload has let go of them (see <see cref="FileUpload.KeepFiles"/>).</param>
public sealed record UploadedFile(string Name, string Type, long Size, DateTimeOffset LastModified, ReadOnlyMemory<byte> Content);
