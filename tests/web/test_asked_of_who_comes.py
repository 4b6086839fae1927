"""What a listing asks of who comes: kept when it is imported, quoted on its page, read anew when its words change."""

from directory.geography import Gazetteer
from directory.kinds import Requires
from directory.listing import Listing, Requirement
from directory.phrases import quote_eligibility
from web.pages.asset.answers import audience_of
from web.pages.listings.listing_facts import written_listing

TENANTS = Requirement(kind=Requires.MEMBER_OF, any_of=("Cobalt Homes",), words="Only for tenants of Cobalt Homes.")
LISTING = Listing(
    name="Rent desk", description="Behind with it? Only for tenants of Cobalt Homes.", eligibility=(TENANTS,)
)


def test_the_page_quotes_what_no_field_says() -> None:
    assert audience_of(LISTING)[0] == "“Only for tenants of Cobalt Homes.”"


def test_what_a_field_says_already_is_not_said_twice() -> None:
    told = LISTING.model_copy(update={"eligibility_text": "Only for tenants of Cobalt Homes."})
    assert quote_eligibility(told) == []
    carers = Requirement(kind=Requires.BELONGS, any_of=("carer",), words="A rest for carers.")
    assert quote_eligibility(Listing(name="Rest", audiences=("carer",), eligibility=(carers,))) == []


def test_other_words_ask_something_else() -> None:
    written = written_listing(LISTING, {"description": "Behind with it? For anyone living in L8."}, Gazetteer())
    assert [(one.kind, one.any_of) for one in written.eligibility] == [(Requires.LIVES_IN, ("L8",))]


def test_words_that_nobody_touched_keep_what_was_read() -> None:
    assert written_listing(LISTING, {"name": "Rent desk"}, Gazetteer()).eligibility == (TENANTS,)
