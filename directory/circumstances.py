"""What may be so of a person that decides whether a place is for her: one list for listings and for seekers.

A listing says whom it is for, and a person says who she is, in the same words: `carer`, `veteran`, `stroke`. The list
is open; a word that does not stand here is compared as it is.
"""

from collections.abc import Iterable
from functools import lru_cache

PEOPLE = {
    "addiction": "people with a drink or drug problem, or in recovery",
    "adhd": "people with ADHD",
    "adoptive_parent": "adoptive parents",
    "arab": "Arab people",
    "asylum_seeker": "people seeking asylum",
    "autistic": "autistic people",
    "bereaved": "bereaved people",
    "black": "Black people",
    "blind": "blind people",
    "brain_injury": "people with a brain injury",
    "cancer": "people with cancer",
    "care_leaver": "care leavers",
    "carer": "unpaid carers",
    "catholic": "Catholics",
    "chinese": "Chinese people",
    "christian": "Christians",
    "chronic_pain": "people in lasting pain",
    "deaf": "deaf people",
    "dementia": "people with dementia",
    "diabetes": "people with diabetes",
    "disabled": "disabled people",
    "east_european": "people from Eastern Europe",
    "emergency_services": "people who serve or served in the police, fire or ambulance service",
    "epilepsy": "people with epilepsy",
    "ex_offender": "people with convictions",
    "foster_carer": "foster carers",
    "gambling": "people harmed by gambling",
    "gay_man": "gay and bisexual men",
    "heart": "people with a heart condition",
    "hindu": "Hindus",
    "hiv": "people with HIV",
    "homeless": "people without a home",
    "housebound": "people who cannot leave home",
    "irish": "Irish people",
    "jewish": "Jewish people",
    "kinship_carer": "grandparents and others bringing up a relative's child",
    "learning_disability": "people with a learning disability",
    "lesbian": "lesbian and bisexual women",
    "lgbt": "LGBTQ+ people",
    "long_term_condition": "people with a long-term condition",
    "lung": "people with a lung condition",
    "menopause": "people going through the menopause",
    "mental_health": "people with a mental health problem",
    "migrant": "people who came from abroad",
    "ms": "people with multiple sclerosis",
    "muslim": "Muslims",
    "new_arrival": "people new to the UK",
    "new_parent": "new parents",
    "offender_family": "families of people in prison",
    "parent": "parents",
    "parkinsons": "people with Parkinson's",
    "pregnant": "people who are pregnant",
    "professional": "people who work with others in need",
    "refugee": "refugees and people seeking asylum",
    "retired": "retired people",
    "seafarer": "seafarers",
    "send_parent": "parents of a child with special needs or a disability",
    "sex_worker": "sex workers",
    "sikh": "Sikhs",
    "single_parent": "single parents",
    "somali": "Somali people",
    "south_asian": "South Asian people",
    "stroke": "people who have had a stroke",
    "student": "students",
    "survivor": "survivors of abuse",
    "tenant": "council and housing association tenants",
    "trans": "trans people",
    "traveller": "Gypsies, Roma and Travellers",
    "unemployed": "people out of work",
    "veteran": "veterans",
    "young_carer": "young carers",
}
"""Every circumstance that is known by name, and how one says it of several people."""

_CONDITIONS = (
    "adhd",
    "brain_injury",
    "cancer",
    "chronic_pain",
    "dementia",
    "diabetes",
    "epilepsy",
    "heart",
    "hiv",
    "lung",
    "mental_health",
    "ms",
    "parkinsons",
    "stroke",
)
_LONG_TERM = frozenset({"long_term_condition"})
_DISABLING = frozenset({"disabled"})
IMPLIES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_CONDITIONS, _LONG_TERM),
    **dict.fromkeys(("blind", "deaf", "autistic", "learning_disability"), _DISABLING),
    **dict.fromkeys(("brain_injury", "dementia", "ms", "parkinsons", "stroke"), _LONG_TERM | _DISABLING),
    **dict.fromkeys(("trans", "gay_man", "lesbian"), frozenset({"lgbt"})),
    **dict.fromkeys(("single_parent", "new_parent", "adoptive_parent"), frozenset({"parent"})),
    **dict.fromkeys(("foster_carer", "kinship_carer"), frozenset({"parent"})),
    "send_parent": frozenset({"parent", "carer"}),
    "young_carer": frozenset({"carer"}),
    "asylum_seeker": frozenset({"refugee", "migrant"}),
    "refugee": frozenset({"migrant"}),
    "new_arrival": frozenset({"migrant"}),
    "catholic": frozenset({"christian"}),
    "somali": frozenset({"black"}),
}
"""What is so as well of everybody of whom the first is so. A place for refugees is for those who seek asylum too."""


def widened(circumstances: Iterable[str]) -> frozenset[str]:
    """The circumstances, and all that follow from them: a person who had a stroke has a long-term condition."""
    return _widened(frozenset(circumstances))


@lru_cache(maxsize=4_096)
def _widened(circumstances: frozenset[str]) -> frozenset[str]:
    found = circumstances.union(*(IMPLIES.get(one, frozenset()) for one in circumstances))
    return found if found == circumstances else _widened(found)
