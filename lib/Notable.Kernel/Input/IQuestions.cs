namespace Notable.Kernel.Input;

/// <summary>Asks the person at the front end.</summary>
public interface IQuestions
{
    /// <summary>Asks and waits for the answer.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="isSecret">Whether to hide the answer as it is typed.</param>
    /// <exception cref="InvalidOperationException">Nobody can answer.</exception>
    string Ask(string prompt, bool isSecret);
}
