"""What keeps finding duplicates right: keys made by today's rules, a look through all, and learning from decisions."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlmodel import Session, delete, select

from directory.asset import Asset
from directory.assets import each_asset
from directory.catalogue import Catalogue
from directory.duplicates.candidates import Finder
from directory.duplicates.model import MODEL_FILE, matching_model
from directory.duplicates.pairs import each_decided, hold_pair
from directory.duplicates.profiles import Profile, forget_all_profiles, write_profiles
from directory.matching.blocking import BLOCKING_VERSION
from directory.matching.model import MatchModel
from directory.models import MatchVersion

PAGE = 400
WORTH_LEARNING = 10
"""Decisions that have to be new before the matcher learns from them all again."""


def profiles_are_current(session: Session) -> bool:
    """Whether what is compared of each service was made by the rules of this version."""
    return session.exec(select(MatchVersion.version)).all() == [BLOCKING_VERSION]


def remake_profiles(catalogue: Catalogue) -> int:
    """Make anew what is compared of every service; of how many."""
    count = 0
    with catalogue.database.writing() as writing:
        forget_all_profiles(writing)
    with catalogue.reading() as session:
        for page in _pages(each_asset(session, staff=True)):
            with catalogue.database.writing() as writing:
                # Somebody may have changed one of them meanwhile.
                write_profiles(writing, [(asset.id, asset.listing) for asset in page])
            count += len(page)
    with catalogue.database.writing() as writing:
        writing.exec(delete(MatchVersion))
        writing.add(MatchVersion(version=BLOCKING_VERSION))
    return count


def look_for_duplicates(catalogue: Catalogue) -> int:
    """Let all pairs of services that may be one wait for a curator; how many were not known before.

    Those that are there are never merged without her, however alike they are: she may have kept both.
    """
    found = 0
    with catalogue.reading() as session:
        finder = Finder(session, matching_model(catalogue.settings.data_dir))
        for page in _pages(each_asset(session)):
            likely = finder.find(session, [Profile.of(asset.id, asset.listing) for asset in page])
            with catalogue.database.writing() as writing:
                for one, candidates in likely.items():
                    for candidate in candidates:
                        found += hold_pair(
                            writing,
                            one,
                            candidate.service_id,
                            candidate.judgement,
                            model_version=finder.model_version,
                            run_id=None,
                        )
    return found


def learn_from_decisions(catalogue: Catalogue) -> int:
    """Improve the matcher by all that curators decided, once there is enough of it that is new; by how many decisions."""
    with catalogue.reading() as session:
        decisions = [(one.left, one.right, one.same) for one in each_decided(session)]
    if len(decisions) - matching_model(catalogue.settings.data_dir).decisions < WORTH_LEARNING:
        return 0
    path = catalogue.settings.data_dir / MODEL_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    MatchModel.shipped().improved_by(decisions).save(partial)
    partial.replace(path)
    return len(decisions)


def _pages(assets: Iterator[Asset]) -> Iterator[Sequence[Asset]]:
    while page := list(islice(assets, PAGE)):
        yield page
