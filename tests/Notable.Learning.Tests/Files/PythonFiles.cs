using System.Diagnostics;
using Notable.Testing;

namespace Notable.Learning.Tests.Files;

/// <summary>Files that Debian's own PyTorch wrote, made once for a class of tests; none where it is not installed.</summary>
public sealed class PythonFiles : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private const int NoTorch = 3;

    private const string Script = """
        import sys
        try:
            import torch
        except ImportError:
            sys.exit(3)
        from collections import OrderedDict
        folder = sys.argv[1] + '/'
        w = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4) * 0.5
        d = OrderedDict(
            w=w, transposed=w.permute(2, 0, 1), last_row=w[1, 2], number=torch.tensor(7), nothing=torch.empty(0, 5),
            channels_last=torch.arange(16, dtype=torch.float32).reshape(1, 4, 2, 2).to(memory_format=torch.channels_last),
            parameter=torch.nn.Parameter(torch.ones(2)),
            half=torch.tensor([1.5]).half(), bfloat16=torch.tensor([1.5]).bfloat16(), double=torch.tensor([1.5]).double(),
            int32=torch.tensor([-2]).int(), int16=torch.tensor([-2]).short(), int8=torch.tensor([-2]).char(),
            uint8=torch.tensor([200]).byte(), boolean=torch.tensor([True, False]))
        module = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2))
        for is_zip in (True, False):
            for protocol in (2, 4):
                name = ('zip' if is_zip else 'legacy') + ('' if protocol == 2 else '4')
                for prefix, saved in (('', d), ('module-', module.state_dict()), ('whole-', module)):
                    torch.save(saved, folder + prefix + name, pickle_protocol=protocol, _use_new_zipfile_serialization=is_zip)
        torch.jit.script(torch.nn.Linear(1, 1)).save(folder + 'script')
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string? missing;

    public PythonFiles()
    {
        if (!File.Exists(Python))
        {
            missing = $"needs {Python} with PyTorch (Debian's python3-torch)";
            return;
        }
        var start = new ProcessStartInfo(Python, ["-W", "ignore", "-c", Script, folder.Path]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == NoTorch)
            missing = $"needs PyTorch in {Python} (Debian's python3-torch)";
        else if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Python} ended with {process.ExitCode}: {errors}");
    }

    /// <summary>The path of one of the files; skips the running test where there is no PyTorch.</summary>
    public string this[string name]
    {
        get
        {
            if (missing is not null)
                Assert.Skip(missing);
            return folder[name];
        }
    }

    public void Dispose() => folder.Dispose();
}
