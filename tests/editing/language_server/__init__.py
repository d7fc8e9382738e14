"""The real yaml-language-server, spoken to as an editor's program does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CACHE = HERE.parent.parent.parent / ".cache" / "language_server"


def command() -> list[str]:
    """How to start it: from the PATH, else installed by npm, as pinned here, into the cache; empty without both."""
    found = shutil.which("yaml-language-server")
    if found:
        return [found, "--stdio"]
    program = CACHE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not program.is_file() and shutil.which("npm"):
        CACHE.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, CACHE)
        install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(install, cwd=CACHE, check=False, timeout=180)
    return ["node", str(program), "--stdio"] if program.is_file() and shutil.which("node") else []


class Server:
    """One running server; files are given to it by path and text and need not lie on the disk.

    A path may hold {}, which becomes a number, so that no late word on an earlier file is taken for one on this.
    """

    def __init__(self, start: list[str], root: Path, schemas: dict[str, Any]) -> None:
        self.root, self._number, self._files = root, 0, 0
        self._settings = {
            "yaml": {"validate": True, "completion": True, "schemaStore": {"enable": False}, "schemas": schemas},
        }
        quiet = {**os.environ, "NODE_NO_WARNINGS": "1"}
        self._process = subprocess.Popen(
            start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=quiet
        )
        folder = {"uri": root.as_uri(), "name": root.name}
        able = {"workspace": {"configuration": True, "workspaceFolders": True}}
        self._ask(
            "initialize",
            {"processId": os.getpid(), "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": able},
        )
        self._send(method="initialized", params={})
        self._send(method="workspace/didChangeConfiguration", params={"settings": self._settings})

    def problems(self, path: str, text: str) -> list[str]:
        """What it finds wrong in a file."""
        return self.all_problems({path: text})[path]

    def all_problems(self, texts: dict[str, str]) -> dict[str, list[str]]:
        """What it finds wrong in each of several files, looked at side by side."""
        opened = {self._open(path, text): path for path, text in texts.items()}
        found: dict[str, list[str]] = {}
        while len(found) < len(opened):
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] in opened:
                told = (
                    f"{d['range']['start']['line'] + 1}: {d['message']}" for d in message["params"]["diagnostics"]
                )
                found[opened[message["params"]["uri"]]] = list(told)
        return found

    def completions(self, path: str, text: str) -> list[str]:
        """What it offers where ‸ stands."""
        found = self._at_caret("textDocument/completion", path, text)
        return [item["label"] for item in (found["items"] if isinstance(found, dict) else found)]

    def hover(self, path: str, text: str) -> str:
        """What it tells about the place of ‸."""
        found = self._at_caret("textDocument/hover", path, text)
        return str(found["contents"]["value"]) if found else ""

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()

    def _open(self, path: str, text: str) -> str:
        self._files += 1
        uri = (self.root / path.replace("{}", str(self._files))).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return uri

    def _at_caret(self, method: str, path: str, text: str) -> Any:
        before, _, after = text.partition("‸")
        uri = self._open(path, before + after)
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self._ask(method, {"textDocument": {"uri": uri}, "position": place})

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._number += 1
        wanted = self._number
        self._send(id=wanted, method=method, params=params)
        while True:
            message = self._receive()
            if message.get("id") == wanted and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _receive(self) -> dict[str, Any]:
        """The next message; questions of the server are answered on the way."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            asked = [item.get("section", "") for item in message["params"]["items"]]
            self._send(id=message["id"], result=[self._settings.get(section, {}) for section in asked])
        elif "id" in message and "method" in message:
            self._send(id=message["id"], result=None)
        return message

    def _send(self, **message: Any) -> None:
        assert self._process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()
