"""One commit of the index, as searches ask it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from directory.search.embedded.arrays import ArrayFile
from directory.search.embedded.clauses import Vocabulary
from directory.search.embedded.folder import Commit, Folder, Sizes, files_of
from directory.search.embedded.lexicon import Lexicon
from directory.search.embedded.part import Part


@dataclass(frozen=True)
class Snapshot:
    """`parts` are the segments by the names of their files, kept from one commit to the next."""

    commit: Commit
    whole: bool
    """Whether it is of an index that was filled with everything."""
    parts: Mapping[str, Part]
    files: Sizes
    vocabulary: Vocabulary

    def without(self, files: Collection[str]) -> "Snapshot":
        """What is left when these files can be read no more."""
        parts = {name: part for name, part in self.parts.items() if name not in files}
        kept = {name: size for name, size in self.files.items() if name not in files}
        return Snapshot(self.commit, self.whole, parts, kept, _vocabulary(parts))


def take_snapshot(folder: Folder, before: Snapshot | None) -> Snapshot:
    """The newest commit, opening only what the one before did not have. Raises what damage makes Whoosh raise."""
    # Asked before reading: at worst the next search reads the same commit once more.
    commit, whole = folder.commit(), folder.is_whole()
    if commit is None:
        raise FileNotFoundError(folder.path)
    segments = folder.segments()
    known = before.parts if before else {}
    parts: dict[str, Part] = {}
    for segment in segments:
        file, gone = folder.file_of(segment), sorted(segment.deleted_docs())
        part = known.get(file.name)
        if part is None or part.count - part.left != len(gone):
            part = Part(part.file if part else ArrayFile(file), gone)
        parts[file.name] = part
    return Snapshot(commit, whole, parts, files_of(segments), _vocabulary(parts))


def _vocabulary(parts: Mapping[str, Part]) -> Vocabulary:
    every = list(parts.values())
    return Vocabulary(every, Lexicon(every), sum(part.left for part in every))
