"""The list of what can be measured."""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path

HERE = Path(__file__).parent


def offered(folder: Path = HERE) -> dict[str, str]:
    """Name each benchmark in a folder, with what its first line says.

    A benchmark is a file with a function `main`, which prints what it found and
    returns an exit code.
    """
    found = {}
    for path in sorted(folder.glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        starts = any(
            isinstance(n, ast.FunctionDef) and n.name == "main" for n in tree.body
        )
        if starts and path.name != "__main__.py":
            found[path.stem] = (ast.get_docstring(tree) or "").partition("\n")[0]
    return found


def main(words: list[str]) -> int:
    """List the benchmarks, or run those that are named.

    Returns:
        0 where all aims are met, 1 where one is missed, 2 for a name unknown here.
    """
    known = offered()
    if not words:
        print("python -m benchmarks NAME ...")
        for name, says in known.items():
            print(f"  {name:<12}{says}")
        return 0
    if unknown := [word for word in words if word not in known]:
        print(f"no benchmark is called {', '.join(unknown)}", file=sys.stderr)
        return 2
    return max(int(importlib.import_module(f"benchmarks.{w}").main()) for w in words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
