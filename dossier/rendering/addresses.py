"""Where things are in the site and outside it: paths, anchors, relative links, safe addresses."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ANY = "sources/"  # a path as the site has them
_HARMLESS = re.compile(r"[A-Za-z0-9/_.~-]*")  # what stands in an address as it is
_TELLING = 5  # words at each end of a long quotation that find it in the original page


@lru_cache(maxsize=100_000)
def safe_name(text: str) -> str:
    """A file or anchor name: the id itself if it is plain, else its plain letters and a hash.

    An id comes from a file name, so it may try to climb out of the site (`../x`) or shadow an index page.
    """
    if _PLAIN.fullmatch(text) and text.lower() != "index" and not text.endswith("."):
        return text
    kept = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:60]
    return f"{kept or 'x'}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def source_page(source: str) -> str:
    """The page of a source."""
    return f"sources/{safe_name(source)}.html"


def claim_anchor(claim: str) -> str:
    """The anchor of a claim on its source's page."""
    return safe_name(claim.partition("/")[2] or claim)


@lru_cache(maxsize=100_000)
def claim_page(claim: str) -> str:
    """The address of a claim: an anchor on its source's page."""
    return f"{source_page(claim.partition('/')[0])}#{claim_anchor(claim)}"


def question_page(question: str) -> str:
    """The page of a question."""
    return f"questions/{safe_name(question)}.html"


def country_page(place: str) -> str:
    """The page of a country or region."""
    return f"countries/{safe_name(place)}.html"


def theme_page(theme: str) -> str:
    """The page of a theme."""
    return f"themes/{safe_name(theme)}.html"


@lru_cache(maxsize=100_000)
def relation_anchor(between: tuple[str, str], question: str) -> str:
    """The anchor of a relation on its question's page; the same from build to build."""
    return "r-" + hashlib.sha256("\n".join((*between, question)).encode("utf-8", "replace")).hexdigest()[:10]


def pair_page(between: tuple[str, str], question: str) -> str:
    """The address of a relation: on its question's page, else in the list of all."""
    return f"{question_page(question)}#{relation_anchor(between, question)}" if question else "relations.html"


def stance_anchor(source: str) -> str:
    """The anchor of a source's position on a question's page."""
    return f"by-{safe_name(source)}"


@lru_cache(maxsize=100_000)
def relative(target: str, page: str) -> str:
    """The link from one page of the site to another, so that the site works in any folder."""
    path, mark, anchor = target.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    folders, here = path.split("/"), page.split("/")[:-1]
    shared = 0
    while shared < len(here) and shared < len(folders) - 1 and folders[shared] == here[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(folders[shared:]) + mark + anchor


@lru_cache(maxsize=10_000)
def outside(address: str) -> str:
    """The address when it is a plain web address, else ""; nothing else may become a link."""
    cleaned = address.strip()
    if any(c.isspace() or ord(c) < 32 for c in cleaned):
        return ""
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return ""
    return cleaned if parts.scheme in ("http", "https") and parts.netloc else ""


def passage(address: str, words: str) -> str:
    """A link that opens the original page at the quotation (a text fragment), or ""."""
    if not outside(address):
        return ""
    told = words.removesuffix("…").split()  # of some quotations only the first words may be shown
    ends = [" ".join(told)] if len(told) <= 2 * _TELLING else [" ".join(told[:_TELLING]), " ".join(told[-_TELLING:])]
    # In a text fragment "-" has a meaning of its own, and quote() leaves it as it is.
    found = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"{address.partition('#')[0]}#:~:text={found}"


def edit_link(base: str, path: str) -> str:
    """The address where a file of the repository is edited, or "" without a repository."""
    if not path or not outside(base):
        return ""
    return f"{base.rstrip('/')}/{path if _HARMLESS.fullmatch(path) else quote(path, safe='/')}"


@lru_cache(maxsize=8)
def site_base(url: str) -> str:
    """The first part of every address of the site; "" if it is not known where the site is published."""
    return urljoin(url, _ANY).removesuffix(_ANY) if url else ""


def form_link(base: str, form: str, **filled: str) -> str:
    """An issue form of .github/ISSUE_TEMPLATE with fields filled in by their ids, or "" where there is none."""
    fields = "".join(f"&{id}={quote(text, safe='')}" for id, text in filled.items())
    return f"{base}?template={form}.yml{fields}" if outside(base) else ""
