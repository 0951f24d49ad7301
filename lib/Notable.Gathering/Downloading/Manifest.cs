namespace Notable.Gathering;

internal static class Manifest { public static bool IsList(string n) => n is "sources.jsonl" or "skipped.jsonl"; }
