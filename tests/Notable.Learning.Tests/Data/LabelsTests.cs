namespace Notable.Learning.Tests.Data;

public class LabelsTests
{
    [Fact]
    public void The_parent_folder_names_the_class() => Assert.Equal("usd50", Labels.ParentFolder("bills/usd50/1.jpg"));

    [Fact]
    public void A_pattern_finds_the_class_in_the_file_name() =>
        Assert.Equal("great_pyrenees", Labels.Regex(@"^(.+)_\d+")("/x/great_pyrenees_173.jpg"));

    [Fact]
    public void A_name_the_pattern_does_not_fit_is_an_error_that_names_both()
    {
        var error = Assert.Throws<DataException>(() => Labels.Regex(@"^(.+)_\d+")("/x/cat.jpg"));
        Assert.Contains("cat.jpg", error.Message);
        Assert.Contains(@"^(.+)_\d+", error.Message);
    }
}
