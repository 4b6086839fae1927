"""What can be ticked for a member, in words that may be read to her."""

from directory.kinds import Access
from directory.phrases import ACCESS
from recommender.barriers import list_barriers

NOT_SAID = ("", "Not said")
TRAVEL = (
    NOT_SAID,
    ("walk", "On foot"),
    ("wheel", "With a wheelchair or scooter"),
    ("bus", "By bus or train"),
    ("car", "By car"),
)
ONLINE = (NOT_SAID, ("yes", "Fine too"), ("no", "Rather not"), ("only", "Only from home, for now"))
GENDER = (NOT_SAID, ("women", "Groups for women"), ("men", "Groups for men"))
LANGUAGES = (
    ("en", "English"),
    ("ar", "Arabic"),
    ("bn", "Bengali"),
    ("bfi", "British Sign Language"),
    ("yue", "Cantonese"),
    ("fa", "Farsi"),
    ("fr", "French"),
    ("ckb", "Kurdish (Sorani)"),
    ("zh", "Mandarin"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("so", "Somali"),
    ("es", "Spanish"),
    ("ta", "Tamil"),
    ("ti", "Tigrinya"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("cy", "Welsh"),
)
CIRCUMSTANCES = (
    ("carer", "Looks after somebody"),
    ("parent", "Has children at home"),
    ("new_parent", "Has a baby"),
    ("bereaved", "Has lost somebody"),
    ("disabled", "Disabled"),
    ("deaf", "Deaf or hard of hearing"),
    ("blind", "Blind or partially sighted"),
    ("autistic", "Autistic"),
    ("lgbt", "LGBTQ+"),
    ("veteran", "Served in the forces"),
    ("refugee", "Refugee or seeking asylum"),
    ("care_leaver", "Was in care"),
    ("homeless", "Without a home"),
    ("student", "Student"),
)
ACCESS_NEEDS = tuple((one.value, ACCESS[one][:1].upper() + ACCESS[one][1:]) for one in Access)


def barriers() -> list[tuple[str, str]]:
    """Id and name of everything that may stand in the way."""
    return [(barrier.id, barrier.name) for barrier in list_barriers()]


def said(choices: tuple[tuple[str, str], ...] | list[tuple[str, str]], kept: list[str] | str | None) -> list[str]:
    """The words of what was chosen; a word of our own where the list no longer has it."""
    words = dict(choices)
    chosen = [kept] if isinstance(kept, str) else kept or []
    return [words.get(one, one.replace("_", " ").capitalize()) for one in chosen]
