"""Importing something strange: whatever it is, the sum holds, the sentences are plain, and nothing is half written."""

import re
from pathlib import Path

from directory.asset import Asset
from directory.assets import each_asset
from directory.catalogue import Catalogue
from importers.incoming import SourceFailed
from importers.read import import_from
from importers.report import Report

_UGLY = re.compile(r"Traceback|Error\b|Exception|<class|object at 0x|\bNone\b|NoneType|\bdict\b|\[Errno|0x[0-9a-f]{4}")
"""What a curator has no use for."""


def take_in(catalogue: Catalogue, location: Path | str, format: str | None = None) -> Report:
    """Import it; the report, in which nothing is amiss. A source that cannot be opened makes one with its sentence."""
    try:
        report = import_from(catalogue, location, source="strange", format=format, actor="tests")
    except SourceFailed as failure:
        report = Report(run="", source="strange", format=format or "", message=failure.message)
    assert report.read == report.added + report.changed + report.unchanged + report.duplicates_merged + report.rejected
    assert len(assets_in(catalogue)) == report.added
    for sentence in (report.message, *(reject.message for reject in report.rejects)):
        assert sentence is None or is_plain(sentence), sentence
    return report


def is_plain(sentence: str) -> bool:
    """Whether it is a sentence for people, and not too long for them. It may begin with the name of a file."""
    return sentence[:1].strip() != "" and not _UGLY.search(sentence) and len(sentence) < 400


def assets_in(catalogue: Catalogue) -> list[Asset]:
    """All that the catalogue holds, drafts and withdrawn ones too."""
    with catalogue.reading() as session:
        return [*each_asset(session, staff=True)]
