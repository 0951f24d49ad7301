"""What Debian's nbconvert shows of widgets on a page without a kernel."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

VIEW = 'type="application/vnd.jupyter.widget-view+json"'
STATE = 'type="application/vnd.jupyter.widget-state+json"'
TEXT = "FileUpload(description="
NOTE = "This is only the widget's text."


class ConvertedWidgets(unittest.TestCase):
    def convert(self, *options, then=None):
        """The page of an executed notebook; `then` are options for a second conversion, of the saved notebook."""
        with tempfile.TemporaryDirectory() as folder:
            cell = {"cell_type": "code", "id": "upload", "metadata": {}, "outputs": [], "execution_count": None, "source": "new FileUpload()"}
            kernel = {"name": "notable-csharp", "display_name": "C# (Notable)", "language": "C#"}
            with open(os.path.join(folder, "in.ipynb"), "w", encoding="utf-8") as file:
                json.dump({"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}, file)
            page = ("--to", "html", "--template", "basic", "--output", "out.html")
            if then is None:
                self.nbconvert(folder, *page, "--execute", *options, "in.ipynb")
            else:
                self.nbconvert(folder, "--to", "notebook", "--execute", *options, "--output", "done.ipynb", "in.ipynb")
                self.nbconvert(folder, *page, *then, "done.ipynb")
            with open(os.path.join(folder, "out.html"), encoding="utf-8") as file:
                return file.read().replace("&#39;", "'")

    def nbconvert(self, folder, *words):
        done = subprocess.run([sys.executable, "-m", "nbconvert", *words], cwd=folder, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_without_their_state_they_are_text_that_says_so(self):
        page = self.convert("--ExecutePreprocessor.store_widget_state=False")
        self.assertIn(TEXT, page)
        self.assertIn(NOTE, page)
        self.assertNotIn(VIEW, page)

    def test_with_their_state_they_are_widgets(self):
        page = self.convert()
        self.assertIn(VIEW, page)
        self.assertIn(STATE, page)
        self.assertNotIn(NOTE, page)

    def test_saved_states_are_left_out_with_the_options_that_the_docs_name(self):
        with open(os.path.join(os.environ["NOTABLE_REPOSITORY"], "docs", "launch.md"), encoding="utf-8") as file:
            command = next(line for line in file if line.startswith("jupyter nbconvert --to html"))
        page = self.convert(then=[word for word in command.split() if word.startswith("--Clear")])
        self.assertIn(TEXT, page)
        self.assertIn(NOTE, page)
        self.assertNotIn(VIEW, page)
