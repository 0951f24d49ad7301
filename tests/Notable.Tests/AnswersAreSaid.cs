using System.Globalization;
using Notable.Imaging;
using Notable.Learning;

namespace Notable.Tests;

public class AnswersAreSaid
{
    private static readonly Prediction hundred = new(["usd100", "usd50"], [0.97f, 0.02f], neither: 0.01);
    private static readonly Prediction nothing = new(["usd100", "usd50"], [0.2f, 0.1f], neither: 0.7);

    [Theory]
    [InlineData("en", "$100, 97 % sure", "neither, as far as I can tell")]
    [InlineData("zh", "$100，把握 97 %", "依我看，两者都不是")]
    [InlineData("es-MX", "$100, con un 97 % de certeza", "ninguno de los dos, por lo que veo")]
    [InlineData("fr", "$100, 97 % sure", "neither, as far as I can tell")]
    public void In_the_language_of_the_visitor(string language, string sentence, string neither)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            Assert.Equal(sentence, AnswerTexts.Current.Sentence(hundred));
            Assert.Equal(neither, AnswerTexts.Current.Sentence(nothing));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void The_english_sentence_is_the_predictions_own()
    {
        foreach (var said in (Prediction[])[hundred, nothing, new(["usd100", "usd50"], [0.999f, 0.001f])])
            Assert.Equal(said.Sentence, AnswerTexts.English.Sentence(said));
    }

    [Fact]
    public void Every_reason_why_a_file_is_no_photo_has_a_sentence()
    {
        Assert.Equal("a.jpg is empty.", AnswerTexts.English.Sentence(new UnreadableImageException("a.jpg", "is empty"), "a.jpg"));
        Assert.Equal("a.jpg no es una imagen.", AnswerTexts.Spanish.Sentence(new UnreadableImageException("a.jpg", "") { IsImage = false }, "a.jpg"));
        Assert.Equal("a.jpg 已损坏，无法读取。", AnswerTexts.Chinese.Sentence(new UnreadableImageException("a.jpg", ""), "a.jpg"));
        Assert.StartsWith("a.svg es de un tipo", AnswerTexts.Spanish.Sentence(new UnsupportedImageException("a.svg", ""), "a.svg"));
        Assert.StartsWith("a.jpg tiene demasiados", AnswerTexts.Spanish.Sentence(new ImageTooLargeException("a.jpg", ""), "a.jpg"));
    }
}
