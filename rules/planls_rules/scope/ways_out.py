"""What the rules about technologies have in common: how sure they are, and the ways out."""

from collections.abc import Iterator

from planls.document.blocks import List
from planls.document.frontedit import listed_in_front_matter
from planls.document.lines import Span, body, ending
from planls.rule import Edit, Finding, Fix, Related, Severity
from planls.scope.mentions import Mention
from planls.scope.scoped import Scoped
from planls.scope.sightings import Certainty
from planls.scope.technologies import ALLOW, WORDS
from planls.scope.tokens import key
from planls.scope.usage import MOST, Used

_BULLETS = ("-", "*", "+")


def said(used: Used) -> str:
    """The technology as a message names it, with what stands in the text where that is another word."""
    first = used.places[0]
    if first.package:
        return f"Package `{used.name}`"
    return f"“{used.name}”" if key(used.name) in key(first.text) else f"“{used.name}” (`{first.text}`)"


def found(scoped: Scoped, used: Used, message: str, related: tuple[Related, ...]) -> Finding:
    """The finding about a technology, where it stands first, with every way out.

    It is a hint where the technology is near to what is in scope, only supposed, or an ordinary word.
    """
    is_sure = used.is_sure and not used.verdict.hint
    return Finding(
        used.places[0].span,
        message,
        fix=_move(scoped, used) if is_sure else None,
        related=related,
        severity=None if is_sure else Severity.HINT,
        others=tuple(_fixes(scoped, used)),
        subject=used.name,
    )


def further(used: Used, message: str) -> tuple[Related, ...]:
    """The other places where it is used, the first of many."""
    return tuple(Related(mention.span, message) for mention in used.places[1:])


def _move(scoped: Scoped, used: Used) -> Fix | None:
    """The fix that moves the only line with a technology to the extras, where that is a list item."""
    places = used.places
    edits = _moved(scoped, places[0]) if len({mention.line for mention in places}) == 1 else ()
    return Fix("Move the line to the optional extras", edits, safe=False) if edits else None


def _fixes(scoped: Scoped, used: Used) -> Iterator[Fix]:
    """The other ways out, none of them safe either: which one is right is for the author to say."""
    document, name, places = scoped.reading.document, used.name, used.places
    word = places[0].text
    spoken = all(mention.certainty is not Certainty.STRUCTURAL for mention in places)
    other = scoped.technologies.licences.alternative(name)
    if other and spoken and len(places) < MOST:
        edits = tuple(Edit(mention.span, other) for mention in places)
        yield Fix(f"Replace “{word}” by “{other}”", edits, safe=False)
    if allowed := listed_in_front_matter(document, ALLOW, name):
        yield Fix(f"Allow “{name}” in this document", (Edit(*allowed),), safe=False)
    if spoken and (plain := listed_in_front_matter(document, WORDS, word)):
        yield Fix(f"“{word}” is no technology here", (Edit(*plain),), safe=False)


def _moved(scoped: Scoped, mention: Mention) -> tuple[Edit, ...]:
    """The edits that move a list item to the end of the optional extras; none where that cannot be done."""
    document, place = scoped.reading.document, scoped.technologies.extras_end
    item = _item(scoped, mention.line)
    if item is None or place is None:
        return ()
    first, last, column = item
    end = ending(document.line(first)) or "\n"
    lines = [f"- {body(document.line(first))[column:]}"]
    lines += [f"  {_dedented(body(document.line(at)), column)}" for at in range(first + 1, last)]
    at = len(body(document.line(place - 1)))
    gone = Edit(Span(first, 0, last, 0), "")
    return gone, Edit(Span(place - 1, at, place - 1, at), end + end.join(lines))


def _dedented(line: str, columns: int) -> str:
    """The line with at most so many blanks less at its beginning."""
    return line[min(columns, len(line) - len(line.lstrip(" "))) :]


def _item(scoped: Scoped, line: int) -> tuple[int, int, int] | None:
    """The first line of the bullet there, the one behind its last, and the column of its text.

    None outside a list of several bullets, and for one that is nested, or has others or a blank line in it:
    what belongs to a step stays there, and a list is not to be emptied.
    """
    document = scoped.reading.document
    index = document.section_at(line)
    for start, block in document.sections[index].placed:
        first = document.starts[index] + start
        if isinstance(block, List) and first <= line < first + block.height:
            return _bullet(block, first, line)
    return None


def _bullet(block: List, start: int, line: int) -> tuple[int, int, int] | None:
    at = max(n for n, item in enumerate(block.items) if item.line <= line - start)
    item, following = block.items[at], block.items[at + 1 : at + 2]
    last = following[0].line if following else block.height
    nested = following and following[0].depth > item.depth
    loose = any(not body(text).strip() for text in block.lines[item.line : last])
    if nested or loose or item.depth or item.marker not in _BULLETS or len(block.items) == 1:
        return None
    return start + item.line, start + last, item.text_column
