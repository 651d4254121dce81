"""Whether a text says anything: empty words stay empty in any combination.

All words are English. One that is not listed says something, so that other languages, names and technical
terms do.
"""

import re
from collections.abc import Iterable

from planls.document.words import folded, spoken

_NO_ANSWER = frozenset(("tbd", "tba", "tbc", "todo", "fixme", "n/a", "na", "n.a", "t.b.d", "xxx"))
_UNDECIDED = re.compile(
    r"(?:still )?(?:to be|not yet|yet to be) (?:decided|defined|determined|done|confirmed|filled in|written)"
    r"|undecided|coming soon|tbd\b(?:\W+\w+){0,3}|todo:.{0,80}"
)
_EDGE = "*_~`()[]<>.:;,! \t"
_WORTH = re.compile(
    r"(?:production|enterprise|industry|industrial|commercial)[ -]?"
    r"(?:grade|ready|readiness|level|quality|standards?|class|strength)|real[ -]world|proof[ -]of[ -]concept"
    r"|end[ -]to[ -]end"
)
_OVER = (
    r" (?P<what>(?:\w+ ){0,5}?(?P<head>\w+)) (?:(?:is|are|was|were|has been|have been|looks?|all|now) )*"
    r"(?P<perhaps>(?:(?:mostly|almost|nearly|basically|largely|hopefully|probably|more or less|pretty much"
    r"|kind of|sort of) |(?:should|ought to|will) (?:now |all )?be )*)"
    r"(?:(?P<over>done|completed?|finished|finali[sz]ed)|(?P<fine>ok|okay|fine|good|alright))"
    r"(?: now| so far| i think| i guess)? "
)
_NOT_DOING = frozenset(
    """mapping listing drawing recording building string setting spring landing painting finding heading
    briefing meeting thing nothing everything anything filing""".split()
)
_DOING = frozenset(
    """setup cleanup migration refactor integration implementation validation verification deployment rollout
    work installation investigation research preparation optimization optimisation step task""".split()
)
"""Doings whose name does not end as the others' do."""

_TELLING = frozenset(
    """test tests suite build ci lint linter linting pipeline check checks health healthcheck status ping
    types typecheck exit response""".split()
)
"""What says ok by itself."""

SHOWN = re.compile(r"[`\d\"“”]|!\[|\]\(|https?:|\[[^\[\]]{5,}\]")
"""What is more than words: code, a figure, a quotation, a picture, a link, a template's placeholder."""

_COUNTED = re.compile(
    r"\b(?:poc|steps?|phases?|version|v)[ -]?#?\d+[a-z]?(?:(?:, ?| ?- ?| to | and )\d+)*|100 ?%",
    re.IGNORECASE,
)
"""Figures that say no more than words."""

FILLERS = frozenset(
    """a an and are aren as at be because been being both but by can could do does doesn don each
    either for from had has have here how i if in into is isn it its just ll may me might more most
    must my no not now of off on one only or other our ours out over own per re s should since so
    such t than that the their them then there these they this those thus to too up us ve very via
    was we well were what when where which while who whole whose why will with within without won
    would you your all any anything every everything nothing some something really truly actually
    completely totally entirely fully simply basically absolutely definitely also already still yet
    always never again much many lot lots quite as-is etc""".split()
)
"""Words that say nothing anywhere."""

_DONE = frozenset(
    """done ok okay yes yep yeah sure fine good great nice perfect perfectly excellent amazing awesome
    success successful successfully succeed succeeds succeeded work works worked working complete
    completes completed completion finish finishes finished finalized ready expected intended
    planned desired required requirement requirements goal goals objective objectives achieved
    reached met satisfied fulfilled behaves green machine task tasks step steps
    outcome outcomes above below see described
    mentioned specified same implemented implement implements implementation functionality
    functional functioning feature features code coded written thing things stuff part parts correct
    correctly properly proper right smoothly tbd todo""".split()
)
"""Words for being done."""

_SUBJECTS = frozenset(
    """project poc pocs app application system program software solution product prototype demo tool
    service module component components""".split()
)
"""What any document is about."""

_PRAISE = frozenset(
    """quality high highest best better toy real serious robust solid clean professional proper modern
    practice practices standard standards mature polished usual day start beginning""".split()
)

OUTPUT = (
    FILLERS
    | _DONE
    | frozenset("output outputs deliverable deliverables result results file files needed necessary".split())
    | (frozenset("created updated changed modified added artifact artifacts artefact artefacts".split()))
)
"""Words that name no artefact."""

REASON = (
    FILLERS
    | _DONE
    | _SUBJECTS
    | _PRAISE
    | frozenset(
        """mock concept idea ideas approach hypothesis theory feasible feasibility possible possibility
        viable viability doable valid validate validates validated prove proves proved proven proof
        show shows demonstrate demonstrates value useful important necessary need needs needed want
        wanted chosen selected proposed point purpose reason core full technical technically mockup sound
        made make makes use uses used using follow follows following like else another someone us
        first polish polishing refinement refinements finishing touch touches tweak tweaks built build
        builds design designed architecture stack foundation codebase infrastructure principles highly
        scalable secure reliable stable maintainable flexible extensible powerful advanced innovative
        elegant efficient performant fast easy simple enterprise seamless seamlessly world class state
        art cutting edge future technology technologies""".split()
    )
)
"""Words that give no reason."""

