"""The built site, once per session: the project's own, and one of hostile text in a newcomer's folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sitebuilding import PROJECT, build_strictly, newcomer, write

HOSTILE = (
    '</script><script>alert("x")</script> {{ 7*7 }} **bold** [a](javascript:alert(1)) <img src=x onerror=alert(2)>'
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site."""
    to = tmp_path_factory.mktemp("site")
    done = build_strictly(PROJECT, to)
    assert done.returncode == 0, done.stdout + done.stderr
    return to


@pytest.fixture(scope="session")
def hostile_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier on another topic whose texts try to break out of the page."""
    root = tmp_path_factory.mktemp("hostile")
    newcomer(root)
    quoted = HOSTILE.replace("'", "''")
    for name, verb in (("north-blog", "is growing fast"), ("grid-review", "has stalled")):
        write(
            root, f"sources/{name}.txt", f"Offshore building in Ireland {verb}. {HOSTILE} was said of it in 2023.\n"
        )
        write(
            root,
            f"sources/{name}.yaml",
            f"title: '{quoted}'\ncontainer-title: '{quoted}'\nissued: 2023-05-01\n"
            f"issued-evidence: '{quoted}'\nlanguage: en\nkeep-as-written: [html-tags, html-entities, markdown]\n",
        )
        write(
            root,
            f"claims/{name}/p01-offshore.yaml",
            f"quote: >-\n  Offshore building in Ireland {verb}. {HOSTILE}\nstatement: '{quoted}'\ncountries: [IE]\n"
            f"themes: [wind-power]\ndate: 2023\nspeaker: '{quoted}'\nvoice: attributed\nnote: '{quoted}'\n"
            f"positions: {{growing: {'yes' if 'growing' in verb else 'no'}}}\nstatus: draft\n",
        )
    write(root, "claims/codebook/themes.yaml", f"wind-power:\n  title: '{quoted}'\n  words: [offshore]\n")
    write(
        root,
        "claims/codebook/questions/growing.yaml",
        f"question: '{quoted}'\nthemes: [wind-power]\nyes: [growing]\nno: [stalled]\n"
        f"summary: '{quoted} [north-blog/p01-offshore, grid-review/p01-offshore].'\n",
    )
    return root


@pytest.fixture(scope="session")
def hostile_site(hostile_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("hostile-site")
    done = build_strictly(hostile_root, to)
    assert done.returncode == 0, done.stdout + done.stderr
    return to


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site's address on this machine, below a folder as on most hosts."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
