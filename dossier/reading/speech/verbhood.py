"""Whether a reporting word is the verb of its clause, and the active one."""

from __future__ import annotations

from dossier.language.dictionary import is_known
from dossier.language.grammar import is_adverb
from dossier.reading.sentences.verbs import class_of
from dossier.reading.speech.frames import Frame, is_phrasal
from dossier.reading.speech.phrases import Span, head_noun, names_somebody
from dossier.reading.speech.reporting import matter_after, small, verbs
from dossier.reading.speech.times import low


def is_verb(frame: Frame, i: int, helpers: frozenset[str], content: object, subject: Span) -> bool:
    """Whether a form that is also a noun ("claims", "report") is a verb here."""
    words = frame.words
    if helpers & small("auxiliaries"):
        return True
    if i - subject[1] > 0 and all(low(w) in small("adverbs") or is_adverb(low(w)) for w in words[subject[1] : i]):
        return True  # "the bank now projects"
    if low(words[i - 1]).endswith(("'s", "s'")):
        return False  # "Turkey’s claim that"
    if low(words[i]).endswith("s") and (low(words[i - 1]) in class_of("numbers") or words[i - 1].text.isdigit()):
        return False  # "by six states"
    head = head_noun(words, subject)
    behind = subject[0] > 2 and words[subject[0] - 1].text == "," and low(words[i]).endswith("s")
    if behind and content is None and (i + 1 >= len(words) or words[i + 1].text in (".", ",", ";")):
        return names_somebody(words, subject) and not head.text.endswith("s")  # "Prices fell, the union estimates."
    ends = i + 1 >= len(words) or words[i + 1].text in (".", ";")
    opened = subject[0] > 2 and words[subject[0] - 1].text == ","
    if opened and ends and content is None and verbs()[low(words[i])].shape == "base":
        return head.text.islower() and head.text.endswith("s")  # "…, agronomists in Tafo estimate."
    if low(head) in small("pronouns") or low(head) in small("subject_pronouns"):
        return True
    aside = i + 4 < len(words) and words[i + 1].text == "," == words[i + 3].text  # "stresses, THEREFORE, that"
    after = low(words[i + (4 if aside else 1)]) if i + 1 < len(words) else ""
    named = head.text[0].isupper() and not (subject == (0, 1) and is_known(low(head)))
    if is_phrasal(verbs()[low(words[i])].base) or (subject[0] == 1 and low(words[0]) == "as"):
        return True
    if any(low(w) == "there" for w in words[max(0, i - 5) : i]):
        return False  # "there were false reports that"
    if after in ("that", "whether", "if") and content:
        return True
    if getattr(content, "clear", False) and head.text.endswith("s") and not low(words[i]).endswith("s"):
        return True  # "researchers report in a journal that"
    done = i + 2 < len(words) and low(words[i + 2]) in ("have", "be")  # "officials claim TO HAVE told them"
    if after == "to" and "deed" in verbs()[low(words[i])].takes and (done or not head.text.endswith("s")):
        return True
    if low(words[i]).endswith("s"):
        plural = head.text.endswith("s") and not head.text.endswith("ss") and not named
        if i + 1 < len(words) and not words[i + 1].is_word and not frame.in_quotation(i + 1):
            return False
        return not plural and (named or after in small("articles") or after in small("subject_pronouns"))
    several = head.text.endswith("s") or low(head) in ("people", "police", "some", "many")
    opens = after in small("subject_pronouns", "articles") or verbs()[low(words[i])].base in matter_after().get(
        after, ()
    )
    return several and (opens or (content is not None and words[i + 1].text[0].isupper()))
