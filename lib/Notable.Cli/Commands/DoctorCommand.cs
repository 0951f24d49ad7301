using System.CommandLine;
using Notable.Cli.Doctor;

namespace Notable.Cli.Commands;

/// <summary><c>notable doctor</c>: reports what this machine has, and what to do about what is missing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json")
        {
            Description = "one JSON object: usable, and findings with section, name, value, status (ok, warn or fail) and advice",
        };
        var command = new Command("doctor",
            """
            Check the machine: versions, the libtorch in use and its origin, devices, processor, memory, and a small self-test.

            Each line is ok, warn (works, but slower than it could; the line below says what to do) or FAIL.
            The exit code is 0 if everything essential works, else 1. Include this output in bug reports.
            """) { json };
        command.SetAction(parsed => ErrorReporting.Guard(() =>
        {
            var report = DoctorReport.Make();
            if (parsed.GetValue(json))
                report.WriteJson();
            else
                report.WriteText(Console.Out);
            return report.Usable ? ExitCode.Ok : ExitCode.Failed;
        }));
        return command;
    }
}
