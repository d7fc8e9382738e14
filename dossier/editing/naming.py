"""Names in a report: harmless Markdown, each a link to the file at its line, or to the page of the site."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from dossier.model import Claim
from dossier.problems import Where
from dossier.rendering.addresses import claim_page, question_page

if TYPE_CHECKING:
    from dossier.editing.revisions import State


_FORMATS = re.compile(r"[\\`*_{}\[\]()#+!|~@]|(?<!\w)-|-(?!\w)")  # a hyphen inside a word formats nothing


def plain(text: str) -> str:
    """Text from a claim, made harmless in Markdown and HTML, on one line."""
    return _FORMATS.sub(r"\\\g<0>", html.escape(" ".join(text.split()), quote=False))


@dataclass(frozen=True, slots=True)
class Names:
    """How one state of a dossier names its claims, files, questions and pages."""

    state: State
    published: frozenset[str] = frozenset()  # ids of claims that the site shows already

    def claim(self, claim: Claim, key: str = "") -> str:
        """A claim's id, linked to its file where one of its keys stands, and to its place in the site."""
        where = self.state.at(claim.where, key) if key else claim.where
        shown = self._linked(plain(claim.id), self._file(where))
        page = self._page(claim_page(claim.id)) if claim.id in self.published else ""
        return f"{shown} ([page]({page}))" if page else shown

    def by_id(self, id: str) -> str:
        """The same by its id alone."""
        found = self.state.dossier.claim.get(id)
        return self.claim(found) if found else plain(id)

    def quoted(self, claim: Claim) -> str:
        """A claim with its quote."""
        return f"{self.claim(claim)}: “{plain(claim.quote)}”"

    def place(self, where: Where) -> str:
        """A place in a file."""
        return self._linked(plain(str(where)), self._file(where))

    def question(self, id: str) -> str:
        """A question in its words, linked to its page."""
        asked = self.state.dossier.question.get(id)
        return self._linked(plain(asked.question if asked else id), self._page(question_page(id)))

    def page(self, kind: str, id: str, path: str) -> str:
        """A page by its kind and the id it is about."""
        return self._linked(f"{kind}/{plain(id)}", self._page(path))

    def _file(self, where: Where) -> str:
        return f"{self.state.files}{quote(where.path)}#L{where.line}" if self.state.files and where.path else ""

    def _page(self, path: str) -> str:
        return f"{self.state.site}{path}" if self.state.site else ""

    def _linked(self, shown: str, address: str) -> str:
        return f"[{shown}]({address})" if address else shown
