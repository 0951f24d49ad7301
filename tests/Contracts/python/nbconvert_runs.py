"""Debian's nbconvert executes the training notebook, on notes that it draws itself."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

NOTEBOOKS = os.path.join(os.environ["NOTABLE_REPOSITORY"], "notebooks")


class Nbconvert(unittest.TestCase):
    def test_the_training_notebook(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(NOTEBOOKS, "02-train.ipynb"), encoding="utf-8") as file:
                notebook = json.load(file)
            place, cell = next((i, c) for i, c in enumerate(notebook["cells"]) if "parameters" in c["metadata"].get("tags", []))
            weights = os.path.join(NOTEBOOKS, "models", "bills.safetensors")
            values = f'weights = {json.dumps(weights)}; epochs = 1; size = 64; device = "cpu"; output = "my.safetensors";'
            notebook["cells"].insert(place + 1, {**cell, "id": "values", "source": values})
            with open(os.path.join(folder, "train.ipynb"), "w", encoding="utf-8") as file:
                json.dump(notebook, file)
            done = subprocess.run(
                [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=240", "--output", "done.ipynb", "train.ipynb"],
                cwd=folder, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(os.path.join(folder, "done.ipynb"), encoding="utf-8") as file:
                cells = json.load(file)["cells"]
            outputs = [output for cell in cells for output in cell.get("outputs", [])]
            self.assertNotIn("error", [output["output_type"] for output in outputs])
            self.assertRegex(json.dumps(outputs[-1]), r"\$(50|100), .*\d+ % sure|can.t tell|Neither")
            self.assertTrue(os.path.exists(os.path.join(folder, "my.safetensors")))
