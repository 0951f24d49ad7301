using Notable.Testing;

namespace Launch;

/// <summary>Tests that take minutes of two cores run with <c>NOTABLE_LONG=1</c>.</summary>
internal static class Long
{
    public static void OrSkip()
    {
        if (!LongTests.AreOn)
            Assert.Skip("takes minutes: set NOTABLE_LONG=1");
    }
}
