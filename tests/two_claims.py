"""What the detector makes of two statements of different sources that nobody has read."""

from dossier.relating.bare.pair import bare_claim
from dossier.relating.relate import relate_pair


def kind(a: str, b: str) -> str:
    """Their relation, "none" for none."""
    relation = relate_pair(bare_claim("a", a), bare_claim("b", b))
    return relation.type if relation else "none"
