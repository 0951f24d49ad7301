namespace Notable.Widgets;

/// <summary>A file that a person uploaded with a <see cref="FileUpload"/>. Its content is untrusted.</summary>
/// <param name="Name">The file name without folders, at most 255 characters and without control characters.</param>
/// <param name="Type">The mime type from the browser, such as <c>image/jpeg</c>; it may be wrong or empty.</param>
/// <param name="Size">The number of bytes.</param>
/// <param name="LastModified">The time of the last change, from the browser.</param>
/// <param name="Content">The bytes; empty after the upload has released them (see <see cref="FileUpload.KeepFiles"/>).</param>
public sealed record UploadedFile(string Name, string Type, long Size, DateTimeOffset LastModified, ReadOnlyMemory<byte> Content);
