"""Much of everything: nothing may be lost, and memory stays bounded."""
import os
import time

from kernel import KernelTest


class Loads(KernelTest):
    def resident(self):
        with open(f"/proc/{self.manager.provisioner.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1000

    def test_ten_thousand_lines_of_one_cell(self):
        before = self.resident()
        _, found = self.run_cell("for (var i = 0; i < 10_000; i++) Console.WriteLine(i);")
        self.assertEqual(self.text(found), "".join(f"{i}\n" for i in range(10_000)))
        self.assertLess(len(found), 1000)
        self.assertLess(self.resident() - before, 100)

    def test_a_thousand_cells(self):
        count = int(os.environ.get("NOTABLE_CELLS", "1000"))
        self.run_cell("var sum = 0;")
        start, before = time.monotonic(), self.resident()
        for i in range(count):
            reply = self.reply(self.client.execute(f"sum += {i};"))
            self.assertEqual(reply["status"], "ok")
        seconds, grown = time.monotonic() - start, self.resident() - before
        print(f"{count} cells: {seconds:.1f} s, {grown:.0f} MB more", flush=True)
        self.drain()
        self.assertEqual(self.value("sum"), str(sum(range(count))))
        # About 1 MB a cell, most of it the compiler's: five times as much would be a copy of .NET's metadata for each.
        self.assertLess(grown, 1500)

    def test_comm_round_trips(self):
        _, found = self.run_cell("var knob = new FloatProgress(); var turns = 0; knob.Observe(\"value\", _ => { turns++; }); knob")
        model = found[-1]["content"]["data"]["application/vnd.jupyter.widget-view+json"]["model_id"]
        start, count = time.monotonic(), 500
        for i in range(count):
            self.outputs(self.send("comm_msg", {"comm_id": model, "data": {"method": "update", "state": {"value": i + 1.0}, "buffer_paths": []}}))
        print(f"{count / (time.monotonic() - start):.0f} round trips a second", flush=True)
        self.assertEqual(self.value("turns"), str(count))

    def test_fifty_megabytes_through_an_upload(self):
        _, found = self.run_cell("var upload = new FileUpload(); var sha = \"\";\n"
                                 "upload.OnChange(file => { sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content.Span)); return Task.CompletedTask; });\nupload")
        model = found[-1]["content"]["data"]["application/vnd.jupyter.widget-view+json"]["model_id"]
        import hashlib
        data = os.urandom(50_000_000)
        state = {"value": [{"name": "big.bin", "type": "", "size": len(data), "last_modified": 0}]}
        self.outputs(self.send("comm_msg", {"comm_id": model, "data": {"method": "update", "state": state, "buffer_paths": [["value", 0, "content"]]}}, [data]))
        self.assertEqual(self.value("sha"), hashlib.sha256(data).hexdigest())