MITIGATION = FILLERS | frozenset(
    """careful carefully careless caution cautious hope hopefully hoping luck lucky fingers crossed attention
    pay mindful aware see ok okay fine alright good great work works happen happens happened occur occurs far
    problem problems issue issues risk risks unlikely hardly rarely deal handle worry worries think best
    avoid bad cross bridge did get come comes""".split()
)
"""Words by which nothing is done about a risk."""

DEMONSTRATION = (
    FILLERS
    | _DONE
    | _SUBJECTS
    | _PRAISE
    | frozenset(
        """readable maintainable tidy documented documentation tested reviewed stable reliable scalable
        secure performant fast efficient easy simple simply happy satisfied confident proud team
        everyone everybody stakeholder stakeholders acceptance criteria criterion production grade
        expectation expectations concept idea proves proven proved shown demonstrate demonstrated
        demonstrates demonstration use used usable approved accepted accept issue issues problem
        problems bug bugs item items checklist ticked checked architecture structured organized
        organised designed built level successfully look looks like end world enterprise integrated
        together seamlessly new place performance meet meets closed user users customer customers
        client clients people business value industry proof""".split()
    )
)
"""Words that show nothing."""

CHECK = (
    FILLERS
    | _DONE
    | frozenset(
        """ability about accordingly acceptable app application appropriate appropriately around behaves
        behavior behaviour bit broken carefully change changes check checkboxes checked checking clean
        confirm confirmed confirming correctness ensure ensured ensuring examples eyeball few function
        functions go happens inspect inspection later lgtm local locally look looks manual manually needed
        none normal normally output outputs plausible play possible project quality reasonable result
        results review run running runs sign smoke solution system tba test tested testing thoroughly
        ticked try ui validate validation verification verified verify verifying visual visually""".split()
    )
) - {"above", "below", "one", "same"}
"""Words that say neither what to do to check something nor what must be seen then."""

_SHOWING = frozenset(
    """run runs running open opens click clicks shows show showing print prints printed return returns
    display displays displayed log logs logged message messages page pages screen browser url
    endpoint request requests response responds answer answers file files folder report reports
    table chart dashboard command commands terminal console exit exits status error errors test
    tests suite build builds pipeline job green red fail fails passes passing passed upload download
    email alert alerts two three four five six seven eight nine ten twice once sees seen second
    seconds minute minutes hour hours login row rows list lists""".split()
)
"""Words for what one can look at."""

_SHARE = 3
"""Fewer than one word of so many that is not empty does not yet make a demonstration."""


def is_blank(text: str) -> bool:
    """Whether a cell or value is left open: nothing, signs, TBD, "to be decided"."""
    plain = folded(text).strip(_EDGE).casefold()
    if not any(char.isalnum() for char in plain):
        return all(char in "-?/|" or char in _EDGE for char in plain)
    return plain in _NO_ANSWER or bool(_UNDECIDED.fullmatch(plain))


def says_nothing(text: str, empty: Iterable[str], *more: str) -> bool:
    """Whether all words of a text are empty or words of ``more``; code, figures and links say something."""
    if SHOWN.search(_plain(text)):
        return False
    known = {*empty, *(word for extra in more for word in spoken(extra).split())}
    return known.issuperset(_words(text))


def answers_nothing(text: str) -> bool:
    """Whether words about a risk say nothing of what is done: fillers and one empty word at least.

    A number says something: that of the step that deals with it.
    """
    plain = not any(map(str.isdigit, text)) and not is_blank(text)
    return plain and says_nothing(text, MITIGATION) and not says_nothing(text, FILLERS)


def is_only_over(text: str) -> bool:
    """Whether a text says of a doing that it is done, of anything that it is ok, or perhaps done."""
    plain = _plain(text)
    found = re.fullmatch(_OVER, spoken(plain))
    if not found or SHOWN.search(plain) or re.search(r"[,;:]|\.\s+\w", plain):
        return False
    head, what = found["head"], found["what"].split()
    doing = head in _DOING or (head.endswith("ing") and head not in _NOT_DOING)
    return bool(found["perhaps"]) or (doing if found["over"] else _TELLING.isdisjoint(what))


def shows_nothing(text: str) -> bool:
    """Whether a text about an end state has nothing to look at: nearly all of its words are empty ones."""
    if SHOWN.search(_plain(text)):
        return False
    words = [word for word in spoken(_plain(text)).split() if word not in FILLERS]
    strange = sum(word not in DEMONSTRATION for word in words)
    return (not strange or strange * _SHARE < len(words)) and _SHOWING.isdisjoint(words)


def _plain(text: str) -> str:
    """A text without the numbers of what it is about."""
    return _COUNTED.sub(" ", folded(text))


def _words(text: str) -> list[str]:
    """The comparable words, phrases such as "production-grade" aside."""
    return spoken(_WORTH.sub(" ", _plain(text).casefold())).split()
