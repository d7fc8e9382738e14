"""What a person most likely meant by a number or word that does not fit: what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from unicodedata import category

from dossier.data import load
from dossier.store.hints import latin

_MARKS = " \t\u00a0\"'“”„‘’,."
_SCALED = re.compile(r"(\S*\d) ?([a-z]+)", re.IGNORECASE)
_AMOUNT = re.compile(r"([-−–]?)[^\w.−–-]{0,3}(\.?\d[\d., _\u00a0\u202f'’]*)\s*(?:%|percent|per cent)?")


@lru_cache(2**14)  # the figures of all claims are looked at each time
def meant_number(text: str) -> str:
    """The number without separators and signs, or "" when it cannot be told."""
    text = re.sub(r"\d", lambda digit: str(int(digit[0])), text)  # of any alphabet
    scaled = _SCALED.fullmatch(text.strip())
    zeros = load("meant.yaml")["scales"].get(scaled[2].casefold()) if scaled else None
    if scaled and zeros:
        number = meant_number(scaled[1])
        return f"{Decimal(number).scaleb(zeros):f}".split(".")[0] if number and len(number) < 9 else ""
    about = next((word for word in load("meant.yaml")["about"] if text.casefold().startswith(f"{word} ")), "")
    found = _AMOUNT.fullmatch(text[len(about) :].strip())
    if not found:
        return ""
    sign, digits = "-" * bool(found[1]), re.sub(r"[ _\u00a0\u202f'’]", "", found[2]).rstrip(".,")
    if re.fullmatch(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*", digits):
        return sign + re.sub(r"[.,]", "", digits)
    if re.fullmatch(r"\d{1,3}(,\d{3})+\.\d+", digits):
        return sign + digits.replace(",", "")
    digits = f"{'0' * digits.startswith('.')}{digits.replace(',', '.')}"
    return sign + digits if re.fullmatch(r"\d+(\.\d+)?", digits) else ""


def meant_choice(text: str, choices: tuple[str, ...]) -> str:
    """The choice that another word stands for, or ""."""
    plain = latin(text).strip(_MARKS).casefold()
    joined = re.sub(r"[\s_]+", "-", plain)
    meant = (word for word in (joined, *load("meant.yaml")["words"].get(joined, ())) if word in choices)
    words = re.findall(r"[\w'-]+", plain)
    denied = load("meant.yaml")["denied"]  # "not a contradiction", "not reviewed"
    if len(words) > 1 and words[0] in denied["words"] and words[0] not in choices:
        return next((w for w in denied["by"] if w in choices), "")
    said = {word for word in words if word in choices}
    alone = "mixed" if said == {"yes", "no"} and "mixed" in choices else ""
    return next(meant, "") or (said.pop() if len(said) == 1 else alone)


def meant_language(text: str) -> str:
    """The code of the language that a name or code in capitals stands for, or ""."""
    wanted = " ".join(text.casefold().replace("_", "-").split())
    codes: dict[str, str] = load("meant.yaml")["languages"]
    return codes.get(wanted, wanted if wanted.partition("-")[0] in codes.values() else "")


def means_nothing(text: str) -> bool:
    """Whether programs take the text for no value at all, which a text here never is, or people mean none by it."""
    listed = text.casefold() in load("meant.yaml")["nothing"]
    return 0 < len(text) <= 4 and (listed or all(category(sign)[0] == "P" for sign in text))


def meant_key(key: str, names: Iterable[str]) -> str:
    """The key that another word stands for, or ""."""
    wanted = key.strip(_MARKS).casefold().replace(" ", "_")
    return next((word for word in load("meant.yaml")["keys"].get(wanted, ()) if word in set(names)), "")
