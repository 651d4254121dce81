"""How languages other than Python forget errors, and what may fail without harm."""

import re
from collections.abc import Iterator

from planls.contract.evidence.scripts import Script

_CATCH = re.compile(r"\bcatch[ \t]*(?:\((?P<what>[^(){}\n]{0,120})\)[ \t]*)?\{\s*\}")
_EMPTY = (
    r"(?:\[\]|\{\}|''|\"\"|0|array\(\)|(?:List|Set|Map)\.of\(\)"
    r"|(?:Collections\.)?(?:empty(?:List|Map|Set)|(?:list|map|set)Of|(?:mutableL|arrayL|l)istOf)\(\)"
    r"|new[ \t]+(?:Array|Linked)?(?:List|HashMap|HashSet)<[\w<>, ]{0,40}>\(\))"
)
"""What says that there is nothing."""
_EMPTIED = re.compile(
    r"\bcatch[ \t]*(?:\([ \t]*\w+(?:[ \t]*:[ \t]*(?:any|unknown))?[ \t]*\)[ \t]*)?"
    rf"\{{\s*return[ \t]+(?P<value>{_EMPTY})[ \t]*;?\s*\}}"
)
_REMOTE = re.compile(
    r"\bawait\b[^\n]{0,80}?(?:\b(?:fetch|axios|got|ky)\b|\.(?:query|execute|find\w+|select|get|post|request|send|invoke"
    r"|list\w{0,40}|search|from|create|complete)\()"
)
"""What asks a service or a database: where it fails, there may well be something."""
_BROAD = re.compile(
    r"\bcatch[ \t]*\((?:final[ \t]+)?(?:\w+[ \t]*:[ \t]*)?\\?(?:[\w.]{1,40}[.\\])?(?:Throwable|Exception)\b"
    rf"[ \t]*(?:\$?\w+[ \t]*)?\)[ \t]*\{{\s*return(?:[ \t]+(?:null|{_EMPTY}))?[ \t]*;?\s*\}}"
)
_READS = re.compile(
    r"(?:^|[^a-z])(?:parse\w*|\w*decode|deserialize|unserialize|fromJson|fromString|readValue|valueOf|createFromFormat"
    r"|new[ \t]+\\?(?:DateTime\w{0,9}|Date|Uri|RegExp|BigDecimal)|(?-i:UR[IL]))(?:<[^<>()\n]{0,60}>)?\(",
    re.IGNORECASE,
)
"""What makes a value of a text, there is none if it does not."""
_CHAINED = re.compile(
    r"\.catch\([ \t]*(?:(?:\(\w*\)|\w+)[ \t]*=>[ \t]*(?:\{\s*\}|undefined|void 0)"
    r"|function[ \t]*\(\w*\)[ \t]*\{\s*\}|(?:_\.)?noop)[ \t]*\)"
)
_GO = re.compile(
    r"\bif\b[^\n{}]{0,200}\berr[ \t]*!=[ \t]*nil[ \t]*\{\s*\}|^[ \t]*_[ \t]*=[ \t]*err\b", re.MULTILINE
)
_BLANK = re.compile(
    r"^[ \t]*\w[\w, \t]{0,60},[ \t]*_[ \t]*:?=[ \t]*[\w.()]{0,60}\b(?:Decode|Dial|Do|Open"
    r"|http\.(?:Get|Post)|(?:Query|Exec)(?:Context)?|os\.(?:Create|ReadFile))\(",
    re.MULTILINE,
)
_DROPPED = re.compile(
    r"^[ \t]*_[ \t]*=[ \t]*(?:\w{1,40}\.){0,4}(?i:save|insert|create|update|upsert|store|persist|build"
    r"|generate|import|export|upload|deliver|charge|enqueue|migrate|commit)(?:[A-Z]\w{0,40})?(?=\()",
    re.MULTILINE,
)
"""In Go: what is there for what it does, and says only whether it did."""
_RUST = re.compile(r"\bErr\(_\w*\)[ \t]*=>[ \t]*(?:\{\s*\}|\(\))")
_RUBY = re.compile(
    r"^[ \t]*rescue(?:[ \t]+StandardError)?(?:[ \t]*=>[ \t]*\w+)?[ \t]*\n\s*(?:nil\s*)?end\b", re.MULTILINE
)
_KOTLIN = re.compile(
    r"^(?P<indent>[ \t]*)runCatching[ \t]*\{[^\n{}]{0,200}\}(?:\.getOrNull\(\))?[ \t]*(?=\n(?P=indent)\w)",
    re.MULTILINE,
)
"""What was tried is no value of anything: another statement follows."""
_BASIC = re.compile(r"\bon[ \t]+error[ \t]+resume[ \t]+next\b", re.IGNORECASE)
FORGOTTEN = "an error is caught and forgotten"
_BRACES = (
    (_CATCH, "try", FORGOTTEN),
    (_CHAINED, "", FORGOTTEN),
    (_GO, "", "an error is looked at and forgotten"),
    (_BLANK, "", "an error is thrown away"),
    (_RUST, "match", "an error is matched and forgotten"),
    (_KOTLIN, "", FORGOTTEN),
    (_RUBY, "begin", "an error is rescued and forgotten"),
    (_BASIC, "", "errors are passed over"),
)
"""How languages other than Python forget errors, what what is tried begins with, and how that is said."""

