using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notable.Imaging;
using Notable.Learning;
using Notable.Testing;

namespace Notable.Tests;

public class AnswersAreSaid
{
    private static readonly Prediction hundred = new(["usd100", "usd50"], [0.97f, 0.02f], neither: 0.01);
    private static readonly Prediction nothing = new(["usd100", "usd50"], [0.2f, 0.1f], neither: 0.7);
    private static readonly Prediction open = new(["usd100", "usd50"], [0.5f, 0.1f], neither: 0.4);

    [Theory]
    [InlineData("en", "$100, 97 % sure", "Neither, as far as I can tell", "I can't tell: $100 or neither?")]
    [InlineData("zh", "$100，把握97%", "依我看，都不是", "分辨不出：是 $100，还是都不是？")]
    [InlineData("es-MX", "$100, certeza: 97 %", "Ninguno de ellos, por lo que veo", "No sabría decirlo: ¿$100 o ninguno?")]
    [InlineData("fr", "$100, 97 % sure", "Neither, as far as I can tell", "I can't tell: $100 or neither?")]
    public void In_the_language_of_the_visitor(string language, string sentence, string neither, string unsure)
    {
        Icu.OrSkip();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            Assert.Equal(sentence, AnswerTexts.Current.Sentence(hundred));
            Assert.Equal(neither, AnswerTexts.Current.Sentence(nothing));
            Assert.Equal(unsure, AnswerTexts.Current.Sentence(open));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Answer_page_and_notebook_are_in_the_same_languages()
    {
        var codes = AnswerTexts.All.Select(texts => texts.Code).Order();
        var script = File.ReadAllText(Repository.Path("lib", "Notable.AppHost", "web", "src", "texts.js"));
        Assert.Equal(codes, Regex.Matches(script, @"^  (\w+): \{", RegexOptions.Multiline).Select(language => language.Groups[1].Value).Order());

        var cells = JsonNode.Parse(File.ReadAllText(Repository.Path("notebooks", "app.ipynb")))!["cells"]!.AsArray();
        foreach (var cell in cells.Where(cell => (string?)cell!["cell_type"] == "markdown"))
            Assert.Equal(codes, cell!["metadata"]!["translations"]!.AsObject().Select(text => text.Key).Append(AnswerTexts.English.Code).Order());
    }

    [Fact]
    public void Between_two_classes_both_are_named()
    {
        var between = new Prediction(["usd100", "usd50"], [0.5f, 0.45f], neither: 0.05);
        Assert.Equal("I can't tell: $100 or $50?", AnswerTexts.English.Sentence(between));
        Assert.Equal("分辨不出：$100 还是 $50？", AnswerTexts.Chinese.Sentence(between));
        Assert.Equal("No sabría decirlo: ¿$100 o $50?", AnswerTexts.Spanish.Sentence(between));
    }

    [Fact]
    public void The_english_sentence_is_the_predictions_own()
    {
        foreach (var said in (Prediction[])[hundred, nothing, open, new(["usd100", "usd50"], [0.999f, 0.001f])])
            Assert.Equal(said.Sentence, AnswerTexts.English.Sentence(said));
    }

    [Theory]
    [InlineData(new[] { 0.394, 0.344, 0.262 }, new[] { 40, 34, 26 })]
    [InlineData(new[] { 1.0 / 3, 1.0 / 3, 1.0 / 3 }, new[] { 34, 33, 33 })]
    [InlineData(new[] { 0.999, 0.001 }, new[] { 100, 0 })]
    public void Bars_add_up_to_a_hundred(double[] probabilities, int[] percents) => Assert.Equal(percents, ProbabilityBars.WholePercents(probabilities));

    [Fact]
    public void The_bar_of_the_winner_comes_first()
    {
        var bars = ProbabilityBars.Of(new Prediction(["usd100", "usd50"], [0.2f, 0.1f], neither: 0.7), AnswerTexts.English);
        Assert.Equal(["neither", "$100", "$50"], Regex.Matches(bars, "aria-label=\"([^\"]*)\"").Select(bar => bar.Groups[1].Value));
        Assert.DoesNotContain("100 %", ProbabilityBars.Of(new Prediction(["a", "b"], [0.999f, 0.001f]), AnswerTexts.English));
    }

    [Fact]
    public void Every_reason_why_a_file_is_no_photo_has_a_sentence()
    {
        Assert.Equal("a.jpg is empty.", AnswerTexts.English.Sentence(new UnreadableImageException("a.jpg", "is empty"), "a.jpg"));
        Assert.Equal("a.jpg no es una imagen.", AnswerTexts.Spanish.Sentence(new UnreadableImageException("a.jpg", "") { IsImage = false }, "a.jpg"));
        Assert.Equal("a.jpg 已损坏，无法读取。", AnswerTexts.Chinese.Sentence(new UnreadableImageException("a.jpg", ""), "a.jpg"));
        Assert.Equal("a.jpg está vacío.", AnswerTexts.Spanish.Sentence(new UnreadableImageException("a.jpg", "") { IsImage = false }, "a.jpg", isEmpty: true));
        Assert.StartsWith("a.svg es de un tipo", AnswerTexts.Spanish.Sentence(new UnsupportedImageException("a.svg", ""), "a.svg"));
        Assert.StartsWith("a.jpg tiene demasiados", AnswerTexts.Spanish.Sentence(new ImageTooLargeException("a.jpg", ""), "a.jpg"));
    }
}
