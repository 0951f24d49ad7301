namespace Notable.AppHost.Languages;

/// <summary>The host's texts for visitors in one language. The texts of the page's script are in <c>web/src/texts.js</c>.</summary>
internal sealed record Texts
{
    /// <summary>The language code, as in the page's <c>lang</c> attribute.</summary>
    public required string Code { get; init; }

    /// <summary>Format of the sentence for a failure; {0}: the reference in the log.</summary>
    public required string WentWrong { get; init; }

    /// <summary>Format of the sentence for a time limit; {0}: its seconds, {1}: the reference in the log.</summary>
    public required string TookTooLong { get; init; }

    /// <summary>Format of the sentence for an upload that is too large; {0}: the maximum size.</summary>
    public required string TooLarge { get; init; }
    public required string FailedTitle { get; init; }
    public required string FullTitle { get; init; }
    public required string Full { get; init; }
    public required string TooOftenTitle { get; init; }
    public required string TooOften { get; init; }
    public required string Busy { get; init; }
    public required string NotFoundTitle { get; init; }

    /// <summary>Format of the sentence for an unknown address; {0}: the name of the notebook.</summary>
    public required string NotFound { get; init; }
    public required string ForeignHostTitle { get; init; }
    public required string ForeignHost { get; init; }
    public required string ClosedTitle { get; init; }
    public required string Closed { get; init; }
    public required string NeedsJavaScript { get; init; }
    public required string StartAgain { get; init; }
    public required string Working { get; init; }
    public required string Ok { get; init; }
    public required string PoweredBy { get; init; }
    public required string Licenses { get; init; }

    public static Texts English { get; } = new()
    {
        Code = "en",
        WentWrong = "Something went wrong in this app. Its author can find the cause in the log under {0}.",
        TookTooLong = "This took more than {0} seconds and was stopped. The app's author can find more in the log under {1}.",
        TooLarge = "This file is too large; the limit is {0}. Please choose a smaller one.",
        FailedTitle = "This did not work",
        FullTitle = "Many visitors right now",
        Full = "All places are taken. This page will try again in a moment.",
        TooOftenTitle = "A little slower, please",
        TooOften = "Too many requests came from your address. This page will try again in a moment.",
        NotFoundTitle = "Page not found",
        NotFound = "The app here is {0}. Its page is at the root of this address.",
        Busy = "Many people are using this app right now. Please try again in a moment.",
        ForeignHostTitle = "This is not the address of this app",
        ForeignHost = "Whoever runs the app can allow this host name (option --host-name).",
        ClosedTitle = "This app is not open to everybody",
        Closed = "Please use the whole link that you were given; it ends in “token=” and a secret.",
        NeedsJavaScript = "This app needs JavaScript, which is switched off in this browser.",
        StartAgain = "Start again",
        Working = "Working…",
        Ok = "OK",
        PoweredBy = "Powered by Notable",
        Licenses = "Licenses",
    };

    public static Texts Chinese { get; } = new()
    {
        Code = "zh",
        WentWrong = "应用出了点问题。作者可在日志中按编号 {0} 查到原因。",
        TookTooLong = "处理超过 {0} 秒，已停止。作者可在日志中按编号 {1} 查到详情。",
        TooLarge = "文件太大，上限为 {0}。请选择较小的文件。",
        FailedTitle = "操作未成功",
        FullTitle = "当前访客较多",
        Full = "名额已满。本页稍后会自动重试。",
        TooOftenTitle = "请稍慢一点",
        TooOften = "您的地址请求过于频繁。本页稍后会自动重试。",
        NotFoundTitle = "没有这个页面",
        NotFound = "这里的应用是 {0}，其页面位于此地址的根路径。",
        Busy = "当前使用人数较多，请稍后再试。",
        ForeignHostTitle = "这不是本应用的地址",
        ForeignHost = "应用的运营者可以允许此主机名（选项 --host-name）。",
        ClosedTitle = "此应用未对所有人开放",
        Closed = "请使用您收到的完整链接，其末尾为“token=”和一串密钥。",
        NeedsJavaScript = "此应用需要 JavaScript，但您的浏览器已将其关闭。",
        StartAgain = "重新开始",
        Working = "处理中…",
        Ok = "好",
        PoweredBy = "由 Notable 提供支持",
        Licenses = "许可证",
    };

    public static Texts Spanish { get; } = new()
    {
        Code = "es",
        WentWrong = "Algo ha fallado en esta aplicación. Su autor encontrará la causa en el registro con la referencia {0}.",
        TookTooLong = "Esto tardó más de {0} segundos y se detuvo. El autor encontrará más en el registro con la referencia {1}.",
        TooLarge = "Es demasiado grande; el límite es {0}. Elija un archivo más pequeño.",
        FailedTitle = "No ha funcionado",
        FullTitle = "Muchos visitantes en este momento",
        Full = "Todas las plazas están ocupadas. Esta página lo intenta de nuevo en un momento.",
        TooOftenTitle = "Un poco más despacio, por favor",
        TooOften = "Esta página se ha pedido muy a menudo desde su dirección. Lo intenta de nuevo en un momento.",
        NotFoundTitle = "No existe esta página",
        NotFound = "La aplicación aquí es {0}. Su página está en la raíz de esta dirección.",
        Busy = "Mucha gente usa esta aplicación en este momento. Inténtelo de nuevo en un momento.",
        ForeignHostTitle = "Esta no es la dirección de esta aplicación",
        ForeignHost = "Quien opera la aplicación puede permitir este nombre de host (opción --host-name).",
        ClosedTitle = "Esta aplicación no está abierta a todos",
        Closed = "Use el enlace completo que recibió; termina en «token=» y una clave.",
        NeedsJavaScript = "Esta aplicación necesita JavaScript, que está desactivado en este navegador.",
        StartAgain = "Empezar de nuevo",
        Working = "Trabajando…",
        Ok = "Aceptar",
        PoweredBy = "Hecho con Notable",
        Licenses = "Licencias",
    };

    /// <summary>All languages. English is first, for browsers without a preference.</summary>
    public static IReadOnlyList<Texts> All { get; } = [English, Chinese, Spanish];
}
