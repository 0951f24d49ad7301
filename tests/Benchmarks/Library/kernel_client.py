"""Drives one kernel by Debian's jupyter-client and prints how long everything took: one JSON object, name to figures."""
import json
import time

from jupyter_client.manager import KernelManager

figures = {}


def wait(client, message_id):
    """The reply to a request, after its last output."""
    while True:
        message = client.get_iopub_msg(timeout=60)
        found.append(message)
        if message["parent_header"].get("msg_id") == message_id and message["content"].get("execution_state") == "idle":
            return


def timed(name, *requests):
    for request in requests:
        start = time.perf_counter()
        wait(client, request())
        figures.setdefault(name, []).append((time.perf_counter() - start) * 1000)


def send(data):
    message = client.session.msg("comm_msg", {"comm_id": model, "data": data})
    client.session.send(client.shell_channel.socket, message)
    return message["header"]["msg_id"]


found = []
start = time.perf_counter()
manager = KernelManager(kernel_name="notable-csharp")
manager.start_kernel()
client = manager.client()
client.start_channels()
client.kernel_info()
client.get_shell_msg(timeout=60)
figures["start"] = [(time.perf_counter() - start) * 1000]
timed("first cell", lambda: client.execute("var start = 1; start + 1"))
wait(client, client.execute("Console.WriteLine(start);"))
timed("cell", *(lambda i=i: client.execute(f"var v{i} = {i}; v{i} * 2") for i in range(25)))
with open(f"/proc/{manager.provisioner.process.pid}/status") as status:
    figures["memory"] = [next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) * 1024 / 1e6]
timed("first completion", lambda: client.complete("Console.Wri"))
timed("completion", *(lambda i=i: client.complete(f"v{i}.To") for i in range(10)))
found.clear()
wait(client, client.execute("new FloatProgress()"))
model = [message["content"]["comm_id"] for message in found if message["msg_type"] == "comm_open"][-1]
start, count = time.perf_counter(), 300
for i in range(count):
    wait(client, send({"method": "update", "state": {"value": i + 1.0}, "buffer_paths": []}))
figures["comms"] = [count / (time.perf_counter() - start)]
for code in ("while (true) ;", "Thread.Sleep(1_000_000);", "await Task.Delay(1_000_000);", "new SemaphoreSlim(0).Wait();",
             "Enumerable.Range(0, int.MaxValue).Select(i => (long)i * i % 7).Where(i => i > 10).Sum()"):
    asked = client.execute(code)
    time.sleep(0.5)
    start = time.perf_counter()
    manager.interrupt_kernel()
    wait(client, asked)
    figures.setdefault("interrupt", []).append((time.perf_counter() - start) * 1000)
client.stop_channels()
manager.shutdown_kernel()
# It logs when it goes, and at the interpreter's end logging has gone before it.
del client, manager
print(json.dumps(figures))
