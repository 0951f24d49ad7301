namespace Notable.AppHost.Limits;

/// <summary>The visitor that a resource is charged to.</summary>
/// <param name="Address">The visitor's address, from <see cref="AddressKey"/>.</param>
/// <param name="Session">The session's id; empty before there is one.</param>
internal readonly record struct VisitorKey(string Address, string Session);
