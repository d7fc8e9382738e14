"""All gates, in the order in which a page names them."""

from __future__ import annotations

from collections.abc import Callable

from dossier.model import Gate
from dossier.relating.apart.frames import Frame
from dossier.relating.comparisons.opinion import Opinion, Setting
from dossier.relating.gates.assertion import modality, voice
from dossier.relating.gates.period import period
from dossier.relating.gates.places import places
from dossier.relating.gates.scope import scope

Ask = Callable[[Frame, Frame, Opinion, Setting], Gate]
GATES: dict[str, Ask] = {"period": period, "places": places, "voice": voice, "modality": modality, "scope": scope}
