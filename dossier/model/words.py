"""The words allowed in each field, in the order in which they are offered."""

STANCES = ("yes", "no", "mixed")
SIGN = "sign-"  # before a stance: the claim only speaks for it and is no answer
SIDES = (*STANCES, f"{SIGN}yes", f"{SIGN}no")  # as they are written in a file
VOICES = ("own", "attributed", "rebutted", "hypothetical")
MODALITIES = ("certain", "likely", "possible", "doubtful")
KINDS = ("fact", "assessment", "prediction", "recommendation")
STATUSES = ("draft", "reviewed", "rejected")
RELATION_TYPES = ("agrees", "contradicts", "qualifies", "updates")
JUDGEMENTS = ("confirmed", "dismissed", *RELATION_TYPES)
DECIDED = ("proposed", "confirmed", "dismissed", "stale")
VERDICTS = ("agreement", "contradiction", "qualified", "changed", "single-source", "open")
