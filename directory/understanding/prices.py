"""What it costs, as partners write it, into prices.

- "Free", "no charge" and "£0" are 0 pounds for everybody; "first session free" is 0 for the first session.
- A donation ("donations welcome", "£2 suggested donation", "pay what you can") is 0 as well, for anybody may
  come for nothing; what is suggested stays in the text that was written.
- "From £12", "up to £30", "£3-£5", "small charge" are a price that nobody has put in one figure: no amount,
  and the words as `option`.
- A sum that is no price (a grant, a voucher, an income limit) and "free parking" say nothing; nor does what it
  once cost.
- What one can do without ("tea 50p", "mat hire £1") has a figure only where nothing tells what coming costs, and
  raffles and parking never: a price for some would be taken for one at which somebody may come.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from directory.listing import Cost
from directory.understanding import price_asides as asides
from directory.understanding import price_phrases as phrases
from directory.understanding.remembering import remembered, speaks_of
from directory.understanding.spoken_numbers import NUMBER_WORDS, UNDER
from directory.understanding.wording import plain_words

MOST_COSTS = 20
_FIELD = 30
"""A piece no longer than this is the field of a form, where "up to £30" is a price and not a grant."""
_NEAR = 90
"""Characters around a sum in which it is said who pays it, and for what."""
_FREE = Decimal(0)
_HARD = re.compile(
    r"([,;|\n()](?!\d{3})|[.!](?=\s|$)|/(?= ?(?:£|free\b))| - (?!£|\d)|\b(?:then|thereafter|otherwise|else|but|though|"
    r"although|now)\b|(?=\b(?:rising|going up|increasing) to\b))",
    re.IGNORECASE,
)
_SOFT = re.compile(r"\b(?:and|or|plus)\b| [&+] |(?<=[a-z\dp]) (?=£)", re.IGNORECASE)
_NUMBER = re.compile(r"£? ?(\d{1,3}(?:\.\d\d?)?)")


@remembered
def read_costs(text: str) -> tuple[Cost, ...]:
    """The prices that `text` surely says, as written first to last; empty when it says none."""
    words = _written_out(plain_words(text))
    if alone := _NUMBER.fullmatch(words):
        return (Cost(amount=Decimal(alone[1])),)
    costs: list[Cost] = []
    left_out: list[Cost] = []
    donation = False
    for part, mark in _parts(words):
        if phrases.DONATION.search(part) and not _least(part):
            donation = True
            if mark == "(" and asides.AS_DONATION.fullmatch(part):
                costs = costs[:-1]
        elif asides.can_be_left_out(part):
            _take(part, mark, left_out)
        else:
            _take(part, mark, costs)
    if not (costs or donation or asides.NEVER_TO_COME.search(words)):
        costs = left_out
    costs = list(dict.fromkeys(costs))
    if donation and not any(cost.option is None or cost.amount is None for cost in costs):
        costs.insert(0, Cost(amount=_FREE))
    return tuple(_one_price_for_everybody(costs)) if len(costs) <= MOST_COSTS else ()


def _written_out(words: str) -> str:
    """With figures for "two pounds", "£3:50" and "Senior (60+) £5" as prices are read."""
    words = phrases.SPOKEN.sub(lambda found: f"£{NUMBER_WORDS[found[1].lower()]}", words)
    words = phrases.COINED.sub(lambda found: phrases.COINS[found[1].lower()], words)
    words = phrases.UNMARKED.sub(r"£\1", words)
    words = UNDER.sub(r"under \1s", words)
    words = phrases.POINTED.sub(lambda found: f"p{found[1].replace('.', '')}", words)
    words = phrases.POUNDS.sub("£", words)
    if "irst" in words:
        words = phrases.FIRST_FREE.sub(", ", phrases.IS_FREE.sub(" ", words))
    if speaks_of(words, "pay", "half"):
        words = phrases.HALF_PRICE.sub(r"\1", phrases.NOTHING_PAID.sub("free", words))
    words = asides.without_ways_to_pay(words)
    if phrases.AGES_LISTED.search(words) and phrases.AGED.search(words):
        words = phrases.AGES_LISTED.sub(r"aged \1", words)
    words = phrases.COLON.sub(r"\1.\2", words)
    words = phrases.AGE_BESIDE.sub(r" \1 ", words)
    if found := phrases.SUM_WHO_SUM.fullmatch(words):
        return f"{found['all']}, {found['who']} {found['theirs']}"
    if phrases.WHO_SUMS.fullmatch(words):
        return re.sub(r"(?:(?<=\d)|(?<=free)) (?=[a-z])(?!free)", ", ", words, flags=re.IGNORECASE)
    words = phrases.FULL_AND_REDUCED.sub(_reduced, words)
    return re.sub(r"\bincl\.?(?= )", "including", words, flags=re.IGNORECASE)


def _reduced(found: re.Match[str]) -> str:
    """ "£5/£3": the lower one is what everybody knows to be the concession."""
    full, lower = Decimal(found["full"]), Decimal(found["lower"])
    return f"£{full} / £{lower} concessions" if lower < full else found.group()


def _parts(words: str) -> Iterator[tuple[str, str]]:
    """The pieces that say one price each, and the mark before: cut at every comma, but at "and" only between prices."""
    pieces = ["", *_HARD.split(words)]
    for mark, hard in zip(pieces[::2], pieces[1::2], strict=True):
        if phrases.MONEY.search(hard) and (phrases.NOT_A_PRICE.search(hard) or asides.is_of_another_time(hard)):
            continue
        begin = 0
        for cut in _SOFT.finditer(hard):
            if cut.group() == " " and phrases.DONATION_OF.search(hard, begin, cut.start()):
                continue
            if "between" in hard[max(begin, cut.start() - _NEAR) : cut.start()].lower():
                continue
            if _says_price(hard[max(begin, cut.start() - _NEAR) : cut.start()]) and _says_price(
                hard[cut.end() : cut.end() + 40]
            ):
                yield hard[begin : cut.start()].strip(), mark
                begin = cut.end()
        yield hard[begin:].strip(), mark


def _says_price(words: str) -> bool:
    return phrases.PRICED.search(words) is not None and not phrases.OPEN_END.search(words)


def _take(part: str, mark: str, costs: list[Cost]) -> None:
    """Adds the price of one piece; a piece like "(members)" says who pays the one before it."""
    read = _read(part)
    if read:
        costs.append(read)
    elif costs and costs[-1].option is None and costs[-1].amount and (who := _who_alone(part, mark)):
        costs[-1] = costs[-1].model_copy(update={"option": who})


def _read(part: str) -> Cost | None:
    if not part or phrases.NOT_FREE.search(part):
        return None
    money = list(phrases.MONEY.finditer(part))
    if money and (phrases.NOT_A_PRICE.search(part) or phrases.PAID_TO_HER.search(part)):
        return None
    if unclear := phrases.RANGE.search(part):
        if len(part) > _FIELD and not re.match(r"from|start|between|£|\d", unclear.group(), re.IGNORECASE):
            return None
        return Cost(option=unclear.group().strip(), per=_per(part[unclear.end() :]))
    if money and re.search(r"\bfree\b", part, re.IGNORECASE):
        return None
    if len(money) == 1:
        return _price(part, money[0])
    if money or phrases.SOMETIMES.search(part):
        return None
    return _free(part)


def _price(part: str, money: re.Match[str]) -> Cost:
    before, after = part[max(0, money.start() - _NEAR) : money.start()], part[money.end() : money.end() + _NEAR]
    per = phrases.PER.search(after)
    rest = after[per.end() :] if per else after
    return Cost(amount=_pounds(money), option=_who(before, rest), per=_per(after) or _per(before))


def _free(part: str) -> Cost | None:
    free = phrases.FREE.search(part)
    if free is None:
        small = phrases.NO_FIGURE.search(part)
        return Cost(option=small.group().strip()) if small else None
    before, after = part[max(0, free.start() - _NEAR) : free.start()], part[free.end() : free.end() + _NEAR]
    if phrases.EVERYONE.match(after.lstrip()):
        return Cost(amount=_FREE)
    condition = phrases.CONDITION_AFTER.match(after)
    who = _who(before, after) or (condition["option"].strip() if condition else None)
    return Cost(amount=_FREE, option=re.sub(r"^(?:for|to) (?:the )?(?!\d)", "", who)) if who else Cost(amount=_FREE)


def _who(before: str, after: str) -> str | None:
    """Who pays it, or for what: "concessions", "members", "first session", "lunch"; None for everybody."""
    if condition := phrases.CONDITION_IF.match(after):
        return condition["option"].strip()
    if (following := phrases.OPTION_AFTER.match(after)) and not phrases.INCLUDED_AFTER.match(after):
        return (following["who"] or following["extra"] or following["span"]).strip()
    if preceding := phrases.OPTION_BEFORE.search(before):
        return preceding["option"].strip()
    subject = phrases.SUBJECT_BEFORE.match(before.strip())
    return subject["option"] if subject and not phrases.NO_SUBJECT.search(before) else None


def _who_alone(part: str, mark: str) -> str | None:
    """ "£3 (over 60s)" is their price; "£3, over 60s" tells for whom it is."""
    if mark != "(" and phrases.FOR_WHOM.fullmatch(part):
        return None
    found = phrases.WHO_ALONE.fullmatch(part)
    return found["option"] if found else None


def _per(words: str) -> str | None:
    found = phrases.PER.search(words)
    if found is None:
        return None
    if found["block"]:
        return (
            re.sub(r"[ -](\w+?)s?$", r" \1s", found["block"].lower())
            .replace("classs", "classes")
            .replace("classess", "classes")
        )
    unit = (found["unit"] or found["adverb"] or found["before"]).lower()
    singular = unit if unit.endswith("ss") else re.sub(r"(?<=ss)es$|(?<!s)s$", "", unit)
    return phrases.PER_NAMES.get(unit) or phrases.PER_NAMES.get(singular) or singular


def _pounds(money: re.Match[str]) -> Decimal:
    written = money.group().lower()
    amount = Decimal(re.sub(r"[^\d.]", "", written))
    pence = "£" not in written and re.search(r"p$|pence$", written) is not None
    return amount / 100 if pence else amount


def _least(part: str) -> bool:
    """ "Minimum donation £2" is a price, and so is "pay what you can from £5"."""
    return re.search(r"\b(?:min(?:imum)?|from)\b", part, re.IGNORECASE) is not None and "£" in part


def _one_price_for_everybody(costs: list[Cost]) -> list[Cost]:
    """Two prices for everybody with nothing to tell them apart ("£3.50/£2") are one without a figure."""
    plain = [cost for cost in costs if cost.option is None]
    by_unit = {cost.per for cost in plain}
    if len(plain) == len(by_unit) and not (len(plain) > 1 and any(cost.amount == 0 for cost in plain)):
        return costs
    sums = " or ".join(f"£{cost.amount}" for cost in plain if cost.amount)
    unclear = [Cost(option=sums)] if sums else []
    return [*unclear, *(cost for cost in costs if cost.option is not None)]
