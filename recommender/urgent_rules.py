"""The rules for urgent words, one line each: a kind, what is said, and what makes the same words ordinary.

They read what `urgent_wording.one_spelling` returns. `{NAMES}` are the small word classes below. A rule that is
`negatable` is silent after "not", "never", "no longer"; the others carry their own "not" ("don't want to live").
`unless` is looked for in the whole text: put there only what makes the words a topic, a past or a game. A phrase
that follows at once and turns the meaning ("laughing") belongs into the pattern as a look-ahead.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["danger", "suicide", "child_safeguarding", "abuse", "self_harm"]

KINDS: tuple[Kind, ...] = ("danger", "suicide", "child_safeguarding", "abuse", "self_harm")
"""In the order in which help is named where words ask for more than one."""

CLASSES = {
    "END": r"(?= \||$| (?:and|but|because|i|im|ive|since|without|if|when|today|tonight|tomorrow|help|he|she|hes|shes|my|who|where|how|"
    r"anymore|no more|what|they|it|please|with this|with my life|with life|or|though|the way|then|that|am i|is there|u|you)\b)",
    "SELF": r"(?:myself|himself|herself|themselves|yourself)",
    "ME": r"(?:me|us|him|her|them|my (?:mum|sister|nan|brother|dad|friend|mate|auntie|cousin|gran|grandma|grandad|best friend|wife|girlfriend|"
    r"partner|husband|boyfriend|neighbour)|his (?:wife|girlfriend|partner|mum)|her (?:husband|boyfriend|partner|mum))",
    "PARTNER": r"(?:(?:ex )?(?:husband|partner|boyfriend|girlfriend|wife|other half|ex|man|bloke|lad|woman|lover)(?: partner)?)",
    "KIN": r"(?:dad|mum|stepdad|stepmum|father|mother|brother|brothers|sister|son|uncle|auntie|aunt|cousin|cousins|grandad|grandson|nephew|"
    r"family|parents|in laws|mother in law|father in law|brother in law|stepfather|stepson|daughter|carer|carers|flatmate|housemate|stepbrother)",
    "ONE": r"(?:he|she|they|hes|shes|theyre|theyve|someone|who|"
    r"(?:my|me|his|her|their|our|the|a|mums|dads|sisters|daughters|mates|friends|friend|neighbours|next door|nans|brothers|girls)s? (?:\w+ ){0,2}?"
    r"(?:husband|partner|boyfriend|girlfriend|wife|other half|ex|man|bloke|lad|dad|mum|stepdad|stepmum|father|mother|brother|brothers|sister|"
    r"son|uncle|auntie|cousin|grandad|family|parents|in laws|in law|stepfather|daughter|carer|carers|guy|neighbour|teacher|coach|priest|landlord|"
    r"flatmate|housemate|boss|babysitter|stepbrother|gang|dealer))",
    "AUX": r"(?:(?:has|have|had|was|were|is|are|been|did|does|keeps|keep|kept|started|starts|starting|always|going|to|got|gets|still|again|nearly|"
    r"almost|will|would|might|ll|on|threatened|threatens|threatening|trying|tried|tries|that|and|drunk|drinks|comes|in|home|then|when|it|just|used|been) ){0,4}",
    "HITS": r"(?:hits?|hitting|beats?|beaten|beating|batters?|battered|battering|punche?s?|punched|punching|slaps?|slapped|slapping|kicks?|kicked|"
    r"kicking|strangles?|strangled|strangling|chokes?|choked|choking|bites?|biting|bit|burns?|burned|burnt|headbutt(?:s|ed)?|smacks?|smacked|smacking|"
    r"hurts?|hurting|abuses?|abused|abusing|attacks?|attacked|attacking|assault(?:s|ed|ing)?|raped?|rapes|raping|stabs?|stabbed|lamps?|lamped|"
    r"leathers?|leathered|decks?|decked|wallops?|walloped|bashe?s?|bashed|bashing|thumps?|thumped|thumping|shoves?|shoved|shoving|pushed|pushes|"
    r"throttles?|throttled|whacks?|whacked|clouts?|clouted|belts?|belted|twats?|twatted|throws things at|threw things at|spits? at|spat at|"
    r"lays into|laid into|knocks?|knocked|drags?|dragged|pins?|pinned|grabs?|grabbed|terroris(?:es|ed|ing)|molest(?:s|ed|ing)?|mistreats?|"
    r"mistreating|ill treats?|locks|locked|locking|threatens?|threatened|threatening|tortures?|torturing|bruises?|slap|slaped|punch)",
    "GAME": r"(?= (?:at|out|in (?:the )?(?:game|race|quiz|pool|chess|my wheelchair)|to (?:do|be|get|go|try|the door|apply|work|it)|hard|for six|like a|up about|with (?:a )?(?:bill|"
    r"charge|fine|news)|off (?:the|my)|down the (?:shops|pub)|every time we play|as well as)\b)",
    "CHILD": r"(?:kids?|child|children|childs|baby|babies|toddler|little (?:one|ones|girl|boy|lad|sister|brother|kids?|uns?)|daughter|daughters|"
    r"granddaughter|grandson|grandchild|grandkids|grandchildren|niece|nephew|lad|stepson|stepdaughter|boy|girl|son|pupil|"
    r"\d+ (?:year|yr)s? old|newborn|bairn|babba)",
    "MINE": r"(?:my|me|his|her|their|our|the|a|this|that|those|these|next doors|neighbours|someones|sisters|brothers|mates|friends|poor)",
    "FEAR": r"(?:scared|frightened|terrified|afraid|petrified|fear|fearful|in fear|dread|scares me)",
}

TOPIC = (
    r"\b(?:courses?|training|train|trained|workshops?|talk on|lectures?|volunteer(?:ing|s|ed)?|professionals?|practitioners?|fundrais\w*|sponsor\w*|"
    r"raise money|raising money|charity|awareness|prevention|policy|research|essay|dissertation|novel|book|books|film|films|documentary|"
    r"podcast|play about|a play|poems?|campaign(?:ing|er|s)?|exhibition|museum|conference|bereavement|bereaved|loss of|first aid|"
    r"qualification|degree|my job|i work (?:with|for|at|in)|work for the|study|studying|squad|watching|read about|leaflets?|posters?)\b"
)
"""Words that make suicide, self-harm or abuse a subject rather than what is happening."""

GRIEF = (
    r"\b(?:lost \w+(?: \w+){0,3} to|bereave\w*|(?:died|dead|death|passed|gone|loss) (?:by|from|to|through)|after (?:\w+ ){1,3}suicide|"
    r"suicide of|took (?:his|her|their) (?:own )?li(?:fe|ves)|committed|killed (?:himself|herself|themselves)|to suicide|grief|grieving|"
    r"survivors? of)\b"
)

LONG_AGO = (
    r"\b(?:as a (?:child|kid|teen\w*|young \w+|little \w+)|when (?:i|he|she|we|they) (?:was|were|wer) (?:a |an |only |about )?(?:child|children|kids?|little|young\w*|small|growing|teen\w*|"
    r"at school|\d+|in my|in care|married to)|growing up|childhood|years ago|year ago|used to|in (?:the|my|her|his) past|historic\w*|survivors?|survived|"
    r"my first (?:husband|wife|marriage)|late husband|decades|i left (?:him|her|my)|got away from|got out|free of|behind me|years later|ex used)\b"
)

FRESH = r"\b(?:still|again|now|started|last night|yesterday|today|tonight|this (?:morning|week|weekend)|keeps?|found me|back with|wont stop|carries on)\b"


@dataclass(frozen=True, slots=True)
class Rule:
    """`says` and `unless` are regular expressions; `past` rules are silent about what is long over."""

    kind: Kind
    says: str
    unless: str | None = None
    negatable: bool = True
    past: bool = False

    def compiled(self) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        return _pattern(self.says), _pattern(self.unless) if self.unless else None


@cache
def _pattern(text: str) -> re.Pattern[str]:
    for _ in range(2):
        for name, words in CLASSES.items():
            text = text.replace("{" + name + "}", words)
    return re.compile(rf"(?<!\S)(?:{text})(?!\w)")


def _rules(kind: Kind, *says: str, unless: str | None = None, negatable: bool = True, past: bool = False) -> list[Rule]:
    return [Rule(kind, one, unless, negatable, past) for one in says]


_NOT_DEATH = (
    r"(?! (?:of (?:embarrass|boredom|shame|laugh|old age|heat|hunger|thirst)|laughing|hard|at home|at (?:her|his) (?:own )?home|in (?:my|his|her|their) own|"
    r"in (?:his|her|a) (?:bed|hospice|hospital|care)|in hospital|with dignity|peacefully|wondering|my hair|when (?:he|she|they|it|i) (?:asked|told|saw|sang|tripped|fell)|"
    r"young like|alone in hospital|without (?:seeing|meeting|going|visiting)|out\b))"
)
_WANT = (
    r"(?:want|wants|wanted|wanting|ready|rather|sooner|prefer|deserve|deserves|longing|long|pray|prays|praying|beg|begs|begging|asking|asks|"
    r"asked|hoping|hope|hopes|plan|plans|planning|decided|need|needs|trying|tried|tries|let me|as well|like|should|wish|wishes|wished|thinking|going ahead)"
)
_NO_LONGER = r"(?:dont|doesnt|didnt|no longer|not|never|isnt|wouldnt)"
_ALIVE = (
    r"(?:alive|on this (?:earth|planet)|in this (?:world|life)|around (?:anymore|{END})|here (?:anymore|no more|tomorrow|at all|for much longer|on this earth|on earth)|"
    r"here{END})"
)
_LIVE = (
    r"(?:live (?:anymore|like this|no more|this life|my life|with this|another day|through|past)|live{END}|exist(?: anymore)?|"
    r"(?:to )?life anymore|carry on (?:living|anymore|like this)|carry on{END}|go on (?:living|anymore|like this)|go on{END}|keep (?:living|going on|being alive))"
)
_DIES = (
    r"(?:die|dead|died|gone forever|not here|wasnt here|werent here|wasnt (?:alive|around|born)|disappeared for good|never born|"
    r"never been born|was gone|were gone|wasnt in this world|didnt exist|wasnt on this earth)"
)
_END_LIFE = (
    r"(?:kill(?:ing)? {SELF}|end(?:ing)? (?:it all|my own life|my life|his life|her life|his own life|her own life|their (?:own )?lives?|everything|the pain|"
    r"the suffering|it(?! (?:with|at|early|soon|on a|there|here|by))|things{END})|tak(?:e|es|ing) (?:my|his|her|their) own li(?:fe|ves)|tak(?:e|ing) my life|"
    r"(?:do(?:ing)?|did|done) (?:away with {SELF}|{SELF} in)|top(?:ping)? {SELF}|off(?:ing)? {SELF}|neck(?:ing)? {SELF}|finish(?:ing)? {SELF} off|"
    r"delet(?:e|ing) {SELF}|unalive {SELF}|hang(?:ing)? {SELF}|drown(?:ing)? {SELF}|shoot(?:ing)? {SELF}(?! in the foot)|stab(?:bing)? {SELF}|"
    r"poison(?:ing)? {SELF}|gas(?:sing)? {SELF}|suffocat(?:e|ing) {SELF}|throw(?:ing)? {SELF} (?:off|in front|under|in the (?:river|mersey|sea|canal|dock)|out)|"
    r"chuck(?:ing)? {SELF} (?:off|in front|under|in the)|"
    r"jump(?:ing)? (?:off|in front of|from|under|in the (?:mersey|river|dock|canal))(?: of)? (?:a |the |my )?(?:\w+ )?(?:bridge|train|roof|building|balcony|"
    r"bus|car|lorry|flats|cliff|window|pier|runcorn|mersey|river|platform|something|tower)|jump(?:ing)? in the (?:mersey|river|dock|canal)|"
    r"(?:commit(?:ting)?|attempt(?:ing)?|try(?:ing)?) suicide|suicide|overdose|"
    r"(?:slit(?:ting)?|cut(?:ting)?|slash(?:ing)?) (?:my|his|her|their) (?:own )?(?:wrists?|throat)|be dead{END}|not be(?:ing)? here(?: anymore)?{END}|disappear(?:ing)? forever|"
    r"step(?:ping)? (?:in front of|off)|walk(?:ing)? (?:in front of|into) (?:a |the )?(?:train|bus|traffic|car|lorry|sea|road|river|mersey)|"
    r"(?:crash(?:ing)?|driv(?:e|ing)) (?:my|the|his|her) car (?:into|off)|driving (?:into|off) (?:a |the )|ctb|catch(?:ing)? the bus{END})"
)
_ACT = (
    r"(?:do(?:ing)? away with {SELF}|do(?:ing)? {SELF} in|top(?:ping)? {SELF}|neck(?:ing)? {SELF}|unalive {SELF}|hang(?:ing)? {SELF}(?! (?:up|out))|drown(?:ing)? {SELF}|"
    r"end(?:ing)? (?:it all|my own life|my life|his life|her life|his own life|her own life|their (?:own )?lives)|tak(?:e|es|ing) (?:my|his|her|their) own li(?:fe|ves)|"
    r"(?:slit|slitting|slash|slashing|slashed|cutting) (?:my|his|her|their) (?:own )?(?:wrists?|throat)|gas(?:sing)? {SELF}|poison(?:ing)? {SELF}|"
    r"(?:jump|jumping|jumped|throw(?:ing)? {SELF}|threw {SELF}|chuck(?:ing)? {SELF}|step|stepping|stepped|walk|walking|walked|run|running) (?:out )?(?:off|in front of|under|into) (?:of )?(?:a |the |my )?(?:\w+ )?"
    r"(?:bridge|train|trains|roof|balcony|bus|lorry|motorway|traffic|moving car|cliff|runcorn|mersey|river|canal|dock|tracks|multi storey|tower block)(?! (?:walk|cafe|club|trip|ferry|to get|swim\w*|for (?:charity|fun))|s for charity)|"
    r"rope (?:round|around|on) (?:my|his|her|their) neck|noose)"
)
_IDIOM = (
    r"(?! (?:laughing|trying to|at (?:the |my )?(?:gym|work|it|this)|work\w*|doing|with (?:work|stress|the|all)|over (?:it|this|a|the|some|that)|to (?:get|do|make|finish|please|pay|"
    r"lose|be|keep|earn)|on (?:the|that|those|them|a)|for (?:this|that|them|a|the|nothing)|running|lifting|in the foot|out of|by (?:tripping|falling|slipping)|falling|tripping|slipping|"
    r"getting (?:up|down|to|in)|with laughter))"
)

SUICIDE = [
    *_rules(
        "suicide",
        rf"{_WANT} (?:him |her )?(?:to )?(?:i (?:was |could |would |were )?|he (?:was |could |would )?|she (?:was |could |would )?)?(?:go and |go away and |lie down and |curl up and |be left to |be allowed to )?(?:die|dye{{END}}){_NOT_DEATH}",
        r"(?:want|wants|wanted|wish|rather|better|as well|hope|ready|prefer|longing|like) (?:to )?(?:be |i was |i were |i could be |he was |she was |im |id be |hed be |shed be )?(?:dead|death)(?: already| too| and gone| now| instead)?{END}",
        r"(?:i )?(?:want|wants|wish for|pray for|praying for|crave|craving|long for|longing for|welcome) death",
        r"want die|wants die|want dead|wanting to die|wishes? (?:he|she|i|they) (?:was|were) dead|wish myself dead|wish (?:i|he|she) (?:would|could) die",
        r"(?:feel|feels|felt|feeling) (?:like )?(?:dying|ending it|ending things|ending my life|giving up on life|giving up on everything|im done with life|im better off dead|there is no point(?: in living)?|i cant go on)",
        r"done with (?:life|living|this life|this world|being alive)|tired of (?:living|life|being alive|being here|existing)|sick of (?:living|life{END}|being alive|existing)|fed up (?:of|with) (?:living|life{END}|being alive)|had enough of (?:life|living|being alive|this life|this world)|finished with life|over life{END}|given up on life|giving up on life|lost the will to live",
        rf"(?:wish|wishes|wished|wishing|hope|hopes|hoped|if only|want) (?:that )?(?:i|he|she|they)(?:d| had| could| would)? ?(?:was |were |had |be |not )?(?:{_DIES}|never been born|not been born|wasnt born|never existed|not wake up|never wake up|never woke up|hadnt woken up|not woken up|didnt wake up|dont wake up|wouldnt wake up|disappear{{END}}|vanish{{END}}|be dead)",
        r"(?:wish|wishes|wished|hope|pray|praying|hoping|want|wants) .{0,30}?(?:not waking up|not wake up|never wake up|never wake up again|dont wake up|didnt wake up|wouldnt wake up|hadnt been born|wasnt born|never been born|sleep forever)",
        r"(?:go|going|fall) to (?:sleep|bed) and (?:not|never) (?:wake|waking)(?: up)?|sleep forever(?! (?:on|in))|never wake up again|not waking up|not wake up (?:tomorrow|in the morning|again|one day)|(?:dont|doesnt) wake up (?:tomorrow|again)",
        rf"better (?:off )?(?:dead|if (?:i|he|she) (?:{_DIES}|just died)|without me(?: here| around| in it)?|not being here|not here|with me (?:dead|gone))",
        r"(?:nobody|no|not|wouldnt|wont|who) (?:one )?(?:would |will |d |even )?(?:miss|care|notice|cry|bother) (?:me )?(?:if|when) (?:i|he|she)(?:m|d)? (?:died|die|was dead|was gone|gone|dead|disappeared|wasnt here|werent here|left this|ended|killed|am dead|not here)|nobody (?:would|will|d) (?:even )?(?:miss|notice) me|who would miss me|wouldnt miss me|(?:would|will) anyone (?:even )?(?:miss|notice|care) (?:me|if i)",
        rf"(?:{_WANT}|feels like|thoughts?|thoughts about|about|of|considering|considered|contemplating|contemplated|contemplates|going to|gone to|tempted to|urge to|urges to|might|ill|i will|hell|shell|will|could|about to|threatening|threatens|threatened|keep|keeps|ways? (?:to|of)|how to|attempted|attempting|attempt|attempts|nearly|almost|easier to|best to|way is|option is|planned|intend|intends|intending|end up|scared (?:ill|i will|of|hell|shell)|want it|said (?:hell|shell|hed|shed)|says (?:hell|shell|hed|shed)|id|hed|shed|me to|him to|her to|them to|should|time to) (?:to |of |about |on |im |i will |ill |he will |and )*(?:go and |try and |go |be )?{_END_LIFE}"
        + _IDIOM
        + r"(?! (?:my|the|our|this|a) (?:tenancy|contract|lease|call|membership|relationship|marriage|subscription|agreement|course|placement|club)|prevention|bereavement|awareness|squad| of (?:embarrass|boredom|laugh|old|cancer|cold)| laughing| in the (?:film|play|book)| hard| peacefully| for a| to (?:meet|see|know|try|go|hear|get|be|join|have|do|find|learn))",
        r"kms|ctb{END}|unalive|overdosed|overdose(?! (?:awareness|of (?!tablets|pills|para|my|her|his)|on (?:chocolate|sugar|cake|telly|coffee)|prevention|training))",
        r"(?:way|ways|how|easiest|quickest|painless|best|fastest|method|methods) (?:\w+ ){0,3}?(?:to )?(?:die|kill (?:myself|yourself|himself|herself)|overdose|end (?:my|it all|your|things)|commit suicide|hang (?:myself|yourself))",
        r"(?:paracetamol|tablets|pills|insulin|painkillers|codeine)(?: \w+){0,5}? (?:kill me|to die|end it|finish me|be done with it|would kill|will kill|to kill|and sleep|and not wake|next to me|in front of me|in my hand)|(?:kill me|die|end it)(?: \w+){0,4}? (?:paracetamol|tablets|pills|insulin)",
        r"(?:stood|standing|sat|sitting|stand|sit|here|im|am|hes|shes|up|been|is|looking over|climbed|thinking about|thinking of|walked) (?:\w+ )?(?:at|on|onto|off|over|to|by|near) (?:the |a |an )?(?:edge of (?:the |a )?|side of (?:the |a )?|top of (?:the |a )?|end of (?:the |a )?)(?:bridge|roof|cliff|building|platform|pier|multi storey|car park|balcony|flats|tower block|motorway bridge)|(?:thinking|think|thought|want|wanted|going|feel|felt|tempted|urge|urges|about|considered|ready|like) (?:about |of |to |like )*(?:jumping|jump|throwing|stepping off|stepping out)(?: (?:off|in front|under|myself|out of)|{END})(?! (?:in the (?:sea|pool)|on (?:a|the) (?:train to|bus to)|for joy))",
        r"(?:better|happier|easier|fine|relieved|cope|manage|best|richer|freer|good|miss nothing) (?:\w+ ){0,3}?(?:without me{END}|without me (?:here|around|in (?:it|their|the)|dragging|messing)|when im (?:gone|dead)|once im (?:gone|dead)|if i (?:die|died|go|went|disappear|disappeared|end\w*|kill\w*))|(?:when|once|after) im (?:gone|dead)(?! (?:from|on holiday|to|the kids will need|my (?:son|daughter|house)))",
        r"(?:sleep|bed|eyes|want|wish|hope|pray|please)(?: \w+){0,6}? (?:never|not) wake(?: up)?(?: again)?{END}",
        r"(?:out of|leave|leaving|exit|depart|gone from|off|free of) (?:this (?:life|world|earth|planet|mortal)|life{END})(?! (?:long|drawing|skills|of crime))",
        r"(?:cant|dont|never) (?:see|imagine|picture) (?:myself|me) (?:being |still )*(?:here|alive|around|living|making it)(?: next| much| for| to| past|{END})",
        r"(?:note|letter|text|message|video) (?:\w+ ){0,3}?(?:saying |to say )?goodbye(?! (?:party|card|lunch|to (?:the team|my colleagues)))",
        _ACT,
        r"(?:happier|easier|better|relieved|glad|fine|cope|care|notice|miss me|matter|better off|easier for \w+)(?: \w+){0,4}? if i (?:was|were|am|wasnt|werent|had|just|died|wasnt here) ?(?:dead|gone|not here|not around|no longer here|here anymore|around anymore|around|here|died|disappeared|vanished|never born)?{END}|if i (?:was|were) (?:dead|no longer here|no longer alive|not alive)",
        r"burden (?:to|on) (?:everyone|them all|the world|you all|everyone around me|society)",
        r"(?:scared|afraid|frightened|worried|terrified|dont know) (?:of |about )?what (?:i|ill|im) (?:might|could|would|will|may|am going to|going to|am capable of|capable of|do){END}|(?:scared|afraid|frightened|worried|terrified|dont know) (?:of |about )?what (?:i|ill) (?:might|could|would|will|may)? ?(?:end up )?do(?:ing)?{END}(?! (?:with|about|for|next|when i))|(?:scared|afraid|dont know) (?:of )?what (?:i|ill)(?: might| could| would| will)? do to myself",
        r"why am i (?:still |even )(?:alive|here|living|breathing|bothering|on this)|why am i alive|why (?:do i|should i|am i) (?:even |still )*(?:bother (?:living|being alive|to live|carrying on|going on)|be alive|keep living|stay alive|go on living)|why i(?:m| am) (?:still |even )*(?:alive|here|living){END}",
        r"(?:not sure|dont know|unsure|question\w*|wonder\w*|cant decide|thinking) (?:if |whether |that |why )*(?:i|he|she) (?:even |still )*(?:want|wants|should|need|needs|deserve|deserves|can|ill|will|bother)? ?(?:to )?(?:keep )?(?:live|be alive|be here(?: anymore)?{END}|living|exist|carry on living|go on living|still be here|still be alive)",
        r"(?:thinking|think|thinks|thoughts?|obsess\w*|fantasi\w*|dreams?|dreaming|daydream\w*|googl\w+|searching|looking up|talks?|talking) (?:of|about|for|how|ways|with)(?: \w+)? ?(?:dying|death(?! (?:of|in|cafe|certificate|row))|being dead|how to die|ways to die|not being here(?: anymore)?|not being alive|wanting to die|not existing|not waking up|painless)(?! (?:cafe|alone|of (?:cancer|covid|old age|a heart)|matters|from))",
        r"(?:killed|tried killing) myself" + _IDIOM,
        r"kill(?:ing)? {SELF}" + _IDIOM,
        r"(?:tell|told|telling|says?|messag\w+|text\w*) .{0,25}?(?:kys|kill (?:himself|herself|yourself|themselves))|kys",
        r"(?:took|taken|taking|take|swallowed|swallowing|swallow|necked|downed|had|popped) (?:a |an |another |too many |loads of |lots of |all (?:of )?(?:my |her |his |the |them )?|a load of |a bunch of |a handful of |the whole (?:packet|box|bottle) of |the lot of |a whole (?:packet|box|bottle) of |way too many |so many |\d+ )+(?:of )?(?:my |the |her |his )?(?:\w+ )?(?:overdose|pills|tablets|paracetamol|painkillers|sleeping (?:tablets|pills)|antidepressants|insulin|co codamol|codeine|ibuprofen)(?! (?:every|with food|a day|each|for my|daily|to the (?:chemist|pharmacy)|in the morning|at (?:night|the right)|as prescribed|on time|when|regularly|bedtime))",
        r"(?:i|ive|im|he|hes|she|shes|they|son|daughter|mum|dad|mate|friend|wife|husband|partner|brother|sister|tried to|going to|want to|might) (?:has |have |had |just )?(?:to )?overdos(?:e|ed|ing)(?! (?:on (?:chocolate|sugar|cake|telly|tv|christmas|netflix|crisps|coffee|caffeine)))|took an overdose|taken an overdose|take an overdose|attempted overdose|overdosing on (?:my |his |her )?(?:pills|tablets|paracetamol)",
        r"(?:stockpil\w+|saving up|saved up|hoarding|hiding|collecting|stashed|stashing|got enough|counted out|counting out|lined up) (?:\w+ ){0,2}(?:tablets|pills|paracetamol|insulin)",
        r"suicidal(?! (?:people|person|person training|callers|clients|patients|service))",
        r"(?:no|any|a|see|got no|have no|what|there is no|theres no) reason (?:left )?(?:to|for) (?:live|living|go on|carry on|be here|stay(?: alive|{END})|be alive|exist|keep (?:going|living)|wake up|get up anymore|me to (?:live|go on|be here|stay))",
        r"(?:nothing|nobody|no one|not much|nothing left|little) (?:left )?(?:to|worth) (?:live|living|stay alive|go on|carry on|stick around|keep going|hang on) ?for|nothing worth living for",
        r"(?:life|it|its|this life|living|being alive|lifes|anything) (?:is |isnt |aint |not |is not |really )*(?:not )?worth (?:living|it anymore|going on|it{END})",
        r"not worth (?:living|being here|being alive|carrying on)",
        r"(?:dont|cant|not|no) (?:see|have|got|imagine|want) (?:a |any |much of a |myself having a )?future(?! (?:in|with|at|career|work|job))|no future for me|(?:cant|dont|cannot) see (?:a |any |no )?(?:way out|way through|way forward|light|end to this)(?! (?:of (?:debt|this debt|the debt)|switch))|no way out(?! of (?:debt|the|my|this (?:debt|contract|estate|flat|house)))|only way out|no other way out|there is no way out|only way (?:to|it|this) (?:stop|end|stops|ends)|easy way out",
        r"(?:want|need|wish|wants|make) (?:it|this|everything|things|the pain|my pain|the hurt|the voices|all of it|all this|the suffering|life)(?: all)?(?: to)? (?:be over|stop|end|finish|go away forever|be finished|be done)(?: all| forever| for good)?{END}",
        r"(?:join|be with|go to|see|follow) (?:my |me )?(?:\w+ )?(?:him|her|them|mum|dad|husband|wife|son|daughter|nan|nana|grandad|brother|sister|partner|baby|babies|kids|mate|best mate|best friend|god)(?: again)? (?:in heaven|up there|on the other side|in the (?:ground|grave|sky)|in the next life|wherever (?:he|she) is|dead|where (?:he|she) is now|in death)",
        r"(?:written|wrote|writing|write|left|leaving|leave|found) (?:my |a |his |her |the |some )?(?:\w+ )?(?:suicide note|goodbye (?:note|letter|letters|message)|suicide letter|last letter|notes? to say goodbye|final (?:note|letter|goodbye))|said (?:my|his|her) goodbyes|saying (?:my|his|her) goodbyes|say goodbye (?:for good|forever|to everyone|to the world|to my kids|cruel)|goodbye (?:cruel world|everyone{END}|world)|this is goodbye|this is my (?:last (?:night|day|message|post)|goodbye)",
        r"do(?:ing)? something (?:silly|stupid|daft|drastic|bad to (?:myself|himself|herself)|to (?:myself|himself|herself|end it)|i cant take back|permanent)(?! like (?:dye|cut my hair|sign|join|dance|bingo|karaoke))",
        r"end (?:it|everything) (?:all )?(?:tonight|today|tomorrow|once and for all|for good|forever)|end(?:ing)? it all|ending my (?:own )?life|end (?:my|his|her|their) (?:own )?li(?:fe|ves)|take (?:my|his|her|their) (?:own )?li(?:fe|ves)(?! (?:back|seriously|in|more|into|for|less|one))|taking (?:my|his|her) own life",
        r"(?:tried|trying|tries|attempted|going|want|wants|wanted|found) (?:to )?(?:him |her |my \w+ )?(?:hang|hanging|hung|drown) {SELF}(?! (?:up|out))|(?:hang|hung|hanged|hanging) myself(?! (?:up|out|a))|(?:put|tied|got|has|had|make|made|found) (?:a |the |his |her )?noose",
        r"(?:attempted|attempting|tried|trying|attempts|threatening|threatened|threatens|threat of|contemplating|contemplated|considering|considered|planned|planning|thoughts? (?:of|about)|thinking (?:of|about)|thinks about|talk(?:s|ing|ed)? (?:of|about)|mentioned|risk of|high risk of|going to commit|want to commit|wants to commit|might commit|will commit|commit|committing|obsessed with|googling|searching|looking up|researching) suicide(?! (?:prevention|bereavement|awareness|first aid|squad|with (?:bereaved|families|other)))",
        r"suicide (?:attempt|attempts|thoughts|ideation|watch|plan|note|pact|attempt last|risk|is (?:the|my) (?:only|best|answer)|hotline|line|helpline|crisis|number|help|seems|feels|method|methods)",
        r"suicide{END}",
        r"(?:wont|will not|not going to|not|wouldnt|dont think ill|dont think i will|doubt ill) be (?:here|around|alive) (?:much longer|tomorrow|for (?:christmas|long|much longer)|by (?:christmas|morning|tomorrow|the end|next)|in the morning|after tonight|to see)(?! (?:you|the show|it open))|not be here tomorrow|wont see (?:tomorrow|christmas|the morning|my next birthday|another)",
        r"(?:in|having|at|reached|hit|real|in a|got a) (?:a |an |total |full |proper |mental |mental health |mh |emotional |suicidal )*crisis(?: point)?{END}|mental health crisis{END}",
        r"(?:at|on|near|close to|over) (?:the |my )?(?:edge|brink) (?:of (?:ending|doing something|suicide|killing|my life)|and (?:i )?(?:cant|want)|of a bridge)|standing on (?:a|the) (?:bridge|roof|edge|ledge)|(?:im|am|hes|shes|stood|sat|standing|sitting) (?:up )?(?:on|at) (?:the|a|runcorn) (?:\w+ )?(?:bridge|roof|ledge|railway|train tracks|tracks|cliff|multi storey)(?! (?:cafe|club|street|road|community|inn|stop|centre|park and|station cafe))",
        r"(?:im|am|feel|feels|feeling|being|only|just|nothing but) (?:like |only |nothing but |such |hes |shes )*(?:a |an )?(?:burden|waste of space|waste of oxygen|waste of air) (?:to|on) (?:everyone|my family|them all|all of|my kids|the world|society|everybody|you all|the kids)(?! (?:if|when) i (?:ask|ring))",
        r"waste of (?:oxygen|air){END}|(?:dont|doesnt) deserve to (?:live|be here|be alive|exist)|deserves? to (?:die|be dead)",
        r"(?:my |his |her )?life is (?:over|finished|pointless|not worth|hopeless|meaningless)(?! here| sentence)|my lifes (?:over|pointless|not worth)",
        r"(?:make|made|making|got|have|has|had|with) (?:a |my |his |her )?plans? (?:to|for|of) (?:die|ending|end it|end my|kill|suicide|how to die|how i|my death|going to kill)|plan my (?:own )?(?:death|funeral so)|got it all planned (?:how|out how) i|know how (?:i would|id|ill|im going to) do it",
        r"(?:cant|dont|scared i cant|not sure i can|dont know if i can|dont trust myself|struggling to|dont feel able to) (?:to )?keep (?:myself|himself|herself) safe|not safe (?:with|by|on|from) (?:myself|my own|my thoughts)|cant be (?:left|trusted) (?:alone with (?:myself|my thoughts)|on my own with)|danger to (?:myself|himself|herself)|dont trust myself (?:to be (?:alone|on my own)|tonight|not to|around|with)|(?:voices|voice) (?:are |is |keep )?(?:telling|tell|tells|saying|say) (?:me|him|her) (?:to|i should) (?:kill|hurt|die|end|jump|do it|harm|do (?:things|bad))",
        r"(?:dying|death) (?:would be|is|seems|looks|sounds|feels) (?:a relief|easier|the only|better|like the only|like a relief|peaceful|my only|the answer|the best)|(?:cant|can not) (?:bear|stand|face) (?:to (?:live|be alive|go on|be here)|living|being alive|another day|life|one more day|being here anymore)",
        r"(?:dont|doesnt|didnt|not) care (?:if|whether) (?:i|he|she) (?:live|lives|die|dies|lived|died|wake|wakes|live or die|make it|get hit by)",
        unless=None,
    ),
    *_rules(
        "suicide",
        rf"{_NO_LONGER} (?:even |want|wants|wanting|wanted|see|wish|feel like|fancy|like|think i|know (?:how|if|why) (?:i|to)|deserve)(?: to| i| i can| me| him)* (?:{_LIVE}|be {_ALIVE}|being {_ALIVE}|be (?:here|alive|around)(?= (?:anymore|no more|tomorrow))|wake up{{END}}|wake up (?:anymore|tomorrow|again|in the morning|one morning|ever)|life{{END}}|living{{END}}|keep doing this|do life|do this anymore|be on this (?:earth|planet)|breathe anymore)",
        r"(?:dont|doesnt|not|no longer) want (?:to )?(?:to )?(?:be )?(?:living|alive|life)(?! (?:here|in|with|on my own|alone|near|next|at|off|by myself|skills|coach))|(?:dont|doesnt|not) want (?:my|this|his|her) life(?: anymore|{END})|not wanting to (?:be here|live|be alive|wake up|exist)(?! (?:in|with|at|near|alone|on))|doesnt want to (?:be here|live|be alive|wake up|exist|go on){END}",
        r"(?:cant|couldnt|dont (?:think|know|see|feel|believe) (?:i|how i|if i|that i|he|she|like i) (?:can|could)|not sure (?:i|how i|if i|he|she) can|dont know how (?:much longer )?(?:i can|to)|how can i|struggling to|unable to|no strength to|too tired to|too hard to) (?:much longer )?(?:go|carry|keep|struggle|battle|live|fight|push)(?: on)?(?: going)? ?(?:on )?(?:anymore|like this|no more|living|much longer|with (?:life|this|it|my life|living)|any further|another (?:day|minute|week)|without (?:him|her|my (?:husband|wife|mum|dad|son|daughter|baby|nan|partner))|this way|for (?:much|any) longer|feeling like this|fighting anymore)",
        r"(?:cant|dont think i can|dont know how to|dont know if i can|dont see how i can|dont want to|cant just|couldnt) (?:go|carry) on(?! (?:my own|the |a |it |that |my phone|my pc)){END}|(?:cant|dont think i can|dont know (?:if|how) i can|dont know how to|not sure i can) (?:keep going|keep on going|go any further|do it anymore|keep doing this|keep fighting|hold on|hang on){END}(?! (?:to my|to the|the line|tight))",
        r"(?:no|any|much|see|seeing|seen|whats the|what is the|what the|a) (?:the |any |a |real )?(?:point|reason|use|purpose) (?:to |in |of |for |left |anymore |left in |left to |to my |me )*(?:living|live|life|being (?:here|alive|around)|go on|going on|carrying on|carry on|keep living|keeping going|being on this|existing|exist|stay(?:ing)? alive|wake up|waking up|keep going|anymore{END}|my life|be here|be alive|me being here|breathing)",
        r"(?:cant|cannot|dont think i can|dont want to) (?:take|do|handle|bear|stand|face|deal with|cope with) (?:it|this|life|living|the pain|any of (?:it|this)|being alive|this life|things) (?:anymore|no more|any further|much longer)|(?:cant|dont think i can) (?:take|bear|stand) (?:any|much|no) more(?! of (?:this (?:noise|weather)|the|my|that|his|her|these))|cant do (?:this|life){END}(?! (?:form|course|job|work|exercise))|cant do life|(?:ive |i have )?had enough i (?:cant|want|dont want)|cant (?:live|be here) (?:anymore|no more|like this|another day)|cant live with (?:myself|this pain|the pain|what (?:i|ive))|cant live without (?:him|her|my)|cant be (?:alive|here) anymore",
        negatable=False,
    ),
]

_CUT = r"(?:cut|cuts|cutting|slash|slashing|slashed|slashes|slicing|sliced|slices|carve|carving|scratch|scratching|scratches|scratched|burn|burns|burning|burned|burnt|bite|biting|bites|harm|harming|harms|harmed|injure|injuring|injures|stab|stabbing|punish|punishing|punishes|hit|hits|hitting|punch|punches|punching)"
_BY_ACCIDENT = (
    r"(?! (?:off|short|some|a (?:slice|bit|piece|break|cake|fringe)|out|shaving|on|while|when|chopping|cooking|peeling|playing|lifting|falling|at|doing|in the|in a|gardening|exercis\w*|by (?:accident|falling|tripping)|"
    r"with (?:the|an|hot|boiling) (?:iron|kettle|oven|water|fat|drill|saw|tin|hammer)|trying|getting|moving|working|accidentally|by mistake|down|back|up|loose|free|too hard|badly on|falling|running|training|slipping|tripping|into shape|"
    r"making|carrying|from (?:too|falling)|going (?:up|down)|if i (?:fall|exercise|lift|slip|trip|overdo)|again at|over (?:the|a|it)|last (?:year|month|week) (?:at|playing|falling|doing)))"
)

SELF_HARM = [
    *_rules(
        "self_harm",
        rf"(?:{_CUT}) {{SELF}}" + _BY_ACCIDENT,
        r"(?:want|wants|wanted|going|need|needs|urge|urges|like|keep|keeps|thoughts?|thinking|tempted|threatening|threatens|threatened|afraid|scared|might|ill|started|starting|trying|tried|tries|desire|about|deliberately|purpose|intentionally|stop|stopping|cant stop) (?:to |of |about |ill |i will |ill end up |i might |hell |shell |i |end up |from )*(?:cut|cutting|hurt|hurting|harm|harming|burn|burning|injure|injuring|slash) {SELF}(?! (?:off|short|at the gym|doing|exercising|lifting|if i (?:exercise|lift|fall)|falling|when i exercise|on the (?:ice|stairs|steps|machines)|playing|again at))",
        r"(?:hurt|hurts|hurting) {SELF}"
        + _BY_ACCIDENT
        + r"{END}|hurt(?:s|ing)? {SELF} (?:on purpose|deliberately|to cope|again|because|when (?:im|hes|shes|i am|i get|he gets|she gets) (?:upset|angry|stressed|sad|low|anxious|down))|(?:on purpose|deliberately|secretly) (?:hurt|cut|burn)\w*",
        r"(?:cut|cuts|cutting|slashed|slashing|slash|slicing|sliced|carving|carved|burning|burnt|burned|scratching|scratched|scratches|marks on|scars on|cuts on|cuts all (?:up|over|down)|cuts up) (?:all |all over |up |into |marks on |at )?(?:my|his|her|their|the tops of (?:my|his|her)) (?:own )?(?:arms?|legs?|wrists?|thighs?|skin|stomach|body)(?! (?:on (?:the|my|a) (?:oven|iron|glass|fence|cooker|thorns|grill|pan)|(?:in|at) (?:the garden|work|football)|shaving|gardening|playing|falling|badly on|cooking))",
        r"(?:urge|urges|urge is|want|wants|need|tempted|going|relapsed|relapse|started|starting|back|been|stop|stopped then|compulsion|crave|craving) (?:to |on |into |it |and )*(?:cut|cutting)(?: again| to cope|{END})(?! (?:grass|hair|hedge|out|down|back|smoking))",
        r"(?:cut|cuts|cutting) (?:to (?:cope|feel|release|get through|let it out)|again (?:last|because|after|to)|when (?:im|hes|shes) (?:upset|stressed|low|down|anxious|sad)|where nobody can see)",
        r"(?:bang|bangs|banging|smash|smashing|hit|hits|hitting) (?:my|his|her) (?:own )?head (?:on|off|against) (?:the|a|walls?)(?! brick)(?: walls?| floor| door)?(?! with)(?! trying)",
        r"razor blades?{END}|(?:hiding|hides|found|hid|keeps|got hold of) (?:\w+ ){0,2}(?:razors?|blades?)|(?:^|(?<= \| )|(?<=im )|(?<=been )|(?<=started )|(?<=hes )|(?<=shes )|(?<=is )|(?<=was )|(?<=back to ))cutting(?: again)?{END}|(?:hiding|hides|found|using|bought|buying|got|with) (?:\w+ )?(?:a |the |razor |his |her |my )?(?:razors?|blades?) (?:in (?:her|his|my) (?:room|bag|drawer)|under|to (?:cut|hurt)|on (?:myself|my))",
        r"(?:punish|punishing|punishes) (?:myself|herself|himself) by (?:cutting|burning|hurting|starving|not eating)|(?:hurt|harm|injure|cut) (?:my|him|her) own (?:body|skin)",
    ),
    *_rules(
        "self_harm",
        r"(?:hurting|cutting|burning|harming) myself (?:is|helps|makes|gives|keeps)|(?:burn|cut|hurt|scratch|bite|hit|punch) myself (?:when|if|because|every|until|to|so|most|a lot|all the time|regularly|daily|at night)(?! (?:i (?:fall|exercise|lift|run)|run))",
        r"(?:my|his|her) (?:wrists?|arms?|legs?|thighs?) (?:are|is|were|was|have been|covered in) (?:\w+ )?(?:cut|slashed|slit|cuts|scars|cut marks)|(?:cut marks|self inflicted|scars|fresh cuts) (?:\w+ ){0,2}?(?:on|up|over) (?:my|his|her) (?:\w+ )?(?:wrists?|arms?|legs?|thighs?)|covered in cuts{END}",
        r"sh (?:again|urges?|scars?|relapse\w*|last night|to cope|when|thoughts)|(?:urges? to|relapsed with|relapsed on|started|been doing|doing|thoughts of) sh{END}",
    ),
    *_rules(
        "self_harm", r"selfharm(?! (?:bereave|awareness|prevention|training|course|policy))", unless=TOPIC, past=True
    ),
]

ABUSE = [
    *_rules(
        "abuse",
        r"{ONE} (?:(?!it|that|which|news|price|ball|bus|back|leg|knee|pain|noise|kick|let|makes|game|love|help|ask|told|says|said|my|and|the|to|when|if|because|of)\w+ ){0,4}?(?:came (?:home |round |in |back )*and |comes (?:home |round |in )*and |got drunk and |gets drunk and |lost it and |turns round and |screams? and |shouts? and )?(?:{HITS}) (?:at )?{ME}(?!{GAME})(?! (?:kids?|child\w*|son|daughter|baby|babies|little|niece|nephew|leg|legs|feelings?|back|knee|hand|house|up (?:for|with)))",
        r"{ONE} {AUX}(?:{HITS}) (?:shit out of |hell out of |crap out of |living daylights out of |living shit out of |at |and \w+ )?{ME}(?!{GAME})(?! (?:kids?|child\w*|son|daughter|baby|babies|little|niece|nephew|leg|legs|feelings?|back|knee|hand|house|up (?:for|with)))",
        r"(?:im|i am|am|being|getting|gets|get|got|was|been|ive been|shes being|hes being|is being|keeps? getting|is getting) (?:physically |sexually |emotionally |mentally |financially |verbally |always |regularly |badly |still |getting |being )*(?:abused|beaten|beaten up|battered|punched|slapped|strangled|raped|kicked about|knocked about|hit|hurt|assaulted|threatened|controlled|coerced|terrorised|held (?:hostage|prisoner)|locked in)(?: up| about)? (?:by|at home|off|from|every (?:day|night|week|time)|at the hands|in my own home|when (?:he|she) drinks)(?! (?:a (?:car|bus|ball|bill|train|horse|dog|bike|fine|letter|breakup|split)|(?:the|my|our|what|his|her) (?:divorce|separation|split|breakup|loss|death|words|comments|landlord|ball|cost|news|price|dwp|jobcentre|bill|weather|economy|rise|recession|kids next)|debt|bills|grief|menopause|long covid|covid|redundancy|bailiffs|a (?:big|huge)))",
        r"(?:domestic|dv|violent relationship|in an abusive|abusive (?:relationship|marriage|husband|partner|boyfriend|girlfriend|wife|home|household|ex|dad|father|mum|mother|family|son|man))(?: abuse| violence| situation| relationship| abuser)?(?<!domestic)(?! (?:course|training|worker))",
        r"domestic (?:abuse|violence|abuser|situation)",
        r"(?:need|want|find|finding|get|go|going|into|is there|in|place in) (?:to |into |a |me |space in |somewhere like |any )*(?:womens |domestic |dv |emergency )*refuge(?! (?:volunteer|for (?:birds|animals|donkeys|cats|dogs)|from the (?:rain|cold|heat|noise)|garden|cafe))|womens refuge",
        unless=TOPIC,
        past=True,
    ),
    *_rules(
        "abuse",
        r"(?:hes|shes|he is|she is|is|gets|get|got|becomes|getting|turns?|turned|being|can be|{PARTNER}(?: is)?|husbands|partners|boyfriends|exs|dads|sons|wifes|so) (?:really |very |so |getting |more |always |being |been |physically |verbally |emotionally |sexually |financially )*(?:abusive|violent|aggressive (?:with|to|towards) (?:me|us|the kids|my mum)|physical with me|handy with (?:his|her) (?:fists|hands)|controlling|coercive|possessive and|abusing (?:me|her|him|us|my))",
        r"{ONE} (?:\w+ ){0,2}?(?:wont|doesnt|never|does not|refuses to|dont|didnt|wouldnt) (?:even )?(?:let|lets|allow|allows|permit) (?:me|her|my (?:sister|mum|friend|mate|daughter|sister in law)) (?:to )?(?:leave|out|go out|go anywhere|see (?:my|her|any|anyone)(?! (?:kids|child\w*|son|daughter|grand\w*|baby|little))(?: (?:friends?|family|mum|mates|sister|parents|people))?|have (?:any |my |her |a |my own )?(?:money|phone|friends|bank)|speak|talk|use (?:my|the|her) phone|work|get a job|go (?:to (?:work|see|the shops?|college|the doctors?)|home)|learn english|wear|answer|contact|ring|near|have contact with my (?:mum|family))(?! (?:early|on time|leave early|for (?:lunch|my appointment|work)|the house since i|until i (?:am|m|feel) better))",
        r"{ONE} (?:\w+ ){0,2}?(?:controls?|controlling|dictates|monitors?|tracks?|tracking|checks?|checking|reads|read|goes through|went through|follows?|stalks?|takes?|taking|took|taken|keeps?|keeping|spends|hides|hiding|locks?|locked|withholds|steals|stealing|stole|hidden|locking|demands) (?:me|all (?:of )?my|my|her|every(?:thing| penny| move)|what i|who i|where i|where im|how much|the money from me) ?(?:every )?(?:in (?:the|a|my|our) (?:\w+)|in{END}|everywhere|move|money|wages|phone|phones|messages|texts|passport|keys|pension|bank card|card|cards|benefits|location|prisoner|spend|spending|wear|eat|see|go|going|do|emails|talk to|visa|documents|medication|pills|wheelchair)(?! (?:for (?:scam\w*|me|us|viruses|updates)|so i|to help|because i (?:forget|get)|to the|in order|worker|(?:to|for) me at|safe for me))",
        r"(?:controls|controlling) (?:everything i|my every|all the money|me{END}|me and|who i see|what i)|(?:has|got|have) (?:\w+ )?(?:control over (?:me|my money|everything i))|wont give me any (?:money|housekeeping)|makes me (?:ask|beg) for (?:money|every|food)|have to ask permission (?:to|for)",
        r"coercive(?: control)?(?! (?:course|training))|gaslighting|gaslights|gaslighted|gaslit|(?:walking|walk|tiptoeing|tiptoe) on (?:egg ?shells|eggs|egg shells)(?: around)?|eggshells",
        r"{FEAR} (?:of|for|to be near|to be around|by|about what|what) (?:my |the |our |her |his |mums? |of )*(?:him|{PARTNER}|{KIN}|he|she|her)(?: (?:will|ll|would|might|does|is going to|do|and what|when))?(?! (?:dying|death|leaving|getting|falling|being|going|having|forgetting|not|losing|die|forget|fall|leave|lose|say|think|driving|cooking|health|future|s future|interview|finding a|is going to (?:die|fall|forget)|catching|will (?:die|fall|forget|think|say|leave)|might (?:die|fall|forget|leave)|with dementia|dogs?|growing|in hospital|drinking|is (?:ill|dying|sick)|has (?:cancer|dementia)))(?! \w+ (?:dying|dog|ill|cancer))",
        r"{FEAR} (?:to |of |about )?(?:go|going|be|being|stay|staying|live|living|return|returning|come|coming) (?:back )?(?:in |at |to )?(?:my |our |her |his |the )?(?:own )?(?:home|in my own home|house with|with (?:him|her|my (?:partner|husband|dad|son|boyfriend|brother|wife|ex|stepdad))|near him|around him|alone with (?:him|my)|on my own with (?:him|my))(?! (?:to (?:a|an|no) (?:empty|cold|damp|freezing)|alone|with (?:the )?(?:damp|mould|rats)|on my own|in the dark|insurance|bird|library|schooling|help))",
        r"(?:dont|doesnt|never|not|didnt|isnt|arent|no longer|havent been|wasnt) (?:feel |feeling |felt |really |even |been )*safe (?:at home|in my (?:own )?home|with (?:him|her|my (?:partner|husband|boyfriend|dad|ex|wife|son|brother|family|stepdad)|them|the person)|around (?:him|her|my (?:partner|husband|dad|ex|son))|in (?:this|my) (?:house with|relationship|marriage)|being at home|going home|there with him|living with)|(?:unsafe|in danger) (?:at home|with (?:him|my (?:partner|husband|dad|ex))|in my own home)(?! because of the (?:wiring|electrics|damp))",
        r"(?:get|got|getting|need|want|run|running|escape|escaping|flee|fleeing|fled|hide|hiding|leave|leaving|away) (?:to )?(?:get |run |be )?(?:away |out |safe |free )*(?:from )?(?:an |my |this )?(?:abusive|violent|controlling) (?:\w+)|(?:get|getting|run|running|escape|escaping|flee|fleeing|fled|hide|hiding|hide away) (?:away )?from (?:him{END}|her (?:husband|partner)|my (?:husband|partner|boyfriend|ex|dad|family|wife|stepdad|in laws|brothers))|(?:need|want|trying|have) to (?:leave|get away from|escape|flee) (?:him|my (?:husband|partner|boyfriend|man)|this relationship)(?: safely)?(?: but| and| before| because|{END})",
        r"(?<!substance )(?<!drug )(?<!drugs )(?<!alcohol )(?<!solvent )(?:abused|abuser)(?! (?:the system|my trust|power))",
        r"{ONE} (?:\w+ ){0,3}?(?:threw|throws|throwing|chucked|chucks|chucking|launched|smashed|smashes|lobbed|lobs) (?:\w+ ){1,4}?(?:at|over|in) (?:me|us|my (?:head|face|mum)|her (?:head|face))",
        r"(?:he|she|hes|shes|who|{PARTNER}|husbands|partners|boyfriends|dad|stepdad|uncle|family|brother|cousin|man|boss) (?:\w+ ){0,2}?(?:forces|forced|forcing|makes|made|making) (?:me|her) (?:to )?(?:sleep with|have sex|do things|do stuff|touch|perform|watch|take (?:drugs|pills)|strip|undress|sign|stay in|eat off|beg|kneel|give him|hand over)",
        r"(?:knocks|knocking|knocked) (?:me|her|us|my mum) (?:about|around|out|over|down|to the (?:floor|ground))(?! (?:by|a (?:bit|few)|on the road|in the road|with (?:a|the) (?:car|price)))",
        r"(?:{FEAR}|worried) (?:that |because |in case |of when )*(?:he|hes|hell|she|shes|shell|my ex|my husband|my partner|my dad|my son|my brother|they|theyll|theyre)(?: is| will| might| would| could| going to|ll|s| is going to)* (?:come back|comes back|coming back|come after|come for|hurt (?:me|us|the kids|my)|find (?:me|us|out where)|finds (?:me|us|out where)|kill|hit|turn up|turns up|do something to|take the kids|be waiting|attack|rape|get (?:me|us){END}|get out of prison)",
        r"(?:darent|dare not|dont dare|dont dare to|daredn?t|too (?:scared|frightened|afraid) to|not safe to|isnt safe to|scared stiff to|terrified to|afraid to|cant go back to) (?:go|come|be|return|stay|leave|sleep|tell|say)(?: back)?(?: home| at home| to him| to her husband| there| him| in my own home| in the same house| anyone what| anybody what)(?! (?:in the dark|on my own|alone))|(?:cant|dont want to|wont|scared to|afraid to|refuse to) go back (?:home )?to (?:him|my (?:husband|partner|boyfriend|dad|abuser|ex))",
        r"(?:escape|get|run|getting|safe|leave|go|move|hide|far) (?:\w+ )?(?:away )?from (?:him|my (?:abuser|abusive \w+|violent \w+))(?! (?:for|the|a|in the (?:queue|shop)))",
        r"(?:heard|hear|hearing|listen to|see|seen|saw) (?:him|her|them|my dad|the man|a man|my neighbour|next door|his dad|the dad)(?: \w+)? (?:hitting|beating|battering|slapping|strangling|punching|hurting|hit|beat|batter|slap|abusing|attacking|kicking)(?! (?:the (?:ball|drums|wall)|a ball|golf))",
        r"{ONE} (?:\w+ ){0,3}?(?:wont|doesnt|never|not|dont) let (?:\w+ ){1,3}?(?:leave the (?:house|home|flat)|out of the (?:house|flat|home)|out of (?:his|her) sight)",
        r"(?:man|bloke|guy|stranger|boss|driver|doctor|manager|lad|he|landlord|masseur|colleague|lodger) (?:\w+ )?(?:touched|groped|grabbed|felt|flashed|touches|gropes|rubbed) (?:me|up against me|my (?:breasts?|bum|leg|thigh|chest|private))(?! (?:with|by|deeply|heart))|groped|been groped",
        r"(?:hitting|beating|punching|kicking|slapping|strangling|raping|abusing|threatening|choking|battering|attacking) (?:me|us|my (?:mum|sister|kids))(?= \||$| (?:and|again|every|when|at (?:home|night)|in front|since|last|for years|now|because|all|if|while))",
        r"(?:forced|forcing|force|made|making|make|makes|pressuring|pressured|sent|sending|taken|taking|promised|sold) (?:me |her |my \w+ |him |us |to be |being )*(?:into |to |abroad to |for |back to \w+ to )*(?:marry|marriage|get married|be married|sex|have sex)|marry(?:ing)? (?:me|her|my (?:sister|daughter)) off|forced marriage|(?:dont|doesnt) want (?:to )?(?:the |this |an )?(?:arranged marriage|marry (?:him|the man|my cousin|someone))|sex (?:against my will|when i (?:dont|say no)|without (?:my )?consent)|(?:makes|made|making|forces|forced|forcing) (?:me|her) (?:to )?(?:do|have|perform|watch) (?:sex\w*|things|stuff|sexual)(?! (?:like|for (?:charity|fun)))",
        r"honour (?:based|killing|violence|abuse|crime)|dishonou?r(?:ed)? (?:my|the|our) family|bring\w* shame on (?:my|the|our) family|fgm|female (?:genital )?(?:mutilation|circumcision|cutting)",
        r"{ONE} (?:\w+ ){0,2}?(?:rapes?|raped|raping|forced (?:himself|sex) on|forces (?:himself|sex) on|sexually (?:abuses?|abused|assaults?|assaulted)|touched me (?:without|when i|up|in my|inappropriately|down)|touches me (?:without|when i|up|in my|inappropriately|down)) ?(?:me|her|my \w+)?",
        r"(?:been|was|got|being|nearly|almost|i was|just been) (?:gang )?raped|sexually assaulted (?:me|last|by|on|yesterday|tonight)|(?:was|been|got|being) sexually assaulted|spiked (?:my|her) drink|(?:someone|he|they) raped",
        r"(?:lays?|laid|laying|raises?|raised|raising|puts?|put|lifts?|lifted|lifting) (?:a |his |her |their |\w+ )?(?:hands?|fists?|finger|fist|hand) (?:on|to|around|round|up to|at|against) (?:me|her|my (?:neck|throat|mum|face)|him|us|their)(?! shoulder| up in| to help)|(?:hands?|hand) (?:round|around|on) (?:my|her|me) (?:neck|throat)|(?:grabs?|grabbed|grabbing|squeezes|squeezed) (?:me )?(?:my |by the |round the |me by the |her )?(?:throat|neck|hair)|gave (?:me|her|my mum) a (?:black eye|hiding|slap|smack|battering|beating|dig|good hiding|leathering)|(?:gives?|giving) (?:me|her|my mum|us) a (?:black eye|hiding|slap|smack|battering|beating|dig|good hiding|crack)|beats? (?:the )?(?:shit|crap|hell|living daylights|life) out of (?:me|her|him|my \w+|us)|(?:smash(?:es|ed|ing)?|wreck(?:s|ed|ing)?|trash(?:es|ed|ing)?|kick(?:s|ed)? off and smash(?:es|ed)?|breaks|broke) (?:up )?(?:the |my |our )?(?:house|flat|home|stuff|phone|things|everything|furniture) (?:up )?(?:when|if|because|and|whenever|every time|on purpose) (?:he|she|hes|shes|i|hits|threatens|scares)",
        r"(?:threatens?|threatened|threatening|said|says|saying|going|will|ll|hell|tried|trying|vowed|swore|swears|gonna|wants|wanted) (?:that |me )*(?:to |hell |he will |hed |hes going to |theyll |he would |he will |theyd )*(?:kill|murder|hurt|burn|slit|stab|shoot|batter|strangle|find|hunt|do) (?:me|us|her|my (?:mum|family|kids|sister|throat|dog))(?: in| down| and| alive)?(?! (?:if im (?:late|not)|if i (?:forget|miss|am late|dont (?:finish|wash|do|tidy|get|bring|win)|buy|spend|eat|bring|come home with|get another|drop|lose (?:another|the)|break another)|at (?:the gym|training|football|dominoes)|a (?:job|place|flat|house|group|new)|out (?:a|some)|some|with (?:kindness|these)|laughing|when (?:she|he) sees the (?:bill|state|mess)))(?<!find me)(?<!do me)",
        r"(?:{ONE}|hell|theyll|hed|hes going to|who|shell) (?:\w+ ){0,4}?(?:kill|murder) (?:me|us|her|him|my (?:mum|sister|kids|family))(?! (?:if im (?:late|not)|if i (?:forget|miss|am late|dont (?:finish|wash|do|tidy|get|bring|win|feed|turn up|ring)|buy|spend|eat|bring|come home with|get another|drop|lose|break|scratch|dent|dont|burn the)|at|with|laughing|when|for (?:saying|forgetting|eating|being late|buying|missing)|off slowly|going up))",
        r"(?:threatens?|threatened|threatening) (?:to |with )?(?:me|us|her|my (?:mum|kids|sister|family)|take the kids|post|share|tell everyone|deport|have me|get me|hurt|kill|burn|with a|the kids)(?! with (?:eviction|court|bailiffs|sanction|a (?:fine|court|sanction|notice))|ned with)",
        r"(?:my )?ex (?:\w+ ){0,3}?(?:stalking|stalks|following|follows|harassing|harasses|turning up|turns up|waiting outside|sits outside|outside my|hanging round|wont leave (?:me|us) alone|found (?:out )?where|tracking|threatening|broke in|posted)(?! (?:for (?:contact|the kids)|to pick up|late))|being stalked|(?:someone|man|bloke|he|hes|guy|lad) (?:\w+ ){0,2}?(?:stalking|stalks|keeps following|has been following|been following) (?:me|my|her)|(?:got|have) a stalker|im being followed|(?:someone|man|bloke|guy|he|hes|lad|car|van|stranger|ex) (?:\w+ ){0,3}?following (?:me|us|my daughter|her)(?! (?:on (?:facebook|twitter|instagram|x)|the (?:recipe|rules)|up))",
        r"(?:son|daughter|grandson|nephew|carer|carers|niece|family|brother|sister|husband|partner|they|he|she) (?:\w+ ){0,2}?(?:steals|stealing|takes|taking|took|takes all|taking all) (?:all )?(?:my |mums |nans |her |his |dads )(?:\w+ )?(?:money|pension|bank card|benefits|wages|savings|card)(?! (?:to the (?:bank|post office)|out for me|seriously))|(?:carer|carers|care home|home|nurse|staff) (?:\w+ ){0,3}?(?:rough with|hits?|hitting|shouts? at|hurting|mistreating|abusing|neglecting|handling \w+ rough|cruel to|nasty to|left (?:her|him|mum|dad|nan) (?:in|without|lying)) ?(?:me|mum|my|her|him|dad|nan|grandad|residents)?",
        r"(?:mum|mother|sister|friend|mate|neighbour|neighbours|daughter|nan|auntie|woman next door|lady next door|lad next door|couple next door|next door|girl next door|cousin|wife next door|she|he) (?:\w+ ){0,3}?(?:is |being |getting |gets |is being |getting |was |has been |been )(?:\w+ )?(?:abused|beaten|battered|hit|knocked about|beat up|controlled|hurt by her|hurt by his|raped|slapped about|punched|kept prisoner)(?: by| up| off| about|{END})",
        r"(?:(?:he|she) (?:is |was )?|hes |shes |is |was |hear (?:him|her|them|my dad|the man) |hearing (?:him|her|them) |next door |see him |heard him )(?:\w+ ){0,2}?(?:hitting|beating|battering|hurting|slapping|punching|strangling|abusing|beating up|screaming at|attacking|kicking) (?:his|her|my|the) (?:wife|girlfriend|partner|mum|mother|husband|boyfriend|sister|missus|nan|elderly \w+)",
        r"bruises? (?:on|all over|all up|down) (?:me|my|her|mums?|his) ?(?:\w+ )?(?:from (?:him|my|her|his)|where he|because he|and (?:she|he) (?:wont|says|said))|(?:black eye|bruises|broken (?:ribs?|arm|nose|jaw)|split lip) (?:from|off) (?:him|my (?:husband|partner|boyfriend|ex|dad|wife|son)|her (?:husband|partner|boyfriend|ex))|(?:cover|covering|hide|hiding) (?:up )?(?:my|the|her) bruises",
        r"(?:(?:my|her|his) (?:\w+ )?(?:home life|relationship|marriage) is (?:abusive|violent|dangerous|not safe|toxic and))|(?:mental|emotional|physical|sexual|financial|verbal|economic) abuse{END}|in an abusive|abused at home|abuse at home|(?:being|getting) abused|(?:keeps|kept|held|holding|keep) (?:me|her) (?:a )?(?:prisoner|hostage|captive|locked)|prisoner in my own home|(?:i )?cant leave (?:him|the house because of him|because he)|if i leave (?:him )?(?:he|hell|hes)(?: \w+){0,2} (?:kill|hurt|find|take)|(?:he|she) (?:said|says) (?:no one|nobody) (?:will|would) believe me|scared (?:what|that) (?:he|she|hell|shell|my (?:husband|partner|dad|ex|son))(?: will|ll|d| would| might| is going to)? (?:do|hurt|kill|find|hit|come)|(?:he|she) (?:scares|frightens|terrifies) (?:me|us|my mum|the kids)|(?:puts me down|calls me names|belittles me|humiliates me|screams at me|shouts at me|spits in my face|spits on me) (?:all the time|every day|in front of|constantly|when|and|day and night)",
        past=True,
    ),
]

ABUSE += _rules(
    "abuse",
    r"(?:im|am|isnt|not|is|never|was|we are|were|shes) (?:not |never )?allowed (?:out(?: of the house| on my own| alone|{END})|to (?:see (?:my|her|anyone|any|friends)|leave|go (?:out|anywhere)|have (?:friends|money|a phone|my own)|speak|talk|use (?:my|the|a) phone|answer|ring|contact|wear))(?! (?:of hospital|the ward|until (?:the doctor|tuesday)|my kids|my children|my grandkids|the kids))",
    r"(?<!anxiety )(?<!knees )(?<!legs )(?<!nerves )(?<!pain )(?<!depression )(?<!head )(?<!boss )(?<!body )(?<!hip )(?<!back )(?<!doctor )(?<!doctors )(?<!council )(?:doesnt|dont|wont|never) let (?:me|her) (?:out|leave(?! (?:early|until))|see (?:my|her) (?:friends|family|mum|mates)|have (?:money|any money|my phone))",
    negatable=False,
)

_TOUCH = (
    r"(?:touch(?:es|ed|ing)?|interfer(?:es|ed|ing) with|mess(?:es|ed|ing) (?:about )?with|hits?|hitting|beats?|beating|beaten|hurts?|hurting|abuses?|abused|abusing|"
    r"molest(?:s|ed|ing)?|groom(?:s|ed|ing)?|rapes?|raped|raping|starv(?:es|ed|ing)|neglect(?:s|ed|ing)?|smack(?:s|ed|ing)?|shakes?|shook|shaking|burn(?:s|ed|t|ing)?|"
    r"punche?s?|punched|punching|kicks?|kicked|kicking|slaps?|slapped|slapping|batters?|battered|battering|leathers?|leathered|belts?|belted|locks?|locked|locking|strangles?|strangled|"
    r"flash(?:es|ed|ing)?(?: at)?|exposed himself to|exposes himself to|assault(?:s|ed|ing)?|threaten(?:s|ed|ing)?|fiddl(?:es|ed|ing) with|feel(?:s|ing)? up|felt up|fondl(?:es|ed|ing)|"
    r"exploit(?:s|ed|ing)?|whips?|whipped|mistreat(?:s|ed|ing)?|throttl(?:es|ed)|bruis(?:es|ed|ing)|drugg(?:ed|ing)|pimping|sexually abus(?:es|ed|ing)|photographing|filming|knocks|knocking)"
)
_ELDER = r"(?:dad|stepdad|stepfather|father|mum|stepmum|mother|uncle|grandad|grandfather|teacher|coach|priest|vicar|babysitter|stepbrother|big brother|mums boyfriend|mums partner|foster (?:dad|carer|mum)|cousin|neighbour|tutor|scout leader|youth worker|lodger)"

CHILD = [
    *_rules(
        "child_safeguarding",
        rf"(?:{{ONE}}|\w*s (?:dad|mum|boyfriend|partner|husband|stepdad|teacher|uncle)|(?:dad|mum|stepdad|uncle|{_ELDER})|ex|i|ive|im|teacher|man|bloke|woman|people|kids dad|theyve|adults?|staff|nursery|pervert|paedo|nonce|lads) {{AUX}}(?:\w+ )?{_TOUCH} (?:up |at |on )?(?:{{MINE}} )?(?:(?!other|another|each|all|of|to|for|down|out|off|and|in)\w+ )?(?:{{MINE}} )?{{CHILD}}(?! (?:feelings|education|confidence|chances|school hard|badly by not|future|hard|in the pocket|with kindness|hearts?|club|to (?:school|the)|out of (?:bed|school)))(?! (?:and )?(?:hair|tea|hands with))",
        rf"(?:my |his |her |mums |the |our )(?:\w+ )?{_ELDER} {{AUX}}(?:\w+ )?(?:touche?s?|touched|touching|interfer\w+ with|mess(?:es|ed|ing) (?:about )?with|molest\w*|fiddl\w+ with|feels|gets in bed with|gets into bed with|comes into my (?:bed|room) (?:at night )?and|makes me touch|rapes|raped|flashes|feels up|does (?:things|stuff) to|did (?:things|stuff) to|makes me do|kiss(?:es|ed) (?:me|her|him) on) ?(?:me|us|her|him|my (?:sister|brother|little sister))?",
        r"(?:touched|touches|touching|interfered with|messed with|molested) (?:me|her|him|them|us|my \w+|my little \w+) (?:inappropriately|down (?:there|below)|in (?:her|his|my|a) (?:private|bad|wrong|sexual|funny)|where (?:he|she) should|there{END}|up{END}|sexually|private|privates)|(?:inappropriate|bad|funny|secret) touching|private parts|touched inappropriately|touch(?:es|ing|ed)? (?:kids|children|little (?:girls|boys)|young (?:girls|boys))",
        r"{CHILD} (?:\w+ ){0,3}?(?:is |are |was |were |being |been |is being |are being |has been |getting |gets |got |keeps getting |might be (?:being )?|may be (?:being )?|could be (?:being )?|not )+(?:\w+ )?(?:abused|beaten|hit|hurt|neglected|molested|groomed|raped|interfered with|touched|starved(?! of)|locked|mistreated|exploited|trafficked|battered|smacked|sexually|left (?:alone|on (?:their|his|her) own|home alone|for hours|by (?:him|her)sel\w+|unattended)|fed|looked after|safe (?:there|at home|with|in that)|smacked about|harmed|assaulted|bruised|threatened by (?:a|her|his)|used by|forced to|made to (?:carry|sell|deal))(?! (?:at (?:football|rugby|school by other)|by (?:a (?:car|ball|bike|bus)|(?:our|my|his|her|the) (?:news|divorce|separation|split|closure|cuts))|on the (?:leg|head) (?:at|by)|properly at school|in lessons|by (?:school|the school|lockdown|covid)))",
        r"{ONE} (?:(?!it|that|which|the|my|to|when|if|because|of)\w+ ){0,5}?(?:hits|hit|hitting|beats|beating|smacks|smacking|smacked|slaps|slapping|hurts|hurting|touches|touching|touched|abuses|abusing|batters|battering|kicks|kicking|shakes|shaking|starves|punches|punching|locks) (?:{MINE} )(?:little |own |\w+ )?{CHILD}(?! (?:feelings|hard|confidence))",
        r"(?:my |me |his |her |our |mates |mums |friends )(?:\w+ )?(?:dads?|stepdads?|uncles?|grandads?|teachers?|coachs?|stepbrothers?|cousins?|brothers?|boyfriends?|babysitters?) (?:\w+ ){0,3}?(?:touching|touches|touched|molesting|molested|does (?:\w+ )?(?:things|stuff) to|did (?:\w+ )?(?:things|stuff) to|doing (?:things|stuff) to|been at) (?:me|her|him|my \w+|my little \w+)(?! (?:up|with (?:his|her) (?:kindness|story)))",
        r"(?:daughter|girl|niece|son|she|shes|nephew|granddaughter|grandson|\d+ year old|kid|child) (?:\w+ ){0,3}?(?:meeting|meet|met|meets|meeting up with|seeing|talking to|sneaking out to) (?:\w+ ){0,2}?(?:men|man|strangers?|older (?:men|lads|boys|guys)|adults?|grown men|someone|people|boyfriend)(?: \w+){0,4}? (?:online|on the internet|on snapchat|on instagram|off the internet|twice (?:her|his) age|at night)",
        r"(?:little |young )?(?:boy|girl|child|baby|toddler|kids|children|lad) (?:next door|upstairs|downstairs|in the flat|in the next|over the road|across the road|two doors)(?: \w+){0,8}? (?:hitting|screams? every|screaming every|hit|hurt|alone|starv\w*|neglect\w*|bruis\w*|no food|beaten|scared of|dirty and|on their own|by (?:himself|herself|themselves)|not safe|crying every)|(?:hear|heard|hearing) (?:\w+ ){0,4}?(?:child|kid|kids|baby|toddler|little (?:boy|girl|one)|children) (?:\w+ ){0,2}?(?:being|getting) (?:\w+)|kids? (?:in|at|from) the (?:flat|house) (?:\w+ ){0,4}?(?:no food|left alone|on their own|screaming every|being hit)",
        r"(?:{CHILD}|kids) (?:\w+ )?(?:arent|isnt|not|never|wont be|dont feel|doesnt feel) (?:\w+ )?safe (?:with|there|at (?:home|his|her|their)|around|in that)",
        r"(?:making|make|makes|made|forcing|forced|forces|getting|got|using|used|pay|paying|pays) (?:my|her|his|our|the|young|local) (?:\w+ ){0,3}?(?:{CHILD}|kids) (?:to )?(?:sell|carry|deal|run|steal|beg|have sex|hold drugs|hide|shoplift|take drugs)(?! (?:raffle|cakes|lemonade|tickets))",
        r"(?:taking|take|taken|takes|send|sending|sent|fly|flying|flown|booked) (?:my |me |her |his |our |the )?(?:\w+ ){0,6}?(?:to be (?:cut|married|circumcised)|to (?:get )?(?:married|marry)|get (?:married|cut)|for (?:fgm|cutting|a marriage))(?! (?:in (?:church|june|july|may|august)|so i))",
        r"(?:drunk|drinking|stoned|high|off (?:her|his|their) (?:head|face)|on (?:drugs|crack|heroin|smack)|passed out|using) (?:\w+ ){0,6}?(?:kids?|children|baby|toddler) (?:\w+ ){0,2}?(?:left|alone|unattended|screaming|crying|on (?:their|his|her) own|neglected|hungry|in the (?:house|room|car)|with (?:her|him))",
        r"(?:groomed|grooming|groom) (?:my|me|her|him|a|the|our|young|kids|children|online|by|on|over)(?! (?:dog|cat|horse|pet|poodle|hair|beard|room))|(?:being|been|is|was) groomed(?! (?:dog|at the (?:dog|pet|salon|vets?)))|online grooming|groomer online",
        r"(?:man|men|bloke|guy|stranger|adult|adults|someone|older (?:man|men|lad|boy|guy|boyfriend)|lad|person|people|he|paedo|pervert|\d+ year old (?:man|bloke)) (?:\w+ ){0,5}?(?:messag\w+|contacting|texting|snapchatting|dming|talking to|asking|asked|asks|sending|sent|sends|meet(?:ing)?|wants? to meet|offering|following|chatting to|approach\w+|giving|buying) (?:\w+ ){0,2}?{CHILD}(?: (?:for|online|gifts|money|pictures|photos|drugs|nudes|to (?:meet|send)|rude|sexual|on (?:snap\w*|instagram|roblox|tiktok|the internet|her phone|his phone|fortnite|discord)|after school|in (?:the|a) (?:park|car)))",
        r"(?:nudes|naked (?:pictures|photos|pics|images)|sexual (?:pictures|photos|messages)|rude (?:pictures|photos)|sexting|indecent images|child porn\w*|pictures of (?:herself|himself) with no clothes|sextort\w+)(?! (?:course|class|life drawing))",
        r"(?:{MINE} )?{CHILD} (?:\w+ ){0,4}?(?:carrying (?:a |drugs|knives|weed)|running drugs|selling drugs|dealing (?:for|drugs)|in a gang|being used by (?:a |the |dealers|older)|dragged into|forced to (?:sell|carry|deal|marry|do)|missing (?:from home|for days|since|again|all night)|gone missing|hasnt come home|going missing|ran away|run away from home|taken (?:by|abroad)|unsafe (?:at|with))",
        r"(?:bruises?|bruising|marks|burns|welts|cigarette burns|bite marks|cuts|handprints?|slap marks|finger marks) (?:all )?(?:\w+ )?(?:on|over|up|down|all over) (?:{MINE} )?(?:\w+ )?(?:{MINE} )?(?:{CHILD}|(?:his|her|their) (?:\w+ )?(?:arms?|legs?|back|face|bum|neck|body))(?! (?:from (?:football|falling|netball|rugby|playing|his bike|climbing)|after (?:football|falling|playing)))",
        r"(?:left|leaves|leaving|leave|locks|locked|locking) (?:{MINE} )?(?:\w+ )?(?:{CHILD}|them) (?:\w+ )?(?:alone|on (?:their|his|her|its) own|home alone|by (?:themselves|himself|herself|itself)|unattended|in the (?:house|flat|car|room|cupboard|shed|bedroom|dark)) ?(?:all (?:night|day|weekend)|for (?:hours|days)|at night|while (?:she|he|they)|in|without|and (?:goes|went|go)|every (?:night|day|weekend)|with no)",
        r"(?:she|he|they|mum|dad|ex|parents|neighbour|neighbours|woman|couple|who|sister|girl) (?:\w+ ){0,3}?(?:leaves|leaving|left|leave) (?:{MINE} )?(?:\w+ )?(?:{CHILD}|them) (?:\w+ )?(?:alone|on (?:their|his|her|its) own|by (?:themselves|himself|herself|itself))",
        r"(?:{MINE} )?{CHILD} (?:\w+ ){0,2}?(?:has|have|had|got|came home with|comes home with|keeps getting|covered in|always has|with) (?:\w+ ){0,3}?(?:bruises|bruising|black eyes?|burns|marks|welts|cuts and bruises|hand marks)(?! (?:from (?:football|falling|netball|rugby|playing|his bike|climbing)|after (?:football|falling|playing)|out of ten|in (?:english|maths|his exams?|her exams?)|for))",
        r"(?:man|men|bloke|guy|stranger|adult|grown man|older (?:man|men|lad|boy|guy|boyfriend)|paedo|pervert|\d+ year old (?:man|bloke)) (?:\w+ ){0,4}?(?:messag\w+|contact(?:ing|ed)|texting|snapchatting|dming|sending \w+ to|following|chatting to|approached|approaching|trying to meet|meeting) (?:\w+ ){0,2}?{CHILD}",
        r"(?:comes|coming|came|gets|getting|got|sneaks|climbs|creeps) (?:into|in|in to) (?:my|her|his|our) (?:room|bed|bedroom)(?: with me| at night| and (?:touches|does|makes|watches)| when (?:mum|im|my mum|everyone|shes|hes)| drunk|{END})(?! to (?:clean|wake|help|bring|say))",
        r"(?:{CHILD}|kids) (?:\w+ ){0,3}?(?:home alone|alone in the (?:house|flat)|left alone|on their own (?:all|every|at night|for)|by themselves (?:all|every|at night))",
        r"{CHILD} (?:\w+ ){0,3}?(?:is |are |being |isnt |arent |not |never |hasnt been |havent been |goes |always |looks? )+(?:being )?(?:not )?(?:fed|starving(?! (?:after|hungry|when|for|by tea))|filthy|dirty and|getting fed|covered in (?:bruises|marks)|screaming (?:every|all|and)|eaten (?:for|in) (?:days|two days)|scared (?:of (?:his|her|their|my) (?:dad|stepdad|mum|father|uncle|teacher|boyfriend|partner)|to go home)|terrified of (?:his|her|their) (?:dad|stepdad|mum|father)|in danger|at risk|unsafe)(?! of (?:losing|missing|exclusion|being excluded))",
        r"(?:scared|frightened|afraid|worried|think|thoughts of|thinking about|urges? to|want to|going to|might|feel like|nearly|scares me|terrified|ill|i will|keep) (?:of |i |im |ill |i might |i could |i will |im going to |about |that |to |end up )*(?:hurt|hurting|harm|harming|shake|shaking|shook|hit|hitting|smother|smothering|throw|throwing|kill|killing|drop) (?:my |the |our )?(?:\w+ )?(?:own )?(?:{CHILD})(?! (?:feelings|by (?:moving|not|working)|education|if we (?:move|split|divorce)|with the (?:divorce|move|split)))",
        r"child (?:abuse|sexual|is at risk|at risk|in danger|exploitation|protection concern|trafficking|neglect|being abused)|children (?:at risk|in danger|being abused)|(?:kid|child|children|baby|girl|boy|toddler) (?:is |are )?(?:in danger|at risk|not safe)|(?:report|raise|have) (?:a )?(?:child )?safeguarding concern|safeguarding concern|concern(?:s|ed)? (?:about|for) (?:a |the |next doors |my neighbours )?(?:\w+ )?(?:child|children|kids|baby)(?:s)? (?:safety|welfare|next door|being|at home|wellbeing)|worried (?:about|for) (?:the |a |my neighbours |next doors |those )(?:\w+ )?(?:kids|child|children|baby|little girl|little boy|toddler|girl|boy)(?:s)?(?: safety)? (?:next door|over the road|in the flat|upstairs|downstairs|across|being|is being|are being|safety|at home|living|in my (?:class|street)|down (?:the|our))",
        r"(?:im|i am|am|aged) (?:only |a )?(?:[5-9]|1[0-7])\b(?: (?:years? old|yrs? old|yo))? .{0,60}?(?:hits? me|hurts? me|touch(?:es)? me|beats? me|abus\w+|scared to go home|scared of my|hit me|locked me|kicked me out|doesnt feed me|dont feed me|rapes? me|threatens? me|not safe at home|dont feel safe)",
        r"(?:cut|cutting|circumcise|circumcising|fgm|fgmd|marry off|marrying off|forced? to marry|take abroad|taking|take|send|sending) (?:on |for |off )?(?:my|her|his|their|our|the) (?:\w+ )?(?:daughter|girl|little girl|sister|niece|granddaughter|girls|daughters) (?:\w+ )?(?:to be (?:cut|circumcised|married)|to marry|abroad (?:to (?:be (?:cut|married)|marry)|for (?:fgm|cutting|marriage))|to get (?:married|cut)|to have fgm|for fgm|off)|fgm (?:on|to|done to|for) (?:my|her|a)",
        r"(?:smok(?:es|ing)|drinks?|drinking|taking drugs|on drugs|off (?:her|his) head|using heroin|drunk|high|passed out|on crack) (?:\w+ ){0,4}?(?:in charge of|looking after|minding|around|with|while (?:minding|looking after)) (?:the |her |his |their |my )?(?:\w+ )?(?:kids|baby|children|child|newborn|grandkids|toddler)(?! (?:group|club|centre))(?= (?:all|every|while|and|are|is|in|left|with|unattended|crying|screaming|sat)|$| \|)",
        unless=TOPIC + "|" + r"\b(?:toys?|story|touching tribute)\b",
        past=True,
    ),
]

DANGER = [
    *_rules(
        "danger",
        r"(?:im|i am|am|were|we are|hes|shes|they are|she is|he is|life is|lives are|life in|is|my lifes|kids are|now) (?:in )?(?:immediate |real |serious |grave |terrible |so much |great |physical |mortal )*danger{END}|life (?:is )?in danger|in immediate danger|in danger (?:from|of being (?:killed|hurt|attacked|stabbed)|right|here|at|with|and)|(?:fear|fearing|fears|scared|frightened|terrified|afraid|feared) for (?:my|our|her|his|their) (?:own )?(?:life|lives|safety)|my life is at risk|not safe (?:where i am|right here|here tonight|tonight)",
        r"(?:hes|shes|he|she|theyve|they|someone|who|ex|man|partner|husband|boyfriend|son|lad|lads|neighbour|gang|bloke|hes got|my \w+) (?:\w+ ){0,3}?(?:got|has|have|had|carrying|holding|waving|pulled|pulling|picked up|brought|with|grabbed) (?:a |an |the |out a |his )?(?:\w+ )?(?:knife|gun|machete|weapon|axe|blade|hammer|baseball bat|bat|acid|petrol|screwdriver|sword|firearm|shotgun)(?! (?:skills|sharpening|crime|fingers|for (?:cricket|rounders|baseball)|club|shop|hire|set|and fork|bin|tester))(?! \w+ (?:skills|course))",
        r"(?:with|at) (?:a |an )?(?:knife|gun|knifepoint|gunpoint|machete) ?(?:to my (?:throat|head|neck)|point|at me)|(?:knife|gun) (?:to|at|against) (?:my|her|his|our) (?:throat|head|neck|face)|held (?:at|a) (?:knife|gun)",
        r"(?:door|outside|here|coming|came|me|us|him|her|threat\w*|chas\w*|waving|house|round|after me|street|standing) (?:\w+ ){0,3}?with (?:a |an |his |their )?(?:\w+ )?(?:knife|gun|hammer|machete|weapon|baseball bat|bat|axe|blade|screwdriver|bottle of acid|acid)(?! (?:and fork|skills))",
        r"(?:someones?|somebodys?|theres someone|theres a man|a man is|hes|theyre|intruders?|burglars?|stranger) (?:is )?(?:in|inside) (?:my|the|our|me) (?:house|flat|garden|home|bedroom|kitchen|room)(?! (?:group|club|show))(?= \||$| (?:right|and|i|now|with|trying|im|please|help|he|they))",
        r"(?:i )?(?:need|want|call|ring|get|send|phone|someone call|please call) (?:me |us )?(?:the )?police{END}",
        r"(?:trying|tried|tries|trys) to (?:break in(?! to)|break into my|break down|kick in|kick|get in(?:to)?|smash) (?:my |the |our |me )*(?:house|flat|door|front door|window|home|down the door|back door|windows)(?:{END}| (?:down|in))|(?:breaking|kicking|booting|bashing|banging|smashing|battering) (?:in |down |on )?(?:my|the|our|me) (?:front |back )?door (?:in|down|and (?:he|shouting|threatening|screaming)|right|trying|with)|someone (?:is |has )?(?:in (?:my|the|our) (?:house|garden|flat)|broken in|breaking in|got in){END}",
        r"(?:outside|waiting outside|stood outside|sat outside|at) my (?:house|door|flat|window|work)(?: \w+){0,3} (?:and (?:wont|hes|theyre|threatening|he wont|im scared|im terrified|shouting|he)|threatening|with a|screaming|shouting|he wont|trying)|(?:hes|theyre|he is|they are|ex is|ex) (?:here|outside|at the door|back|downstairs|in the house)(?: \w+){0,2} (?:and|hes|im scared|help|going to|trying|wont|threatening|i am)(?: \w+){0,3} (?:scared|terrified|hurt|kill|hiding|leave|threat\w+|knife|drunk|angry|kicking off|smash\w*)|im hiding (?:from|in the (?:bathroom|toilet|cupboard|bedroom)|upstairs)|hiding in (?:the|my) (?:bathroom|toilet|wardrobe|cupboard|bedroom) (?:from|because|and|he|hes)|locked (?:myself|ourselves) in the (?:bathroom|toilet|bedroom)(?! by accident| and (?:lost|the lock))",
        r"(?:been|was|got|being|just been|getting|someone|hes been|shes been|theyve) (?:\w+ )?(?:stabbed|shot at|shot{END}|kidnapped|attacked with|held (?:against|hostage)|abducted|acid attack\w*)(?! (?:in the (?:back|foot) by|at by|down|putting|of whisky|with a (?:pencil|pen|needle|fork|compass)))|(?:kidnapped|abducted|held (?:me|him|her) hostage|held against my will|wont let me go{END})|being held (?:against|captive|prisoner|hostage)",
        r"(?:threatened|threatening|threatens|threats|said|saying|going|coming|came|want|wants|trying|will|theyll|promised|hell|vowed) (?:that |theyll |hell |they will |they would |to |theyd |they were going |hes going )*(?:kneecap|break my legs|break his legs|break her legs|break our|smash my (?:legs|face|head|windows)|burn (?:my|our|the|her|his|me) (?:house|flat|home|out|car)|set fire to|(?:shoot|stab|slash|batter|do) (?:me|us|him|her|my (?:\w+))(?: in)?|do me in|do us in|put my windows|petrol bomb|torch (?:my|the|our)|throw acid)(?! (?:time|some hoops|for goal|a (?:video|film|scene|photo)|if i (?:forget|eat|am late|im late)|laughing))",
        r"(?:loan shark|loan sharks|dealer|dealers|gang|gangs|lender|drug dealer|drug dealers|traffickers|moneylender|gangster|gangsters) (?:\w+ ){0,4}?(?:threat\w*|after (?:me|us|him|my)|hurt|hurting|batter\w*|kill\w*|beat\w*|coming for|looking for (?:me|my|him)|outside|round (?:mine|here|tonight) with|taken over (?:my|his|her|the|mums) (?:flat|house|home)|holding|make me|making me|makes me|force\w*|wont leave)|(?:taken|took|taking) over (?:my|his|her|an old man s|nans|his mums) (?:flat|house|home)(?! (?:with (?:mould|boxes|clutter|toys)|repairs|insurance))|cuckoo(?:ed|ing)",
        r"(?:being|been|was|am|were|is|got) (?:trafficked|kept as a slave|forced to work|enslaved|sold for sex|made to work for (?:nothing|no money)|forced into (?:sex work|prostitution)|pimped)|modern slave\w*|(?:boss|employer|they|gangmaster|he|agent) (?:\w+ ){0,2}?(?:took|taken|has|keeps|kept|holding|holds) (?:my|our|her|his) passports?|(?:forced|forcing|force|forces|making|makes|made) (?:me |us |her |him )?(?:to |into )?(?:sell (?:sex|drugs|myself|my body)|prostitut\w+|work for (?:nothing|no pay)|carry drugs|deal drugs|beg for (?:him|them))|cant leave (?:because )?(?:my )?(?:boss|employer|they) (?:has|have|took|will)",
        r"(?:want|wants|going|urge|urges|feel like|thoughts? of|thinking of|thinking about|scared i|scared ill|afraid i|afraid ill|might|worried i|worried ill|voices \w+ me|plan|planning|keep thinking) (?:to |of |about |ill |i will |im going to |i might |i could |about |end up )*(?:hurt|hurting|harm|harming|kill|killing|stab|stabbing|murder|murdering|attack|attacking) (?:someone|people|somebody|others|other people|anyone|him{END}|them all|my (?:mum|dad|wife|husband|partner|boss|neighbour|ex|family|girlfriend|boyfriend|brother|sister))(?! (?:feelings|by (?:saying|asking)|time))",
        r"(?:not|isnt|stopped|cant|wont|has stopped|struggling to) breath(?:e|ing)(?! (?:easy|exercises?|class|very well with|properly with|well at))(?= (?:and|help|properly and|at all|hes|shes|anymore|my|his|her|call|what)| \||$)|(?:hes|shes|mum|dad|nan|he is|she is|wife|husband|son|daughter|baby|found (?:him|her|my \w+)|mate|friend|grandad) (?:is |has |was |been |had )?(?:unconscious|collapsed and|not responding|wont wake up{END}|passed out and wont|unresponsive|lying on the floor and (?:wont|not|isnt))|(?:bleeding|blood) (?:heavily|badly and|everywhere|that wont stop|and it wont stop|and wont stop|pouring|all over the)|(?:house|flat|kitchen|bedroom|curtains) is on fire|theres a fire in",
        r"(?:hes|he|theyre|they|ex|shes|someone is|husband is|partner is|dad is) (?:\w+ ){0,3}?(?:going to|coming to|on (?:his|her|the) way to|is going to|gonna|about to|trying to|wants to|will|said hed|said hell|threatening to) (?:\w+ ){0,2}?(?:kill|stab|shoot|murder|burn|attack) (?:me|us|my|him|her|someone)(?: \w+)?(?! (?:if i (?:forget|miss|am late|im late|dont|buy|spend|eat)|at (?:darts|chess)|laughing|when (?:she|he) sees))",
        r"call the police (?:for me|please|hes|he|hurry|quick|im)|please (?:send|get) (?:the )?police|send (?:the )?police|call 999|ring 999|need an ambulance|call an ambulance|silent call|help me (?:hes|shes|theyre|im (?:in danger|trapped|being|scared for)|he is|someone is)(?! (?:my|a lovely|getting older|with|autistic))(?: \w+){0,3} (?:hurt\w*|kill\w*|hit\w*|coming|trying|going|here|attack\w*|danger|trapped|followed)",
        unless=r"\b(?:film|novel|murder mystery|play|drama club|episode|video game|board game|laser|paintball|first aid course|course)\b",
    ),
]

DANGER += _rules(
    "danger",
    r"(?:im|i am|were|we are|shes|hes|they are|theyre|kids are|not|we|i) (?:not|isnt|arent|dont feel|dont think im|no longer) safe(?: here| there| at home| in (?:this|my|our) (?:house|flat|home|hostel)| tonight| anymore| where i| with (?:him|them|her)|{END})(?! (?:on (?:my|his|her) feet|on the (?:stairs|road)|to drive|with (?:money|the stairs|steps)|in the bath|crossing|walking|using|because of the (?:wiring|electrics|damp|stairs)))",
    negatable=False,
    unless=r"\b(?:stairs|steps|feet|wiring|electrics|damp|bath|driving|out at night|in the dark|after dark|walking|cycling|road|roads|mould|ladders?)\b",
)

RULES: tuple[Rule, ...] = (*DANGER, *SUICIDE, *CHILD, *ABUSE, *SELF_HARM)
