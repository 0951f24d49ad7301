using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

/// <summary>All of .NET's shared framework is there without a reference, and what dotnet-interactive imports is imported.</summary>
public class BaseLibrary
{
    [Theory]
    [InlineData("dynamic d = new System.Dynamic.ExpandoObject(); d.a = 1; (int)d.a", "1")]
    [InlineData("using System.Data; new DataTable(\"t\").TableName", "t")]
    [InlineData("new[] { 1, 2 }.AsQueryable().Sum()", "3")]
    [InlineData("typeof(System.IO.Compression.ZipFile).Name", "ZipFile")]
    [InlineData("System.Web.HttpUtility.UrlEncode(\"a b\")", "a+b")]
    [InlineData("typeof(System.Net.Http.Json.JsonContent).Name", "JsonContent")]
    [InlineData("using System.Text.Json; JsonSerializer.Serialize(new { a = 1 })", "{\"a\":1}")]
    [InlineData("new StringBuilder(\"sb\").ToString()", "sb")]
    [InlineData("new System.Collections.ArrayList { 1 }.Count", "1")]
    [InlineData("System.Xml.Linq.XElement.Parse(\"<a/>\").Name.LocalName", "a")]
    [InlineData("new System.Numerics.Vector3(1, 2, 2).Length()", "3")]
    [InlineData("System.Collections.Immutable.ImmutableArray.Create(1).Length", "1")]
    [InlineData("new System.ComponentModel.DataAnnotations.RangeAttribute(1, 2).Maximum", "2")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Id > 0", "True")]
    public async Task It_is_there(string cell, string shown)
    {
        var session = await RunAsync(cell);

        Assert.True(session.Runs[0].Error is null, $"{session.Runs[0].Error}");
        Assert.Equal(shown, session.Runs[0].Text());
    }
}
