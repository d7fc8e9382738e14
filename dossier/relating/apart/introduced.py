"""The words of a claim that only say who somebody is: what two claims share there they do not tell."""

from __future__ import annotations

from dossier.language.lexical import is_verb
from dossier.relating.apart.frames import Frame, by_frame

_NAME = 2  # words of a name that opens a sentence
_LEAST = 4  # words of "Ana Ruiz, head"


@by_frame
def introduced(frame: Frame) -> range:
    """By number the words of "ANA RUIZ, HEAD OF THE FUND AND A FRIEND OF THE MAYOR, said", "said ANA RUIZ, HEAD OF".

    They reach from who speaks, or from a name that opens the sentence, to the verb behind a comma, else to the end.
    """
    words = frame.words
    opens = len(words) >= _LEAST and all(w.text[0].isupper() for w in words[:_NAME])
    who = frame.numbers_of(frame.claim.speaker) or (list(range(_NAME)) if opens else [])
    if not who or who[-1] + 1 >= len(words) or words[who[-1] + 1].text != ",":
        return range(0)
    turns = (
        n + 1 for n in range(who[-1] + 2, len(words) - 1) if words[n].text == "," and words[n + 1].text.islower()
    )
    verb = next((n for n in turns if is_verb(words[n].lemma) and not words[n].text.endswith("ing")), None)
    if verb is None and who[0] == 0:
        return range(0)
    return range(who[0], verb or len(words))
