"""One kernel and one client, with the calls that the tests need."""
import time
import unittest
from queue import Empty

from jupyter_client.manager import start_new_kernel

NAME = "notable-csharp"
LIMIT = 60


class KernelTest(unittest.TestCase):
    """A kernel for all the tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start_new_kernel(kernel_name=NAME, startup_timeout=LIMIT)

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel(now=True)

    def reply(self, message_id, limit=LIMIT):
        while True:
            message = self.client.get_shell_msg(timeout=limit)
            if message["parent_header"].get("msg_id") == message_id:
                return message["content"]

    def outputs(self, message_id, limit=LIMIT):
        """What is published for a request, until idle; the statuses and the echo of the code are left out."""
        found = []
        while True:
            message = self.client.get_iopub_msg(timeout=limit)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return found
            if message["msg_type"] not in ("status", "execute_input"):
                found.append(message)

    def run_cell(self, code, **options):
        """The reply and the outputs of a cell."""
        message_id = self.client.execute(code, **options)
        found = self.outputs(message_id)
        return self.reply(message_id), found

    def value(self, code):
        """The value of a cell as text."""
        reply, found = self.run_cell(code)
        self.assertEqual(reply["status"], "ok", reply)
        return next(m["content"]["data"]["text/plain"] for m in found if m["msg_type"] == "execute_result")

    def text(self, found, name="stdout"):
        return "".join(m["content"]["text"] for m in found if m["msg_type"] == "stream" and m["content"]["name"] == name)

    def send(self, message_type, content, buffers=None):
        """Sends a message that jupyter-client has no call for."""
        message = self.client.session.msg(message_type, content)
        self.client.session.send(self.client.shell_channel.socket, message, buffers=buffers)
        return message["header"]["msg_id"]

    def wait_for(self, is_meant, limit=LIMIT):
        """The next published message of a kind; those before it are passed over."""
        while True:
            message = self.client.get_iopub_msg(timeout=limit)
            if is_meant(message):
                return message

    def wait_until(self, holds, limit=LIMIT):
        end = time.monotonic() + limit
        while not holds():
            if time.monotonic() > end:
                self.fail("it did not come about in time")
            time.sleep(0.05)

    def drain(self, get=None):
        """Passes over what has come so far: what is published, by default."""
        get = get or self.client.get_iopub_msg
        try:
            while True:
                get(timeout=0.5)
        except Empty:
            pass
