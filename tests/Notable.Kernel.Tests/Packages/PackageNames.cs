using Notable.Kernel.Packages;

namespace Notable.Kernel.Tests.Packages;

public class PackageNames
{
    [Theory]
    [InlineData("nuget: Some.Package, 1.2.3", "Some.Package", "1.2.3")]
    [InlineData("nuget:Some.Package", "Some.Package", null)]
    [InlineData("NuGet: Some.Package, [1.0, 2.0)", "Some.Package", "[1.0, 2.0)")]
    [InlineData("nuget: Some.Package, 1.*-*", "Some.Package", "1.*-*")]
    public void A_package_has_a_name_and_perhaps_a_version(string reference, string id, string? version) =>
        Assert.Equal(new PackageName(id, version), PackageName.Read(reference));

    [Theory]
    [InlineData("nuget: ")]
    [InlineData("nuget: ../evil, 1.0")]
    [InlineData("nuget: Some.Package, 1.0\" />")]
    [InlineData("nuget: <x>")]
    public void What_would_not_be_a_name_in_a_project_file_is_refused(string reference) =>
        Assert.Throws<PackageException>(() => PackageName.Read(reference));

    [Fact]
    public void A_path_is_no_package() => Assert.Null(PackageName.Read("folder/Library.dll"));
}
