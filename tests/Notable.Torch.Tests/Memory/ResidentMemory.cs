namespace Notable.Torch.Tests;

/// <summary>The memory of this process that lies in RAM, in megabytes.</summary>
internal static class ResidentMemory
{
    internal static double Megabytes => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * (double)Environment.SystemPageSize / 1e6;
}
