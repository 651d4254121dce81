"""Shell text, as far as one must read it to say what can fail in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<comment>(?<![^\s;(&|])#[^\n]*+)"
    r"|(?P<joined>\\\n)"
    r"|(?P<end>&&|\|\||\|&|[|;\n]|(?<![>&<])&(?![>&\d-]))"
    r"|(?P<quoted>'[^']*+'|\"(?:[^\"\\]|\\.)*+\"|\\.)",
    re.DOTALL,
)
_PROMPT = re.compile(
    r"\s*(?:[\w.~/-]{0,40}@[\w.:~/ -]{0,60})?(?:[$\u276f\u279c%]|PS[^>\n]{0,80}>|[A-Z]:\\[^>\n]{0,80}>)\s+"
)
_LEAD = re.compile(
    r"(?:then|do|else|if|elif|while|until|!|\{|time|timeout(?:\s+-\S+)*\s+\d\S*|sudo|command|env"
    r"|[A-Za-z_]\w*\+?=\S*)\s+|\(\s*"
)
_ASSIGNED = re.compile(r"[A-Za-z_]\w*\+?=(?:'[^']*'|\"[^\"]*\"|\S*)$")
_REQUIRED = re.compile(r"\$\{\w+:?\?")
"""A variable without which the shell stops."""

_INNER = re.compile(r"\$\(([^()]*)\)|`([^`]*)`")
_NEVER = frozenset(
    """
    : true echo printf exit sleep cd pushd popd clear cls set unset export alias wait read shopt umask break
    continue return fi done esac for case then do else function write-host write-output start-sleep
    set-location rem @echo title ... … } ) { ( ;; pause timeout
    """.split()
)
"""Commands and words of the shell that do not fail, whatever the state of the work."""

_SHOWS = frozenset(
    "pwd date whoami hostname uname uptime ls dir tree env printenv history get-location".split()
)
"""Commands that show something without a doubt about it: a proof for those who know what they must see."""

_SUCCEEDS = r"(?:/(?:usr/)?bin/)?true|:|exit 0"
_PRINTS = (
    r"(?:console\.log|print(?:ln!?|f)?|puts|fmt\.Print\w*|System\.out\.print\w*)\s*\(?\s*"
    r"(?P<quote>[\"'`])[^\"'`${}\\]*(?P=quote)\s*\)?\s*;?"
)
"""A call that prints what stands there anyway, in any language."""


@dataclass(frozen=True, slots=True)
class Command:
    """A simple command: its text, the 0-based line it starts on, what joins it to the one before it.

    ``noted``: a comment stands behind it in its line.
    """

    text: str
    line: int
    joined: str
    noted: bool

    @property
    def fails(self) -> bool:
        """Whether it may fail."""
        return not self.shows and not _is_idle(self.text)

    @property
    def shows(self) -> bool:
        """Whether it cannot fail and yet shows something that was not known before."""
        word, _, rest = _led(self.text).partition(" ")
        if word in ("echo", "printf", "write-host", "write-output"):
            return "$" in rest and "'" not in rest[:1] and ">" not in rest and not _fails_inside(self.text)
        return word.lower() in _SHOWS and not any(
            not part.startswith(("-", ">", "2>")) for part in rest.split()
        )

    @property
    def succeeds(self) -> bool:
        """Whether it is there to succeed: ``true``."""
        return bool(re.fullmatch(_SUCCEEDS, self.text.rstrip(" )")))


def commands(lines: Sequence[str]) -> list[Command]:
    """The simple commands of shell text; of a session with prompts, what was typed."""
    return list(_commands("\n".join(_typed(lines))))


def has_output(lines: Sequence[str]) -> bool:
    """Whether a session with prompts shows what the commands print."""
    prompts = [bool(_PROMPT.match(line)) for line in lines if line.strip()]
    return any(prompts) and not all(prompts)


def _typed(lines: Sequence[str]) -> list[str]:
    """The lines with prompts, without those, in their places; all lines where none has a prompt."""
    prompts = [_PROMPT.match(line) for line in lines]
    if not any(prompts):
        return list(lines)
    return [line[found.end() :] if found else "" for line, found in zip(lines, prompts, strict=True)]


def _commands(text: str) -> Iterator[Command]:
    found: list[tuple[str, int, int, str]] = []
    noted: set[int] = set()
    pieces: list[str] = []
    joined, at, line, start = "", 0, 0, 0
    for match in _TOKEN.finditer(f"{text}\n"):
        piece = text[at : match.start()] + (match["quoted"] or "")
        if piece.strip():
            start = start if pieces else line
            pieces.append(piece)
        elif pieces:
            pieces.append(" ")
        at = match.end()
        if match["comment"]:
            noted.add(line)
        if sign := match["end"]:
            found += [(" ".join("".join(pieces).split()), start, line, joined)] if pieces else []
            pieces, joined = [], "" if sign in ";\n&" else sign
        line += match[0].count("\n")
    for said, first, last, sign in found:
        yield Command(said, first, sign, last in noted)


def _led(text: str) -> str:
    """A command without the words of the shell and the variables in front of it."""
    at = 0
    while match := _LEAD.match(text, at):
        at = match.end()
    return text[at:]


def _is_idle(text: str) -> bool:
    """Whether a command cannot fail."""
    text = text.strip()
    text = text if _ASSIGNED.fullmatch(text) else _led(text)
    word = text.partition(" ")[0].rstrip(")")
    plain = not text or word.lower() in _NEVER or _ASSIGNED.fullmatch(text) or re.fullmatch(_PRINTS, text)
    return bool(plain) and not _fails_inside(text)


def _fails_inside(text: str) -> bool:
    """Whether a command whose output stands in another one may fail, or a variable be lacking."""
    inner = _INNER.findall(text)
    return bool(_REQUIRED.search(text)) or any(not _is_idle(one or two) for one, two in inner)
