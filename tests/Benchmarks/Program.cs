using Benchmarks;
using Benchmarks.Recipes;

// What 'notable bench' does not measure because only who works on the library asks for it.
//   dotnet run --project tests/Benchmarks -c Release -- augment
//   dotnet run --project tests/Benchmarks -c Release -- recipe photos random:0,group:0 DATA WEIGHTS STUDY.jsonl [STRESS]
//   dotnet run --project tests/Benchmarks -c Release -- recipe-ask STUDY.jsonl WithHalves DATA OTHER.jsonl [STRESS]
//   dotnet run --project tests/Benchmarks -c Release -- recipe-ship photos DATA WEIGHTS MODEL STUDY.jsonl...
//   dotnet run --project tests/Benchmarks -c Release -- recipe-table STUDY.jsonl...
//   dotnet run --project tests/Benchmarks -c Release -- quantize MODEL DATA...
//   dotnet run --project tests/Benchmarks -c Release -- results RESULTS.md [cpu|cuda] [words for 'notable bench', such as --peer]
switch (args)
{
    case ["augment"]:
        Augmentations.Measure();
        return 0;
    case ["recipe", var words, var folds, var data, var weights, var output, .. var stress]:
        RecipeStudy.Run(Recipe.Parse(words), folds.Split(','), new StudyData(data, stress.FirstOrDefault()), weights, output);
        return 0;
    case ["recipe-ask", var study, var views, var data, var output, .. var stress]:
        RecipeStudy.Ask(study, Enum.Parse<Notable.Learning.Views>(views, ignoreCase: true), new StudyData(data, stress.FirstOrDefault()), output);
        return 0;
    case ["recipe-ship", var words, var data, var weights, var output, .. var studies]:
        Shipping.Train(Recipe.Parse(words), new StudyData(data, null), weights, output, studies);
        return 0;
    case ["recipe-table", .. var studies]:
        StudyTable.Write(StudyTable.Read(studies));
        return 0;
    case ["quantize", var model, .. var folders]:
        var pictures = folders.SelectMany(folder => Directory.GetFiles(folder, "*.jpg", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
        Console.WriteLine(Notable.Learning.ModelQuantization.Prepare(model, pictures) ? $"{model} will use integers" : $"{model} stays in float32");
        return 0;
    case ["results", var file, .. var rest]:
        var device = rest is [("cpu" or "cuda") and var named, ..] ? named : "cpu";
        ResultsPage.Fill(file, device, [.. rest.SkipWhile(word => word == device)]);
        return 0;
    default:
        Console.Error.WriteLine("expected: augment, or results FILE [cpu|cuda] [words for 'notable bench']");
        return 2;
}
