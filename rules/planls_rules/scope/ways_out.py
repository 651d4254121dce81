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
    return f"“{used.name}”" if key(text) == key(used.name) else f"“{used.name}” (`{text}`)"


def severity(scoped: Scoped, used: Used) -> Severity | None:
    """A hint where it is near to what is in scope, only supposed, or its name is an ordinary word."""
    meant = [mention for mention in used.core if scoped.tone(mention) is Tone.USED]
    sure = any(mention.certainty > Certainty.ORDINARY for mention in meant)
    return Severity.HINT if used.verdict.hint or not sure else None


def fixes(scoped: Scoped, used: Used) -> tuple[Fix, ...]:
    """The ways out, none of them safe: which one is right is for the author to say."""
    return tuple(_fixes(scoped, used))


def _fixes(scoped: Scoped, used: Used) -> Iterator[Fix]:
    document, name = scoped.reading.document, used.name
    spoken = all(mention.certainty is not Certainty.STRUCTURAL for mention in used.core)
    other = scoped.licences.alternative(name)
    if other and spoken:
        edits = tuple(Edit(span(mention), other) for mention in used.core)
        yield Fix(f"Replace “{used.core[0].text}” by “{other}”", edits, safe=False)
    if len(used.core) == 1 and (moved := _moved(scoped, used.core[0])):
        yield Fix("Move the line to the optional extras", moved, safe=False)
    if allowed := listed_in_front_matter(document, ALLOW, name):
        yield Fix(f"Allow “{name}” in this document", (Edit(*allowed),), safe=False)
    if spoken and (word := listed_in_front_matter(document, WORDS, used.core[0].text)):
        yield Fix(f"“{used.core[0].text}” is no technology here", (Edit(*word),), safe=False)


def _moved(scoped: Scoped, mention: Mention) -> tuple[Edit, ...]:
    """The edits that move a list item to the end of the optional extras; none where that cannot be done."""
    document = scoped.reading.document
    item = _item(scoped, mention.line)
    place = scoped.extras_end
    if item is None or place is None:
        return ()
    first, last = item
    lines = [body(line).lstrip() for line in document.lines[first:last]]
    end = ending(document.line(first)) or "\n"
    above = document.line(place - 1)
    lead = "" if ending(above) else end
    text = lead + "".join(f"{line}{end}" for line in ("- " + lines[0].lstrip("-*+ "), *lines[1:]))
    at = Span(place, 0, place, 0) if ending(above) else Span(place - 1, len(above), place - 1, len(above))
    return Edit(Span(first, 0, last, 0), ""), Edit(at, text)


def _item(scoped: Scoped, line: int) -> tuple[int, int] | None:
    """The first line of the list item that a line belongs to and the one behind its last; None elsewhere."""
    for start, block in scoped.reading.document.blocks:
        if isinstance(block, List) and start <= line < start + block.height:
            starts = [item.line for item in block.items]
            first = max((at for at in starts if at <= line - start), default=None)
            ends = [at for at in starts if first is not None and at > first]
            last = min(ends, default=block.height)
            inner = any(i.line > (first or 0) and i.depth for i in block.items if i.line == last)
            return None if first is None or inner or last - first > 1 else (start + first, start + last)
    return None
