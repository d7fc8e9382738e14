"""Words of time that are names or other words here: May, March, the Winter War, the Daily News."""

from __future__ import annotations

from dossier.reading.dates.shapes import Found, Tokens
from dossier.reading.dates.trap_words import neighbours, word_lists


def is_month(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """May, March, April and June are words and names too."""
    if end - start > 1:
        return not (
            found.tokens[-1].sort in ("month",) and found.tokens[-1].text == "May" and found.tokens[0].sort == "the"
        )
    known, (before, after) = word_lists(), neighbours(tokens, start, end)
    if found.tokens[0].text in known["month_names"] and after[:1].isupper() and before.lower() in ("and", "or"):
        return False
    if (
        before.lower() in known["time_before"]
        or before.endswith("est")
        or (before.lower() == "to" and tokens.word(start - 2).lower() in ("year", "months", "weeks", "quarter"))
        or (before.lower() in ("and", "or", "to", "-", "–") and _month_near(tokens, start - 2))
    ):
        return True
    name = found.tokens[0].text
    if name in known["doubtful_months"]:
        return (
            before == "the"
            and after.islower()
            and after not in known["time_before"]
            and after not in ("is", "was", "to", "and")
        )
    return not (
        name in known["month_names"] and (after[:1].isupper() or (before[:1].isupper() and before not in ("", ".")))
    )


def _month_near(tokens: Tokens, at: int) -> bool:
    return any(tokens.word(i).capitalize() in word_lists()["months"] for i in range(at - 3, at + 1))


_BEFORE_SEASON = frozenset(("in", "during", "by", "until", "since", "before", "till"))
_SEASON_BEGINS = frozenset(("since", "until", "till"))


def is_season(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "In winter" is a time, the Winter War and a fall from a horse are none."""
    name = found.get("season")
    if name is not None and name.text[0].isupper() and name is found.tokens[-1] and tokens.word(end)[:1].isupper():
        return False  # a name: the Winter War
    if name is not None and end - start == 1:
        before = tokens.word(start - 1).lower()
        alone = before in (_SEASON_BEGINS if name.text.lower() in ("fall", "spring") else _BEFORE_SEASON)
        return alone and not tokens.word(end)[:1].isupper()
    if (
        name is None
        or name.text.lower() not in ("fall", "spring")
        or found.has("year", "edge", "early", "last", "next", "unit")
    ):
        return True
    before, after = tokens.word(start - 1).lower(), tokens.word(end).lower()
    if before in ("on", "of", "for", "with") and after.isalpha() and after not in word_lists()["after_time"]:
        return False  # "will vote on the spring budget"
    if found.has("this") and name.text.lower() == "spring":
        return True
    if before == "of" and name.text.lower() == "fall" and found.has("the"):
        return False  # "part of the fall"
    return (before in word_lists()["time_before"] or found.has("this")) and after not in ("of", "in", "from", "water")


def is_weekday(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Papers and names: "the Sunday Times", "Black Friday"."""
    before, after = neighbours(tokens, start, end)
    return after not in word_lists()["after_weekday_names"] and before not in word_lists()["before_weekday_names"]


def is_now(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "now-cancelled", "soon-to-open" describe a thing; "now that" gives a reason, "the future of" a fate."""
    if found.tokens[-1].text.lower() == "future" and tokens.word(end).lower() in ("of", "for"):
        return end - start > 2  # "for the foreseeable future of the firm"
    if (tokens.word(start).lower(), tokens.word(end).lower()) in (("now", "that"), ("soon", "as")):
        return False
    return tokens.word(end) != "-" or tokens.text[found.end : found.end + 1] != "-"


def is_part(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "in the morning" is a time; "the night club" is none."""
    return (
        tokens.word(start - 1).lower() in ("in", "during", "through", "throughout", "into")
        and not tokens.word(end).islower()
    )


def is_part_bare(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "At dawn", "by nightfall"; "morning prayers" and "at night school" are none."""
    before, after = tokens.word(start - 1).lower(), tokens.word(end)
    ends = not after.isalpha() or after.lower() in word_lists()["after_part"]
    return before in word_lists()["before_part"] and ends and found.tokens[0].text.islower()


def is_the_past(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """ "In the past" is a time; "the past president" is none."""
    return not tokens.word(end).isalpha() or (
        tokens.word(end).islower() and tokens.word(start - 1).lower() in ("in", "of", "from", "to")
    )


def is_holiday(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """Christmas is a day, Christmas shopping is none."""
    return tokens.word(end).lower() not in word_lists()["after_holidays"]


def is_often(tokens: Tokens, start: int, end: int, found: Found) -> bool:
    """The Daily News and Entertainment Weekly are papers."""
    before, after = neighbours(tokens, start, end)
    return not (found.tokens[0].text.istitle() and (after.istitle() or before.istitle()))
