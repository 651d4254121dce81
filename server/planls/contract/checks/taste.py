"""Whether a verification in words leaves nothing to see: it is a matter of taste, a wish, a look around.

All words are English; of another language nothing is said. What is not known counts as something to see.
"""

import re
from collections.abc import Iterable

from planls.contract.checks.prose import outside_code
from planls.document.words import spoken

# Patterns are compiled when they are needed: few verifications are words alone.
_ENGLISH = r"\b(?:the|and|that|if|whether|should|with|when|from|are|our|your|it|they)\b"
_OPEN = r"[\d\"“”«»|]|://|!\["
"""A figure, a quotation, an address, a picture, a table: more than words."""

_ITEM = r"^\s*(?:>\s*)?(?:[-*+]|\d{1,3}[.)])\s+(?:\[.\]\s+)?"
_BREAK = r"[.;:!?]+(?:\s|$)"
_CLAUSE = r",|\b(?:and|but|then)\b"
_MADE_OF_IT = "¤"
"""Stands where a verdict or a wish stood."""

_SLIGHTLY = (
    r"(?:(?:still|all|also|really|very|pretty|quite|reasonably|mostly|just|generally|roughly|kind of|sort of"
    r"|more or less|basically|totally|perfectly|visually|overall|now|again|so far) ){0,3}"
)
_FINE = (
    r"(?:right(?! (?:of|aligned|next|after|before|away|below|above|under|there|hand|side))|ok|okay|good|fine"
    r"|great|nice|nicely|well(?! \w+ed\b)|correct|correctly|properly|relevant|reasonable|plausible|sensible"
    r"|sane|acceptable|natural|smooth|smoothly|intuitive|appropriate|accurate|normal|normally|alright|decent"
    r"|convincing|promising|meaningful|useful|helpful|usable|stable|robust|solid|believable|satisfactory"
    r"|understandable|reliably"
    r"|in order|fast enough|as (?:expected|intended|planned|desired|it should|they should)"
    r"|like (?:it|they) should)(?![\w-])"
)
_LOOKING = r"(?:looks?|looking|feels?|feeling|seems?|sounds?|appears?)"
_VERDICT = (
    rf"(?:{_LOOKING}|behaves?|works?|working|functions?|runs?|performs?|is|are|be) {_SLIGHTLY}{_FINE}"
    rf"|{_LOOKING} {_SLIGHTLY}(?:clean|clear|consistent|readable|tidy|neat|pretty|professional"
    r"|polished|fast|responsive)\b"
    r"|makes? sense\b|(?:is|are) (?:\w+ )?(?:happy|satisfied|pleased|convinced|comfortable|confident)\b"
    r"|nothing (?:looks?|seems?|feels?|is) (?:off|odd|wrong|weird|strange|broken|unusual)\b"
    r"|(?:sees? )?(?:what (?:he|she|they|you) thinks?|what happens|how it (?:goes|looks|feels|behaves))\b"
    r"|no (?:\w+ )?(?:problems?|issues?|bugs?|regressions?|surprises?)\b"
)
_MEETS = (
    r"(?:match(?:es)?|follows?|meets?|fits?|conforms? to|compl(?:y|ies) with|adheres? to|satisf(?:y|ies)"
    r"|respects?|is in line with|are in line with|lives? up to)(?: (?!no\b)[\w'’-]+){0,3}?"
    r" (?:conventions?|expectations?|standards?|guidelines?|requirements|needs|practices|quality)\b"
)
_WISH = (
    r"(?:should|must|shall|will|ought to|needs? to|ha(?:s|ve) to)"
    r"(?: (?:not|never|no longer|always|still|now|just|all|also|simply|hopefully)){0,2} (?:be (?:there|up"
    r"|in place|possible|impossible|prevented|avoided|handled|supported|guaranteed|faster|quicker|better"
    r"|smoother|easier)|survive|handle|cope|scale|tolerate|withstand|support|happen|occur|work|function|behave)\b"
)
_WHEN = (
    r"(?:\s+(?:even )?(?:when|after|once|while|until|as soon as)\b[^.,;:!?]*?(?=\s(?:and|but)\b|[.,;:!?]|$))?"
)
"""The circumstances of a verdict, which are no more to see than it is."""

