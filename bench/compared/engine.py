"""All engines that can be measured here, each filled with the same documents, and then asked in turn."""

import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from bench.compared.asking import interleaved
from bench.compared.filling import changed, filled
from bench.compared.overlap import Formula, overlap, plain
from bench.compared.process import opened
from bench.rivals.catalogue import Generated
from bench.rivals.question import Question
from bench.rivals.rival import Rival
from bench.rivals.these import these

OPENED = ("Waymark", "Tantivy", "Fts5")
"""Those whose new processes are looked at: the others hold everything in memory, have a server, or take minutes."""
MOST = 200_000
"""Documents of which the formula is worked out one by one."""


def engines(
    generated: Generated, questions: Sequence[Question], at_once: int = 1, without: Collection[str] = ()
) -> dict[str, Any]:
    """`filling` by engine, `asking` by way of asking, and `overlap`."""
    with tempfile.TemporaryDirectory() as folder:
        kinds = [kind for kind in these() if generated.size <= kind.most and kind.__name__ not in without]
        rivals = [kind(_own(Path(folder), kind)) for kind in kinds]
        try:
            filling = {rival.name: _filled(rival, generated, questions) for rival in rivals}
            asking = _asked(rivals, questions, at_once)
            alike = _overlap(rivals[0], generated, questions) if generated.size <= MOST else None
            for rival in rivals:
                filling[rival.name]["change_ms"] = changed(rival, generated)
        finally:
            for rival in rivals:
                rival.close()
    return {"filling": filling, "asking": asking, "overlap": alike}


def _own(folder: Path, kind: type[Rival]) -> Path:
    own = folder / kind.__name__
    own.mkdir()
    return own


def _filled(rival: Rival, generated: Generated, questions: Sequence[Question]) -> dict[str, Any]:
    measured: dict[str, Any] = dict(filled(rival, generated))
    if type(rival).__name__ in OPENED:
        measured |= opened(type(rival).__name__, rival.folder, questions)
    return measured


def _asked(rivals: Sequence[Rival], questions: Sequence[Question], at_once: int) -> dict[str, dict[str, Any]]:
    ways = {name: (rival, less, ask) for rival in rivals for name, (less, ask) in rival.ways().items()}
    asked = interleaved({name: ask for name, (_, _, ask) in ways.items()}, questions, at_once)
    ours = asked[rivals[0].name]
    return {
        name: {"less": less, **asked[name].measured(ours, here=rival.here, questions=questions)}
        for name, (rival, less, _) in ways.items()
    }


def _overlap(ours: Rival, generated: Generated, questions: Sequence[Question]) -> dict[str, float]:
    words = plain(questions)
    formula = Formula(generated, words)
    return {
        "formula": overlap(ours.ask, formula, words),
        "bare_bm25f": overlap(ours.ask, formula, words, bare=True),
    }
