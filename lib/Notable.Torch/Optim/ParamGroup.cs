namespace TorchSharp.Modules;

/// <summary>What optimizers of all kinds are told about a group of parameters.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate of the next step; null takes the optimizer's.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate at the start.</summary>
    public double InitialLearningRate { get; set; }
}

/// <summary>Parameters that are changed by the same options.</summary>
public class ParamGroup : torch.optim.ILearningRateController
{
    private Parameter[] members = [];

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters
    {
        get => members;
        set => members = [.. value];
    }

    /// <summary>The options; null takes the optimizer's.</summary>
    public OptimizerOptions? Options { get; set; }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Given.LearningRate ?? 0;
        set => Given.LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Given.InitialLearningRate;
        set => Given.InitialLearningRate = value;
    }

    internal Parameter[] Members => members;

    /// <summary>What the optimizer keeps for these parameters.</summary>
    internal IDisposable? State { get; set; }

    private OptimizerOptions Given => Options
        ?? throw new InvalidOperationException("The group has no options yet; they are set when it is added to an optimizer.");
}

/// <summary>Parameters under options of a kind.</summary>
/// <typeparam name="TOptions">The options of the optimizer it is for.</typeparam>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions
{
    /// <summary>A group to be filled by its properties.</summary>
    public ParamGroup() { }

    /// <summary>A group of these parameters; options left out are the optimizer's.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null) => (Parameters, base.Options) = (parameters, options);

    /// <summary>The options; null takes the optimizer's.</summary>
    public new TOptions? Options
    {
        get => (TOptions?)base.Options;
        set => base.Options = value;
    }
}
