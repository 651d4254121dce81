"""A text without its markup, every character in its place."""

import re

_SIGNS = str.maketrans("，、；：（）–—−‐‑\u00a0*_`\\", ",,;:()----- " + " " * 4)  # noqa: RUF001  # as people write
_HIDDEN = re.compile(
    r"<!--(?:(?!-->).)*+(?:-->|$)|~~(?:(?!~~).)++~~|<(?:del|s)>[^<>]*+</(?:del|s)>|<[^<>]{1,200}>", re.DOTALL
)
_LINK = re.compile(r"\[(?P<text>[^\[\]]*+)\](?P<target>\([^()]*+\)|\[[^\[\]]*+\])")
_LABEL = re.compile(r"(?<=\S)\s+(?:\*\*|__)[^*_\d\n]{1,60}(?::(?:\*\*|__)|(?:\*\*|__)\s*:)")
_ASIDE = re.compile(r"\([^()]*+\)")
_FILE = re.compile(r"[\w-]\.md\b", re.IGNORECASE)
_LISTED = re.compile(r"\(\s*(?P<word>[^\W\d_]{2,20}\s{1,3}#?)?#?\d[\d\sa-z,&#-]{0,200}\)", re.IGNORECASE)


def unmarked(text: str) -> str:
    """The text without marks, hidden text, targets of links, parentheses and what another label says.

    Links to other documents become a word. Parentheses around a list of numbers are a colon.
    """
    if label := _LABEL.search(text):
        text = text[: label.start()] + " " * (len(text) - label.start())
    text = _HIDDEN.sub(_blank, text)
    text = _LINK.sub(_link, text)
    text = text.replace("&amp;", "&    ").translate(_SIGNS).replace("[", " ").replace("]", " ")
    return _ASIDE.sub(lambda match: _aside(text, match), text)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _link(match: re.Match[str]) -> str:
    """A link's text in its place; of one to another document a word."""
    if match["target"].startswith("(") and not match["target"].startswith("(#"):
        return "x" * len(match[0])
    return f" {match['text']} {' ' * len(match['target'])}"


def _aside(text: str, match: re.Match[str]) -> str:
    """Parentheses blanked, unless they alone say the number: ``the models (Step 1)``, ``all steps (1-3)``.

    Those around a document's name say whose a number is: ``Step 3 (old-plan.md)``.
    """
    before = re.split(r"[,;\n]|\b(?:and|or)\b", text[max(match.start() - 200, 0) : match.start()])[-1]
    if _FILE.search(match[0]):
        return " of x".ljust(len(match[0]))
    listed = _LISTED.fullmatch(match[0])
    if not listed or re.search(r"\d", before) or not before.strip():
        return (
            match[0].replace("(", " ").replace(")", " ") if listed and not before.strip() else _blank(match)
        )
    if listed["word"]:
        return f":{match[0][1:-1]} "
    return f" {match[0][1:-1]} "
