"""Validate files against the schemas of the Object Management Group, references included.

Task: {"schemas": {kind: path}, "files": [{"file": path, "kind": kind}]}.
Answer: {file: [problem, ...]}. Runs in the Python of the consumers.
"""

from __future__ import annotations

import json
import sys

import xmlschema  # type: ignore[import-not-found]


def main() -> None:
    """Read the task, print the answer."""
    task = json.load(sys.stdin)
    schemas = {
        kind: xmlschema.XMLSchema(path, allow="local") for kind, path in task["schemas"].items()
    }
    answer = {}
    for file in task["files"]:
        problems = schemas[file["kind"]].iter_errors(file["file"])
        answer[file["file"]] = [f"{error.path}: {error.reason}" for error in problems]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
