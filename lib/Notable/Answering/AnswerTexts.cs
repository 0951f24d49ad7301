using System.Globalization;
using Notable.Imaging;
using Notable.Learning;

namespace Notable;

/// <summary>The texts of <see cref="PhotoAnswer"/> in one language.</summary>
internal sealed record AnswerTexts
{
    /// <summary>The language code, as in the page's <c>lang</c> attribute.</summary>
    public required string Code { get; init; }

    /// <summary>Format of an answer; arguments: the class and the confidence.</summary>
    public required string Sure { get; init; }

    /// <summary>The answer "neither".</summary>
    public required string Neither { get; init; }

    /// <summary>Format of an unsure answer; arguments: the two most probable answers.</summary>
    public required string Unsure { get; init; }

    /// <summary>Format of an unsure answer that may be "neither"; argument: the class.</summary>
    public required string UnsureNeither { get; init; }

    /// <summary>The label of "neither" beside its bar.</summary>
    public required string NeitherWord { get; init; }
    public required string Over99 { get; init; }

    /// <summary>The text after a percentage.</summary>
    public required string PercentSign { get; init; }
    public required string HowSure { get; init; }
    public required string WhereItLooked { get; init; }

    /// <summary>The legend of the heat map, followed by the words at the ends of its color bar.</summary>
    public required string Importance { get; init; }
    public required string Low { get; init; }
    public required string High { get; init; }
    public required string Looking { get; init; }

    /// <summary>Format of the text while a photo waits; argument: the number of photos before it.</summary>
    public required string Waiting { get; init; }

    /// <summary>Format of the text if too many photos wait; argument: the expected wait in seconds.</summary>
    public required string Full { get; init; }
    public required string TryOne { get; init; }

    /// <summary>Format of the description of a drawn example; argument: the class.</summary>
    public required string Drawn { get; init; }

    /// <summary>Formats of the errors, from here to <see cref="TooLarge"/>; argument: the file's name.</summary>
    public required string NotAnImage { get; init; }
    public required string Empty { get; init; }
    public required string Damaged { get; init; }
    public required string Unsupported { get; init; }
    public required string TooLarge { get; init; }

    /// <summary>The texts in the language of the visitor whose code is running.</summary>
    public static AnswerTexts Current =>
        All.FirstOrDefault(texts => texts.Code == CultureInfo.CurrentUICulture.Name.Split('-')[0]) ?? English;

    public static AnswerTexts English { get; } = new()
    {
        Code = "en",
        Sure = "{0}, {1} sure",
        Neither = "Neither, as far as I can tell",
        Unsure = "I can't tell: {0} or {1}?",
        UnsureNeither = "I can't tell: {0} or neither?",
        NeitherWord = "neither",
        Over99 = "over 99 %",
        PercentSign = " %",
        HowSure = "How sure?",
        WhereItLooked = "Where did it look?",
        Importance = "Importance for the answer:",
        Low = "low",
        High = "high",
        Looking = "Looking at it…",
        Waiting = "Photos before yours: {0}",
        Full = "Many people are asking right now: the wait would be about {0} seconds. Please try again in a moment.",
        TryOne = "No bill at hand? Try a drawn one:",
        Drawn = "A drawn {0} bill",
        NotAnImage = "{0} is not an image.",
        Empty = "{0} is empty.",
        Damaged = "{0} is damaged and cannot be read.",
        Unsupported = "{0} is not in an accepted format. JPEG, PNG, WebP and HEIC are accepted.",
        TooLarge = "{0} has too many pixels or bytes.",
    };

    public static AnswerTexts Chinese { get; } = new()
    {
        Code = "zh",
        Sure = "{0}，把握{1}",
        Neither = "依我看，都不是",
        Unsure = "分辨不出：{0} 还是 {1}？",
        UnsureNeither = "分辨不出：是 {0}，还是都不是？",
        NeitherWord = "都不是",
        Over99 = "超过 99%",
        PercentSign = "%",
        HowSure = "有多大把握？",
        WhereItLooked = "模型看了哪里？",
        Importance = "对回答的重要程度：",
        Low = "低",
        High = "高",
        Looking = "正在查看…",
        Waiting = "前面还有 {0} 张照片",
        Full = "当前提问的人较多，约需等待 {0} 秒，请稍后再试。",
        TryOne = "手边没有钞票？试试程序绘制的样张：",
        Drawn = "程序绘制的 {0} 样张",
        NotAnImage = "{0} 不是图片。",
        Empty = "{0} 是空文件。",
        Damaged = "{0} 已损坏，无法读取。",
        Unsupported = "{0} 的格式不受支持。可用 JPEG、PNG、WebP 和 HEIC。",
        TooLarge = "{0} 的像素或字节过多。",
    };

