namespace Notable.Kernel.Input;

/// <summary>Puts questions to the person at the front end.</summary>
public interface IQuestions
{
    /// <summary>Asks and waits for the answer.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="isSecret">Whether the answer must not be seen as it is typed.</param>
    /// <exception cref="InvalidOperationException">Nobody is there to answer.</exception>
    string Ask(string prompt, bool isSecret);
}