_NEEDLESS = (
    r"(?i)\bno (?:(?:separate|further|extra|additional|special|own) )*"
    r"(?:run|tests?|testing|checks?|verification) (?:\w+ )?(?:is|are|was|seems?) (?:\w+ )?"
    r"(?:needed|necessary|required|planned)\b"
)
"""That there is none; who has looked at it instead proves no more."""
_ELSEWHERE = frozenset(("ci", "suite", "pipeline", "build", "workflow"))
"""What may prove it without being run by hand."""

_NOTHING_SAID = rf"(?i)\b(?:{_VERDICT}|{_MEETS}|{_WISH}){_WHEN}"
_WORKS = rf"(?i)\b(?:works?|(?:is|are) working|behaves?)\b{_WHEN}"
"""What a check of it does not make any clearer."""

_CHECKING = (
    r"(?i)\b(?:checks?|verif(?:y|ies)|ensures?|makes? sure|confirms?|sees?|tests?|validates?|asks?|decides?"
    r"|judges?)\b"
)
_OF_IT = r"(?i)\b(?:that|if|whether|it|they|all|everything|the|our|your|nothing|how)\b"
_ACTION = (
    r"(?i)(?:please|first|finally|next|now|manually|quickly|just)?\s*(?:open|visit|go|click|browse|navigate"
    r"|start|launch|log|sign|upload|press|send|submit|type|enter|look|run|call|restart|reload|refresh|stop"
    r"|kill|post|push|scan|plug|unplug|compare|query|inspect|check|review|ask|try|play|turn|switch|put|take|use"
    r"|walk|test|create|add|make|deploy|install|connect|disconnect|wait|let|have|change|edit|delete|remove"
    r"|drag|drop|pick|choose|select|fill|read|view|watch|explore|skim"
    r"|eyeball|examine|poke|(?:take|have) a (?:\w+ )?look)\b"
)
_LOOK = (
    r"(?i)(?:please|first|finally|next|now|manually|quickly|just)?\s*(?:look|try|play|browse|explore|visit"
    r"|open|inspect|view|skim|eyeball|examine|poke|walk|click|(?:take|have) a (?:\w+ )?look)\b"
)
_TOLD = r"(?i)\b(?:that|if|whether|how|for(?! (?:a|some) )|against|note|until)\b"
"""A look with a purpose."""

_SEEN = frozenset(
    """
    seen shown shows showing appear appeared appears disappear disappears disappeared vanishes vanished
    display displayed displays prints printed returns returned respond responds responded answered
    visible hidden listed contain contains contained include includes expect expects expected green red
    amber yellow orange blue gray grey black white bold exit exits fail fails failed succeed succeeds
    succeeded pass passes passed passing error errors warning warnings exception exceptions renders
    rendered loads loaded match matches equal equals identical same differ differs unchanged
    logged lights blink blinks beep beeps rings receive receives received arrive arrives arrived lands
    become becomes turns gone missing empty blank locked reject rejects rejected refuse refuses refused
    deny denies denied accept accepts accepted block blocks blocked redirect redirects redirected
    forbidden approve approves approved approval signs signed merged say says tells find finds
    found gets hear hears note notes count counts total sum status health healthy healthcheck checksum
    checksums hash hashes version screenshot opens closes moves jumps stops starts stays remains keeps
    goes restore restores restored plays changed update updates updated two three four five six seven
    eight nine ten twelve twice zero half none exactly within longer shorter higher lower larger smaller
    nobody nothing suite build builds pipeline ci lint linter linting workflow job
    """.split()
)
"""Words for what one can see, hear or count, and for what may fail by itself."""

