"""The outside conformance suite: everything but the pager, which a kernel of .NET has no use for."""
import jupyter_kernel_test


class Conformance(jupyter_kernel_test.KernelTests):
    kernel_name = "notable-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [{"text": "Console.WriteL", "matches": {"WriteLine"}}, {"text": "#!lsm", "matches": {"#!lsmagic"}}]
    complete_code_samples = ["1", 'Console.WriteLine("hi");', "int F(int x)\n{\n    return x * 2;\n}", "#!time\n1"]
    incomplete_code_samples = ["if (true) {", "Console.WriteLine(", "int F(int x)\n{"]
    invalid_code_samples = ["int 5x = 3;", "class { }", "#!nonsense )"]
    code_generate_error = 'throw new Exception("no");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6 + 1", "result": "7"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "6 * 2", "result": "12"},
        {"code": "new[] { 1, 2 }", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": "#!markdown\n*x*", "mime": "text/markdown"},
    ]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "ClearOutput();"
