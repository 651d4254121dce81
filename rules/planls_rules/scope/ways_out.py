"""What the rules about technologies have in common: how sure they are, and the ways out."""

from collections.abc import Iterator

from planls.document.blocks import List
from planls.document.frontedit import listed_in_front_matter
from planls.document.lines import Span, body, ending
from planls.rule import Edit, Fix, Severity
from planls.scope.asides import Tone
from planls.scope.mentions import Mention
from planls.scope.scoped import ALLOW, WORDS, Scoped, Used
from planls.scope.sightings import Certainty
from planls.scope.tokens import key


def span(mention: Mention) -> Span:
    """Where a mention stands."""
    return Span(mention.line, mention.column, mention.line, mention.column + len(mention.text))


def said(used: Used) -> str:
    """The technology as a message names it, with what stands in the text where that is another word."""
    text = used.core[0].text
    if used.core[0].package:
        return f"Package `{used.name}`"
    return f"“{used.name}”" if key(used.name) in key(text) else f"“{used.name}” (`{text}`)"


def severity(scoped: Scoped, used: Used) -> Severity | None:
    """A hint where it is near to what is in scope, only supposed, or its name is an ordinary word."""
    meant = [mention for mention in used.core if scoped.tone(mention) is Tone.USED]
    sure = any(mention.certainty > Certainty.ORDINARY for mention in meant)
    return Severity.HINT if used.verdict.hint or not sure else None


def moved(scoped: Scoped, used: Used) -> Fix | None:
    """The fix that moves the only line with a technology to the extras, where that is a list item."""
    edits = _moved(scoped, used.core[0]) if len({mention.line for mention in used.core}) == 1 else ()
    return Fix("Move the line to the optional extras", edits, safe=False) if edits else None


def fixes(scoped: Scoped, used: Used) -> tuple[Fix, ...]:
    """The other ways out, none of them safe either: which one is right is for the author to say."""
    return tuple(_fixes(scoped, used))


def _fixes(scoped: Scoped, used: Used) -> Iterator[Fix]:
    document, name = scoped.reading.document, used.name
    spoken = all(mention.certainty is not Certainty.STRUCTURAL for mention in used.core)
    other = scoped.licences.alternative(name)
    if other and spoken:
        edits = tuple(Edit(span(mention), other) for mention in used.core)
        yield Fix(f"Replace “{used.core[0].text}” by “{other}”", edits, safe=False)
    if allowed := listed_in_front_matter(document, ALLOW, name):
        yield Fix(f"Allow “{name}” in this document", (Edit(*allowed),), safe=False)
    if spoken and (word := listed_in_front_matter(document, WORDS, used.core[0].text)):
        yield Fix(f"“{used.core[0].text}” is no technology here", (Edit(*word),), safe=False)


def _moved(scoped: Scoped, mention: Mention) -> tuple[Edit, ...]:
    """The edits that move a list item to the end of the optional extras; none where that cannot be done."""
    document, place = scoped.reading.document, scoped.extras_end
    item = _item(scoped, mention.line)
    if item is None or place is None:
        return ()
    first, last, column = item
    lines = [
        body(document.line(first))[column:],
        *(body(document.line(at)).lstrip() for at in range(first + 1, last)),
    ]
    end = ending(document.line(first)) or "\n"
    above = document.line(place - 1)
    text = end.join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])])
    column = len(body(above))
    return Edit(Span(first, 0, last, 0), ""), Edit(Span(place - 1, column, place - 1, column), f"{end}{text}")


def _item(scoped: Scoped, line: int) -> tuple[int, int, int] | None:
    """The first line of the list item there, the one behind its last, and the column of its text.

    None outside a list, and for an item that has others or a blank line in it.
    """
    document = scoped.reading.document
    for start, block in document.blocks:
        if isinstance(block, List) and start <= line < start + block.height:
            at = max(n for n, item in enumerate(block.items) if item.line <= line - start)
            item = block.items[at]
            last = block.items[at + 1].line if at + 1 < len(block.items) else block.height
            nested = at + 1 < len(block.items) and block.items[at + 1].depth > item.depth
            loose = any(not body(text).strip() for text in block.lines[item.line : last])
            return None if nested or loose else (start + item.line, start + last, item.text_column)
    return None
