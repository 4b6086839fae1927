"""The ledger of consent: every answer is a line, none is changed, and the last word on each purpose stands."""

import pytest
import time_machine
from sqlmodel import Session

from casework.consent import WORDING, list_consents, record_consent, require_consent, standing_consent
from casework.models import Purpose
from directory.errors import Invalid
from tests.casework.conftest import ANN


def test_each_purpose_stands_by_itself(session: Session, maureen: str) -> None:
    record_consent(session, maureen, Purpose.MESSAGES, False, how="spoken", by=ANN)
    assert standing_consent(session, maureen) == {
        Purpose.CARE: True,
        Purpose.SHARING: None,
        Purpose.MESSAGES: False,
        Purpose.RESEARCH: None,
    }


def test_the_words_that_were_asked_are_kept(session: Session, maureen: str) -> None:
    line = record_consent(session, maureen, Purpose.SHARING, True, how="in writing", by=ANN)
    assert (line.wording, line.how, line.recorded_by) == (WORDING[Purpose.SHARING], "in writing", ANN)


@time_machine.travel("2026-11-23 10:00:00+00:00", tick=False)
def test_the_last_word_counts_even_in_one_moment(session: Session, maureen: str) -> None:
    for given in (True, False, True):
        record_consent(session, maureen, Purpose.RESEARCH, given, how="spoken", by=ANN)
    lines = [line.given for line in list_consents(session, maureen) if line.purpose is Purpose.RESEARCH]
    assert lines == [True, False, True]
    assert standing_consent(session, maureen)[Purpose.RESEARCH] is True


def test_saying_it_again_adds_no_line(session: Session, maureen: str) -> None:
    for _ in range(2):
        record_consent(session, maureen, Purpose.SHARING, True, how="spoken", by=ANN)
    assert len(list_consents(session, maureen)) == 2


def test_it_is_required_until_it_is_taken_back(session: Session, maureen: str) -> None:
    require_consent(session, maureen)
    record_consent(session, maureen, Purpose.CARE, False, how="spoken", by=ANN)
    with pytest.raises(Invalid):
        require_consent(session, maureen)
