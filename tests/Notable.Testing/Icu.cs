using System.Globalization;
using Xunit;

namespace Notable.Testing;

/// <summary>The library behind .NET's cultures, which a bare system lacks.</summary>
public static class Icu
{
    /// <summary>Skips the test where there is none.</summary>
    public static void OrSkip()
    {
        if (CultureInfo.GetCultures(CultureTypes.AllCultures).Length == 1)
            Assert.Skip("needs ICU, which this system lacks");
    }
}