_SEEN_SO = (
    r"(?i)\b(?:names (?:the|a|an|both|each)|sees?(?! (?:if|whether|that|how|what|above|below))"
    r"|show(?= (?:the|a|an|no|up)\b)"
    r"|answers?(?= (?:with|in|to|within|on)\b)|lists?(?= (?:the|all|each|every|both|a|an|no)\b)"
    r"|logs?(?= (?:the|a|an|one|no)\b)|sign-?off|signs? off|changes (?:to|from)|at (?:least|most)"
    r"|(?:more|fewer|less) than|(?:comes?|brings?|is|are|puts?) (?:\w+ ){0,3}back|under (?:a|an)"
    r"|no(?! one\b)|(?:is|are|be) different"
    r"|without(?! (?:any )?(?:problems?|issues?|trouble|glitch|bugs?|hiccup))|still (?:there|has)"
    r"|(?:all|the|unit|existing|integration|our|new|e2e|regression|its|these|those) tests"
    r"|tests (?:pass|are|run|stay))\b"
    r"|\bby (?!(?:look|click|try|test|play|runn|us|check|brows|open|inspect|review|do)ing\b)\w+ing"
    r" (?:the|a|an|one|it)\b"
    r"|\bthat (?:the|a|an|each|every|its|their|one|another) (?:[\w-]+ ){1,3}[a-z]{3,}s"
    r" (?:to|into|the|a|an|its|their|again|up|down|out|off|away)\b"
)
"""What several words together say of it."""

_STATE = (
    r"(?i)\b(?:is|are) (?!(?:happen|go|look|work|feel|perform|behav|expect|need|requir|intend|satisf|pleas"
    r"|polish|implement|finish|complet|improv|test)\w*)(?:\w+(?:ed|ing|wn)|kept|sent|built|met)\b"
)
"""What something is in or does, beside a verdict: ``is running``, ``are kept``."""


def is_to_taste(lines: Iterable[str]) -> bool:
    """Whether a verification in words, its code spans aside, leaves it to the reader if it has passed."""
    plain = " ".join(" ".join(outside_code(re.sub(_ITEM, ". ", line)) for line in lines).split())
    if re.search(_OPEN, plain) or not re.search(_ENGLISH, plain, re.IGNORECASE):
        return False
    if re.search(_NEEDLESS, plain):
        return _ELSEWHERE.isdisjoint(spoken(plain).split())
    said = {_kind(sentence) for sentence in re.split(_BREAK, plain) if _has_words(sentence)}
    return said <= {"verdict", "look"} or ("verdict" in said and "more" not in said)


def _kind(sentence: str) -> str:
    """``verdict`` of taste or wish, ``look`` around, ``action``; ``more``: there is something to see."""
    rest = re.sub(_NOTHING_SAID, _MADE_OF_IT, sentence)
    check = re.search(_CHECKING, sentence)
    checked = bool(check and re.search(_OF_IT, sentence[check.end() :]))
    rest = re.sub(_WORKS, _MADE_OF_IT, rest) if checked else rest
    if not _SEEN.isdisjoint(spoken(rest).split()) or re.search(_SEEN_SO, rest):
        return "more"
    clauses = [clause for clause in map(str.strip, re.split(_CLAUSE, rest)) if _has_words(clause)]
    if any(_MADE_OF_IT not in clause and re.search(_STATE, clause) for clause in clauses):
        return "more"
    if _MADE_OF_IT in rest:
        idle = checked or all(_MADE_OF_IT in clause or re.match(_ACTION, clause) for clause in clauses)
        return "verdict" if idle else "more"
    if re.search(_TOLD, rest) or not all(re.match(_ACTION, clause) for clause in clauses):
        return "more"
    return "look" if all(re.match(_LOOK, clause) for clause in clauses) else "action"


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))
