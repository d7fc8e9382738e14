"""Claims as linked data (JSON-LD, schema.org): each with the article it appears in. Nothing here rates a claim."""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

from dossier.model import Source
from dossier.rendering.addresses import claim_page, outside, site_base
from dossier.rendering.view import View

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")  # a span or a guess is no date to other readers of the page


def linked_data(view: View, source: Source) -> Markup:
    """A script element with the claims of one source; it cannot be left early, for `<` is written as an escape."""
    article: dict[str, Any] = {
        "@type": "Article",
        "headline": source.meta.title,
        "url": outside(source.meta.URL),
        "publisher": view.source_name(source.id),
        "datePublished": source.meta.issued if _DAY.fullmatch(source.meta.issued) else "",
        "inLanguage": source.meta.language,
    }
    article = {key: value for key, value in article.items() if value}
    graph = [
        {
            "@type": "Claim",
            "@id": site_base(view.options.url) + claim_page(claim.id),
            "text": claim.quote,
            "abstract": claim.statement,
            "appearance": article,
        }
        for claim in view.claims_of.get(source.id, ())
    ]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup('<script type="application/ld+json">') + Markup(text) + Markup("</script>")
