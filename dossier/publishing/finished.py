"""Pages of MkDocs that carry finished HTML."""

from __future__ import annotations

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.publishing.imprint import in_one_line
from dossier.publishing.mending import CLOSE, OPEN
from dossier.publishing.stamping import STAMPED
from dossier.rendering.page import Page


class FinishedPage(MkDocsPage):
    """A page whose HTML and table of contents are there from the start; no Markdown is run over it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, edit: str) -> None:
        super().__init__(in_one_line(page.title), file, config)
        self.finished = page
        self.listed = False  # pages of the navigation differ in what is open there, so the theme renders each
        self.edit_url = edit + page.edit if page.edit and config.repo_url else None

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the front matter from the record."""
        self.markdown = ""
        # The search gets its entries ready made.
        self.meta = {
            "description": in_one_line(self.finished.description),
            "hide": list(self.finished.hide),
            "search": {"exclude": True},
        }
        if not self.listed:
            self.meta["template"] = STAMPED

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished headings; the HTML waits, for nothing that plugins look for in pages is in it."""
        self.content = ""
        headings = self.finished.toc
        links = [AnchorLink(str(escape(h.title)), h.anchor, 2) for h in headings]
        top = AnchorLink(in_one_line(self.finished.title), "content", 1)
        self.toc = TableOfContents(links or [top])
        self.present_anchor_ids = {h.anchor for h in headings}

    def fill(self) -> None:
        """Take the finished HTML, for as long as the page is written: all pages' would be a second site in memory."""
        self.content = f"{OPEN}{self.finished.html}{CLOSE}"
