"""What can be ticked for a member, in words that may be read to her."""

from collections.abc import Mapping

from directory.kinds import Access
from directory.phrases import ACCESS
from recommender.barriers import list_barriers

TRAVEL = {
    "": "Not said",
    "walk": "On foot",
    "wheel": "With a wheelchair or scooter",
    "bus": "By bus or train",
    "car": "By car",
}
ONLINE = {"": "Not said", "yes": "Fine too", "no": "Rather not", "only": "Only from home, for now"}
GENDER = {"": "Not said", "women": "Groups for women", "men": "Groups for men"}
LANGUAGES = {
    "en": "English",
    "ar": "Arabic",
    "bn": "Bengali",
    "bfi": "British Sign Language",
    "yue": "Cantonese",
    "fa": "Farsi",
    "fr": "French",
    "ckb": "Kurdish (Sorani)",
    "zh": "Mandarin",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "so": "Somali",
    "es": "Spanish",
    "ta": "Tamil",
    "ti": "Tigrinya",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "cy": "Welsh",
}
CIRCUMSTANCES = {
    "carer": "Look after somebody",
    "parent": "Have children at home",
    "pregnant": "Are expecting a baby",
    "bereaved": "Have lost somebody",
    "disabled": "Are disabled",
    "learning_disability": "Have a learning disability",
    "deaf": "Are deaf or hard of hearing",
    "blind": "Are blind or partially sighted",
    "autistic": "Are autistic",
    "dementia": "Live with dementia",
    "lgbt": "Are LGBTQ+",
    "veteran": "Served in the forces",
    "refugee": "Found refuge here",
    "asylum_seeker": "Seek asylum",
    "new_arrival": "Are new to the country",
    "care_leaver": "Were in care",
    "homeless": "Have no home of their own",
    "ex_offender": "Came out of prison",
    "traveller": "Are Gypsies, Roma or Travellers",
    "student": "Study",
    "unemployed": "Look for work",
}
"""As `directory.understanding.audiences` names those whom a listing is for."""
ACCESS_NEEDS = {one.value: ACCESS[one][:1].upper() + ACCESS[one][1:] for one in Access}


def barriers() -> dict[str, str]:
    """Id and name of everything that may stand in the way."""
    return {barrier.id: barrier.name for barrier in list_barriers()}


def said(choices: Mapping[str, str], kept: list[str] | str | None) -> list[str]:
    """The words of what was chosen; its own word where the list no longer has it."""
    chosen = [kept] if isinstance(kept, str) else kept or []
    return [choices.get(one, own_word(one)) for one in chosen]


def own_word(kept: str) -> str:
    """ "care_leaver" as words."""
    return kept.replace("_", " ").capitalize()
