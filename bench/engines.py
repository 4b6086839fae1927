"""Our search beside what one would use instead: the same documents, the same questions, in turn, in one run.

    python -m bench.engines [--sizes 1000,10000,100000] [--parts engine,whole,page] [--without PlainWhoosh] [--folder FOLDER]

Generated assets; 300 mixed questions of one to three words: as they are, with a slip, as a phrase, within a category,
within five miles of a place where the nearer counts more, and within several limits. One thread, warm.

- engine: terms in, the ten best ids and exact counts of all facets out, by ours and every rival; how long documents take
  to be found, and a change; a new process, and the memory of one and of eight; and how like our ten best are to those of
  the formula worked out for every asset
- whole: from a person's words to ten assets ready to show, against FTS5 doing the same
- page: the page of results against that of a directory that holds nothing

With --folder what is slow to make (documents, databases) is kept there for the next time. Rivals that are not installed
are left out with a sentence (`pip install tantivy bm25s`), and so is PostgreSQL where it is not. The results go to
`bench/out/engines.json`.
"""

import argparse
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.compared.engine import engines
from bench.compared.showing import show_engines, show_pages, show_searches
from bench.compared.whole import pages, searches
from bench.rivals.catalogue import Generated
from bench.rivals.question import mixed

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 10_000, 100_000)
PARTS = ("engine", "whole", "page")
QUESTIONS = 300
FIRST = 1_000
"""Of whose words the questions are made: the same at every size."""
MOST = 200_000
"""Assets of which a database is made within patience."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=SIZES)
    options.add_argument("--parts", type=lambda text: text.split(","), default=PARTS)
    options.add_argument("--folder", type=Path, help="where documents and databases are kept until it is emptied")
    options.add_argument("--questions", type=int, default=QUESTIONS)
    options.add_argument("--without", type=lambda text: text.split(","), default=(), help="rivals, by their classes")
    options.add_argument(
        "--at-once", type=int, default=1, help="questions to an engine before it is another one's turn"
    )
    asked, _ = options.parse_known_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = asked.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        found = {str(size): measured(folder, size, asked) for size in asked.sizes}
    keep(found)


def measured(folder: Path, size: int, asked: argparse.Namespace) -> dict[str, Any]:
    """Everything that is asked for at this size; printed as soon as it is known."""
    generated = Generated(folder, size)
    questions = mixed(generated.first(FIRST), asked.questions)
    found: dict[str, Any] = {}
    if "engine" in asked.parts:
        found["engine"] = engines(generated, questions, asked.at_once, asked.without)
        show_engines(found["engine"], size)
    if "whole" in asked.parts and size <= MOST:
        found["whole"] = searches(folder, generated, questions)
        show_searches(found["whole"], size)
    if "page" in asked.parts and size <= MOST:
        found["page"] = pages(folder, generated, questions)
        show_pages(found["page"], size)
    return found


def keep(found: Mapping[str, Mapping[str, Any]]) -> None:
    """Beside what other sizes and parts gave in earlier runs."""
    out = ROOT / "bench/out/engines.json"
    out.parent.mkdir(exist_ok=True)
    every = json.loads(out.read_text()) if out.exists() else {}
    for size, parts in found.items():
        every[size] = {**every.get(size, {}), **parts}
    out.write_text(json.dumps(every, indent=1) + "\n")


if __name__ == "__main__":
    main()
