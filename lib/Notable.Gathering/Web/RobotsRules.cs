using System.Text.RegularExpressions;

namespace Notable.Gathering;

/// <summary>A robots.txt: which paths a program of a given name may request. Reference: RFC 9309.</summary>
internal sealed class RobotsRules
{
    private readonly List<(string Path, bool Allows)> rules = [];

    /// <summary>Rules that allow everything.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Returns the rules for that name, else those for all programs.</summary>
    public static RobotsRules Parse(string text, string product)
    {
        var (own, everyone) = (new RobotsRules(), new RobotsRules());
        var (forOwn, forEveryone, inRules, isNamed) = (false, false, false, false);
        foreach (var line in text.Split('\n'))
        {
            var content = line.Split('#', 2)[0];
            if (content.Split(':', 2) is not [var key, var value])
                continue;
            (key, value) = (key.Trim().ToLowerInvariant(), value.Trim());
            if (key == "user-agent")
            {
                if (inRules)
                    (forOwn, forEveryone, inRules) = (false, false, false);
                forOwn |= value.Equals(product, StringComparison.OrdinalIgnoreCase);
                forEveryone |= value == "*";
                isNamed |= forOwn;
            }
            else if (key is "allow" or "disallow")
            {
                inRules = true;
                if (forOwn && value.Length > 0)
                    own.rules.Add((value, key == "allow"));
                if (forEveryone && value.Length > 0)
                    everyone.rules.Add((value, key == "allow"));
            }
        }
        return isNamed ? own : everyone;
    }

    /// <summary>
    /// Returns whether the path and query may be requested: the longest matching rule decides; of two equally long ones, the one that allows.
    /// </summary>
    public bool Allow(string pathAndQuery) =>
        rules.Where(rule => Fits(rule.Path, pathAndQuery)).OrderByDescending(rule => rule.Path.Length).ThenByDescending(rule => rule.Allows)
            .Select(rule => (bool?)rule.Allows).FirstOrDefault() ?? true;

    /// <summary>Returns whether a rule matches the start of a path; * matches anything, and a final $ the end.</summary>
    private static bool Fits(string rule, string path)
    {
        var isWhole = rule.EndsWith('$');
        var pattern = "^" + Regex.Escape(isWhole ? rule[..^1] : rule).Replace("\\*", ".*") + (isWhole ? "$" : "");
        // The rule is untrusted: matching without backtracking takes linear time.
        return Regex.IsMatch(path, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
