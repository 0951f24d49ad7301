"""Runs a notebook in a kernel that is installed for Jupyter, to its end, and writes it with its outputs: run_notebook.py IN KERNEL OUT"""
import subprocess
import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
client = NotebookClient(notebook, kernel_name=sys.argv[2], allow_errors=True, timeout=600)
client.execute(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
nbformat.write(notebook, sys.argv[3])
