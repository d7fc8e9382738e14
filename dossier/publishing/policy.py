"""The Content-Security-Policy of every page: only the site's own scripts run, whatever a claim may hold.

The theme writes a few scripts into the pages themselves. They are allowed by the hash of what they say, and only when
they are word for word those of the theme's templates; no other script inside a page is ever allowed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FILLED_IN = re.compile(r"\{\{.*?\}\}")
_HEAD = re.compile(r"<head\b[^>]*>")
_RULES = (
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)


def with_policy(page: str) -> str:
    """The page with its policy as the first thing in its head; other texts come back as they are."""
    head = _HEAD.search(page)
    if head is None:
        return page
    own = {script for script in _INLINE.findall(page) if _theme_scripts().fullmatch(script)}
    allowed = " ".join(["script-src 'self'", *sorted(map(_hash, own))])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join([*_RULES, allowed])}">'
    return f"{page[: head.end()]}\n{meta}{page[head.end() :]}"


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@cache
def _theme_scripts() -> re.Pattern[str]:
    """What the scripts of the theme's templates may look like: where one is filled in, a relative path can stand."""
    folder = files("material").joinpath("templates", "partials", "javascripts")
    texts = (file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".html"))
    scripts = {script for text in texts for script in _INLINE.findall(text) if "{%" not in script}
    forms = (r"[./]*".join(map(re.escape, _FILLED_IN.split(script))) for script in sorted(scripts))
    return re.compile("|".join(forms))
