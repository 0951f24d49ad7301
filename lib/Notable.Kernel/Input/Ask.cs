namespace Notable.Kernel.Input;

/// <summary>Asks the person at the notebook: <c>var name = Ask.Text("Your name? ");</c></summary>
public static class Ask
{
    private static readonly AsyncLocal<IQuestions?> current = new();
    private static readonly Lazy<bool> installed = new(() =>
    {
        Console.SetIn(new QuestionReader(Console.In));
        return true;
    });

    internal static IQuestions? InUse => current.Value;

    /// <summary>Asks for a line of text.</summary>
    /// <exception cref="InvalidOperationException">Nobody can answer: the notebook runs unattended.</exception>
    public static string Text(string prompt) => Required().Ask(prompt, isSecret: false);

    /// <summary>Asks for a line that is not shown as it is typed.</summary>
    /// <exception cref="InvalidOperationException">Nobody can answer: the notebook runs unattended.</exception>
    public static string Password(string prompt) => Required().Ask(prompt, isSecret: true);

    /// <summary>Sets who answers questions of this execution context, including <see cref="Console.ReadLine"/>.</summary>
    internal static void Use(IQuestions? questions)
    {
        _ = installed.Value;
        current.Value = questions;
    }

    internal const string Nobody = "Nobody can be asked here: the notebook runs unattended. Use a parameter instead.";

    private static IQuestions Required() => current.Value ?? throw new InvalidOperationException(Nobody);

    /// <summary>The console's input: reading a line asks a question, if someone can answer.</summary>
    private sealed class QuestionReader(TextReader console) : TextReader
    {
        private readonly Queue<char> rest = new();

        public override string? ReadLine() => InUse is { } questions ? questions.Ask("", isSecret: false) : console.ReadLine();

        public override int Read()
        {
            if (InUse is not { } questions)
                return console.Read();
            if (rest.Count == 0)
                foreach (var letter in questions.Ask("", isSecret: false) + "\n")
                    rest.Enqueue(letter);
            return rest.Dequeue();
        }

        public override int Peek() => InUse is null ? console.Peek() : rest.TryPeek(out var next) ? next : -1;

        public override string ReadToEnd() => InUse is null ? console.ReadToEnd() : ReadLine() ?? "";
    }
}
