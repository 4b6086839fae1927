"""What registers shout, said quietly; and what has to stay in capitals."""

import pytest

from importers.shouting import as_name, as_sentences


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("THE FRIENDS OF ST JOHN'S CHURCH (LIVERPOOL)", "The Friends of St John's Church (Liverpool)"),
        ("1ST BOOTLE SCOUT GROUP", "1st Bootle Scout Group"),
        ("O'BRIEN TRUST", "O'Brien Trust"),
        ("KNOTTY ASH U3A", "Knotty Ash U3A"),
        ("YMCA HARBOURSIDE", "YMCA Harbourside"),
        ("R.S.P.C.A. HARBOURSIDE BRANCH", "R.S.P.C.A. Harbourside Branch"),
        ("WALTON-ON-THE-HILL PCC", "Walton-on-the-Hill PCC"),
        ("AGE CONCERN LIVERPOOL & SEFTON", "Age Concern Liverpool & Sefton"),
        ("DR A SMITH & PARTNERS", "Dr A Smith & Partners"),
        ("McDonald House", "McDonald House"),
        ("Mind", "Mind"),
        ("RNIB", "RNIB"),
    ],
)
def test_names(shouted: str, said: str) -> None:
    assert as_name(shouted) == said


def test_sentences_begin_with_a_capital_and_names_keep_theirs() -> None:
    shouted = (
        "TO ADVANCE THE CHRISTIAN FAITH IN LIVERPOOL AND WEST DERBY. WE GIVE GRANTS TO OLD PEOPLE, AND I HELP THE NHS! "
        "MOUNT CARMEL TRUST IS IN READING."
    )
    assert as_sentences(shouted, ["Mount Carmel Trust"]) == (
        "To advance the Christian faith in Liverpool and West Derby. We give grants to old people, and I help the NHS! "
        "Mount Carmel Trust is in reading."
    )


def test_what_is_not_shouted_stays_as_it_was_written() -> None:
    written = "Runs a DROP-IN for the NHS in liverpool."
    assert as_sentences(written) == written