_TOLERATED = re.compile(
    r"(?:^|[^A-Za-z])(?:abort(?:ed)?|analytics|cache|cached|cancel\w*|clean_?up|clipboard|close|closed|del|delete"
    r"|destroy|disconnect|dispose|flush|kill|localStorage|log|logger|metrics?|mkdir|play|prefetch|quit|redis"
    r"|register|release|remove|rm|rmtree|rollback|sessionStorage|shutdown|stop|telemetry|terminate|track|try_\w+"
    r"|unlink|unlock|unsubscribe|vibrate)(?![A-Za-z])"
    r"|\.end\(|(?:Interrupted|OperationCancell?ed|TaskCancell?ed|Cancellation|NotFound|NoSuch\w+|AlreadyExists"
    r"|NumberFormat)(?:Exception|Error)|\bAbortError\b",
    re.IGNORECASE,
)
"""What may fail without harm: cleaning up, what is for comfort, speed or statistics, what is expected."""

_SAYS = re.compile(
    r"^[ \t]*(?:(?:[\w$]{1,40}(?:\.|->|::)){0,3}(?:log|logger|logging|slog|console)(?:\.|->|::)\w+"
    r"|print|println|puts)\([^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ACTS = re.compile(
    r"\bawait\b|^[ \t]*(?!(?:if|for|while|switch|catch|return)\b)[\w$][\w.$>:-]{0,80}\(", re.MULTILINE
)
"""What is done for itself: not to have its value."""
_ASKS = re.compile(r"\b(?:exec\w*|spawn\w*|query|raw|system|sh|run\w*|command)\b|\$`")
_DELETES = re.compile(r"['\"]DELETE['\"]")
"""What is told in a string what to do."""

NEAR = 300
"""Characters around an error that are looked at."""


def forgotten(script: Script) -> Iterator[tuple[re.Match[str], str]]:
    """The places at which a program forgets errors, in the ways of many languages, and how that is said."""
    for pattern, head, said in _BRACES:
        for match in pattern.finditer(script.code):
            if not _is_harmless(script, match, head):
                yield match, said
    yield from _answered(script)
    if script.language == "go":
        for match in _DROPPED.finditer(script.code):
            if not _is_harmless(script, match, ""):
                yield match, "an error is thrown away"


def is_tolerated(code: str) -> bool:
    """Whether what is tried there is no loss."""
    return bool(_TOLERATED.search(code))


def says(line: str) -> bool:
    """Whether a line only logs something."""
    return bool(_SAYS.match(line))


def _answered(script: Script) -> Iterator[tuple[re.Match[str], str]]:
    """Where all that may fail is answered with nothing, as if there were none."""
    for match in _BROAD.finditer(script.code):
        tried, _ = _region(script, match, "try")
        if not _is_harmless(script, match, "try") and not _READS.search(tried):
            yield match, FORGOTTEN
    for match in _EMPTIED.finditer(script.code):
        tried, _ = _region(script, match, "try")
        if _REMOTE.search(tried) and not _is_harmless(script, match, "try"):
            yield match, f"an error is answered with `{match['value']}`"


def _is_harmless(script: Script, match: re.Match[str], head: str) -> bool:
    """Whether what failed is no loss; what is logged beside it counts only if there is nothing else."""
    code, said = _region(script, match, head)
    if _ACTS.search(_SAYS.sub("", code)):
        code, said = _SAYS.sub("", code), _SAYS.sub("", said)
    return is_tolerated(code) or bool(_DELETES.search(said) or (_ASKS.search(code) and is_tolerated(said)))


def _region(script: Script, match: re.Match[str], head: str) -> tuple[str, str]:
    """What was tried, from the word on that it begins with, else from its line's start; with its strings."""
    far = max(match.start() - NEAR, 0)
    begin = script.said.rfind(head, far, match.start()) if head else -1
    if begin < 0:
        begin = max(script.said.rfind("\n", far, match.start()), far)
    return script.code[begin : match.end()], script.said[begin : match.end()]