    public static AnswerTexts Spanish { get; } = new()
    {
        Code = "es",
        Sure = "{0}, certeza: {1}",
        Neither = "Ninguno de ellos, por lo que veo",
        Unsure = "No sabría decirlo: ¿{0} o {1}?",
        UnsureNeither = "No sabría decirlo: ¿{0} o ninguno?",
        NeitherWord = "ninguno",
        Over99 = "más del 99 %",
        PercentSign = " %",
        HowSure = "¿Con cuánta certeza?",
        WhereItLooked = "¿Dónde miró?",
        Importance = "Importancia para la respuesta:",
        Low = "baja",
        High = "alta",
        Looking = "Mirando la foto…",
        Waiting = "Fotos antes de la suya: {0}",
        Full = "Mucha gente pregunta en este momento: la espera sería de unos {0} segundos. Inténtelo de nuevo en un momento.",
        TryOne = "¿No tiene un billete a mano? Pruebe uno dibujado:",
        Drawn = "Un billete dibujado de {0}",
        NotAnImage = "{0} no es una imagen.",
        Empty = "{0} está vacío.",
        Damaged = "{0} está dañado y no se puede leer.",
        Unsupported = "{0} es de un tipo que no se admite aquí. Sí se admiten JPEG, PNG, WebP y HEIC.",
        TooLarge = "{0} tiene demasiados píxeles o bytes.",
    };

    /// <summary>All languages: those of the page. English stands in for any other.</summary>
    public static IReadOnlyList<AnswerTexts> All { get; } = [English, Chinese, Spanish];

    /// <summary>Returns the prediction as a sentence.</summary>
    public string Sentence(Prediction prediction) => prediction.IsNeither ? Neither
        : prediction is { IsUnsure: true, RunnerUp: Prediction.NeitherLabel } ? string.Format(CultureInfo.InvariantCulture, UnsureNeither, Name(prediction.Label))
        : prediction is { IsUnsure: true, RunnerUp: { } other } ? string.Format(CultureInfo.InvariantCulture, Unsure, Name(prediction.Label), Name(other))
        : string.Format(CultureInfo.InvariantCulture, Sure, Name(prediction.Label), Percent(prediction.Probability));

    /// <summary>Returns the display name of an answer: a class, or "neither".</summary>
    public string Name(string answer) => answer == Prediction.NeitherLabel ? NeitherWord : LabelText.Of(answer);

    /// <inheritdoc cref="Prediction.Percent"/>
    public string Percent(double probability) => Prediction.Percent(probability, Over99, PercentSign);

    /// <summary>Returns a sentence that says that the queue is full.</summary>
    public string Sentence(PredictionQueueFullException full) =>
        string.Format(CultureInfo.InvariantCulture, Full, (int)Math.Ceiling(full.ExpectedWait.TotalSeconds));

    /// <summary>Returns a sentence that says why a file cannot be used as a picture.</summary>
    /// <param name="error">The error from decoding.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="isEmpty">Whether the file has no bytes.</param>
    public string Sentence(ImagingException error, string name, bool isEmpty = false)
    {
        // In English the original message is shown, which is more specific.
        if (ReferenceEquals(this, English))
            return $"{name} {error.Reason}.";
        var sentence = error switch
        {
            _ when isEmpty => Empty,
            UnreadableImageException { IsImage: false } => NotAnImage,
            UnsupportedImageException => Unsupported,
            ImageTooLargeException => TooLarge,
            _ => Damaged,
        };
        return string.Format(CultureInfo.InvariantCulture, sentence, name);
    }
}
