"""Runs every notebook below a folder in several kernels and prints a table: failing cells and seconds of each.

    python3 tests/Benchmarks/notebooks.py FOLDER notable-csharp .net-csharp [--timeout 120] [--reasons] [--repeat 1]

Needs nbclient and nbformat (Debian: python3-nbclient), and the kernels installed for Jupyter. A failing cell is counted and the
notebook goes on. Cells that ask for input are counted as errors too. Seconds are from the kernel's start to its end; each notebook runs in
one kernel directly after the other, so that both have the same machine.
"""
import argparse
import asyncio
import pathlib
import statistics
import subprocess
import time

import nbformat
from nbclient import NotebookClient


def run(path, kernel, timeout):
    """The number of failing cells, the seconds it took from the kernel's start to its end, and the first error."""
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata.setdefault("kernelspec", {})["name"] = kernel
    client = NotebookClient(notebook, kernel_name=kernel, timeout=timeout, allow_errors=True, resources={"metadata": {"path": str(path.parent)}})
    start = time.perf_counter()
    note = ""
    try:
        # What a kernel prints about itself is not part of the table.
        client.execute(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except Exception as error:
        note = f"{type(error).__name__}: {error}".split("\n")[0]
    seconds = time.perf_counter() - start
    errors = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.get("outputs", []) if output.output_type == "error"]
    return len(errors) + bool(note), seconds, note or (errors[0].evalue.split("\n")[0] if errors else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("kernels", nargs="+")
    parser.add_argument("--timeout", type=int, default=120, help="seconds one cell may take")
    parser.add_argument("--reasons", action="store_true", help="print the first error of each notebook")
    parser.add_argument("--repeat", type=int, default=1, help="how often each notebook runs in each kernel; the seconds are the median")
    options = parser.parse_args()
    totals, failing = [0.0] * len(options.kernels), [0] * len(options.kernels)
    print(f"| notebook | {' | '.join(f'{kernel}: errors | s' for kernel in options.kernels)} |")
    print(f"|---|{'---:|---:|' * len(options.kernels)}")
    for path in sorted(options.folder.rglob("*.ipynb")):
        cells = []
        runs = [[run(path, kernel, options.timeout) for kernel in options.kernels] for _ in range(options.repeat)]
        for place, kernel in enumerate(options.kernels):
            errors, _, reason = runs[0][place]
            seconds = statistics.median(one[place][1] for one in runs)
            totals[place] += seconds
            failing[place] += errors
            cells.append(f"{errors} | {seconds:.1f}")
            if options.reasons and reason:
                print(f"<!-- {path.name}, {kernel}: {reason} -->")
        print(f"| {path.relative_to(options.folder)} | {' | '.join(cells)} |", flush=True)
    print(f"| all | {' | '.join(f'{errors} | {total:.1f}' for errors, total in zip(failing, totals))} |")


if __name__ == "__main__":
    asyncio.set_event_loop(asyncio.new_event_loop())
    main()
