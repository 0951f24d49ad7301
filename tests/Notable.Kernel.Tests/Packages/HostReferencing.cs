using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Notable.Kernel.Packages;

namespace Notable.Kernel.Tests.Packages;

public class HostReferencing
{
    [Fact]
    public void An_assembly_is_one_reference_by_whatever_it_is_named() =>
        Assert.Same(HostReferences.Of(typeof(Enumerable).Assembly), HostReferences.Named("system.linq"));

    [Fact]
    public void What_is_no_assembly_of_the_host_is_not_found_here() => Assert.Null(HostReferences.Named("Some.Package"));

    [Fact]
    public void What_has_no_file_is_refused() => Assert.Throws<NotSupportedException>(() => HostReferences.Of(
        System.Reflection.Emit.AssemblyBuilder.DefineDynamicAssembly(new("made"), System.Reflection.Emit.AssemblyBuilderAccess.Run)));

    [Fact]
    public unsafe void Metadata_is_read_where_the_runtime_has_it()
    {
        var assembly = typeof(Enumerable).Assembly;
        Assert.True(assembly.TryGetRawMetadata(out var blob, out _));
        Assert.Equal((nint)blob, (nint)Reader(HostReferences.Of(assembly)).MetadataPointer);
    }

    [Fact]
    public void One_that_is_not_loaded_is_read_from_its_file()
    {
        const string name = "System.Net.HttpListener";
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), one => one.GetName().Name == name);
        var reader = Reader(HostReferences.Named(name)!);
        Assert.Equal(name, reader.GetString(reader.GetAssemblyDefinition().Name));
    }

    private static MetadataReader Reader(PortableExecutableReference reference) =>
        ((AssemblyMetadata)reference.GetMetadata()).GetModules()[0].GetMetadataReader();
}
