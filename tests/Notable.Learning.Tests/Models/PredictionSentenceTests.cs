namespace Notable.Learning.Tests.Models;

public class PredictionSentenceTests
{
    [Theory]
    [InlineData(0.03f, 0.97f, "$100, 97 % sure")]
    [InlineData(0.744f, 0.256f, "$50, 74 % sure")]
    [InlineData(0.006f, 0.994f, "$100, 99 % sure")]
    [InlineData(0.004f, 0.996f, "$100, over 99 % sure")]
    [InlineData(0f, 1f, "$100, over 99 % sure")]
    public void Names_the_note_and_never_claims_certainty(float fifty, float hundred, string sentence) =>
        Assert.Equal(sentence, new Prediction(["usd50", "usd100"], [fifty, hundred]).Sentence);

    [Fact]
    public void Calls_other_classes_by_their_own_name() =>
        Assert.Equal("grizzly, 60 % sure", new Prediction(["black", "grizzly", "teddy"], [0.3f, 0.6f, 0.1f]).Sentence);

    [Theory]
    [InlineData("usd5", "$5")]
    [InlineData("usd100", "$100")]
    [InlineData("usd", "usd")]
    [InlineData("usd50old", "usd50old")]
    [InlineData("myusd50", "myusd50")]
    public void Only_a_denomination_becomes_dollars(string label, string text) => Assert.Equal(text, LabelText.Of(label));

    [Fact]
    public void Lists_the_probabilities_in_the_order_of_the_vocabulary()
    {
        var prediction = new Prediction(["z", "a", "m"], [0.25f, 0.125f, 0.625f]);
        Assert.Equal(["z", "a", "m"], prediction.Probabilities.Keys);
        Assert.Equal(("m", 2, 0.625), (prediction.Label, prediction.Index, prediction.Probability));
    }

    [Theory]
    [InlineData(0.2f, 0.1f, 0.7, "Neither, as far as I can tell", "neither")]
    [InlineData(0.1f, 0.6f, 0.3, "$100, 60 % sure", "usd100")]
    [InlineData(0.35f, 0.39f, 0.27, "I can't tell: $100 or $50?", "usd100")]
    [InlineData(0.1f, 0.5f, 0.4, "I can't tell: $100 or neither?", "usd100")]
    public void Says_neither_where_that_is_more_probable_than_any_class(float fifty, float hundred, double neither, string sentence, string answer)
    {
        var prediction = new Prediction(["usd50", "usd100"], [fifty, hundred], neither);
        Assert.Equal((sentence, answer, answer == "neither"), (prediction.Sentence, prediction.Answer, prediction.IsNeither));
        Assert.Equal(fifty > hundred ? "usd50" : "usd100", prediction.Label);
    }

    [Fact]
    public void Names_the_two_most_probable_where_neither_is_unknown()
    {
        var prediction = new Prediction(["black", "grizzly", "teddy"], [0.2f, 0.35f, 0.45f]);
        Assert.Equal(("I can't tell: teddy or grizzly?", true, "grizzly"), (prediction.Sentence, prediction.IsUnsure, prediction.RunnerUp));
        Assert.Null(new Prediction(["bill"], [0.5f]).RunnerUp);
        Assert.Equal("bill, 50 % sure", new Prediction(["bill"], [0.5f]).Sentence);
    }

    [Fact]
    public void Probabilities_that_do_not_fit_the_classes_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Prediction(["a", "b"], [1f]));
}
