"""What the reader found in a source and why, sentence by sentence, for `explain`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Codebook, Source
from dossier.reading.drafting import Drafted, ReadSentence, read_all, read_source
from dossier.reading.findings import Findings, heard_at, within
from dossier.reading.reasons import reasons_in, told
from dossier.reading.speech.acts import is_act
from dossier.reading.worth import what_speaks, worth


def explain_source(source: Source, codebook: Codebook) -> str:
    """The source sentence by sentence with everything found, and what decided it."""
    found = read_all(source, codebook)
    lines = [f"{source.id}: published {source.meta.issued or 'at an unknown time'}"]
    for read in read_source(source, codebook):
        lines += _explained(read, found, codebook)
    return "\n".join(lines) + "\n"


def _explained(read: ReadSentence, found: Findings, codebook: Codebook) -> Iterator[str]:
    sentence, text = read.sentence, found.text
    start, end = sentence.start, sentence.end
    words = text[start:end]
    yield ""
    yield f"paragraph {sentence.paragraph} [{start}:{end}] {words}"
    yield f"  worth {worth(words):.2f}" + (f", no claim: {read.reason}" if read.reason else "")
    if speaks := what_speaks(words):
        yield f"  signs   {speaks}"
    for time in within(found.times, start, end):
        yield f"  time    {text[time.start : time.end]!r} = {time.edtf or time.timex} ({time.kind})"
    for mention in within(found.mentions, start, end):
        yield f"  place   {text[mention.start : mention.end]!r} = {', '.join(mention.places)} ({mention.kind})"
    for figure in within(found.figures, start, end):
        f = figure.figure
        value = f"{f.low} to {f.high} {f.unit} {f.of} {f.change}".rstrip()
        yield f"  figure  {text[figure.start : figure.end]!r} = {value}"
    for a in heard_at(found.heard, start, end):
        who = text[a.source[0] : a.source[1]] if a.source else "nobody named"
        cue = text[a.cue[0] : a.cue[1]] if a.cue else "quotation marks"
        note = " (an act, not a report)" if is_act(text, a) else ""
        yield f"  speech  {who!r} by {cue!r}{note}: {text[a.content[0] : a.content[1]]!r}"
    for d in read.drafted:
        yield from _claimed(d, codebook)


def _claimed(d: Drafted, codebook: Codebook) -> Iterator[str]:
    c = d.claim
    home = " (named before, or what the article is about)" if d.at_home else ""
    yield f"  claim   {c.id}"
    yield f"    quote      {c.quote}"
    yield f"    statement  {c.statement}"
    yield f"    date       {c.date or 'none'} (from {d.date.words or d.date.origin!r}, {d.date.origin})"
    yield f"    places     {', '.join(c.countries) or 'none'}{home}; themes {', '.join(c.themes) or 'none'}"
    yield f"    voice      {c.voice} ({d.voice.words or 'no sign'}); speaker {c.speaker or 'the article'}"
    yield f"    modality   {c.modality} ({d.modality.words or 'no sign'})"
    yield f"    kind       {c.kind} ({d.kind.words or 'no sign'})"
    for p in c.positions:
        yield f"    position   {p.question}: {p.stance} ({p.words})"
    for reason in reasons_in(c.quote, c.countries, codebook, {p.question for p in c.positions}):
        yield f"    cue        {told(reason)}"
