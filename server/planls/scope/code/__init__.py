"""What a piece of code uses: packages, images, commands, URLs, variables, files. No lexicon, no judgement."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from planls.document.lines import body
from planls.scope.code.blocks import block_uses
from planls.scope.code.own import own
from planls.scope.code.source import Form, Source, Use
from planls.scope.code.spans import inline_uses

__all__ = ["Form", "Source", "Use", "own_names", "source_of", "source_uses", "span_uses", "uses"]

_place = attrgetter("line", "column")


def uses(code: Sequence[str], language: str) -> list[Use]:
    """What a block uses, from top to bottom.

    ``code`` are its lines with their terminators, ``language`` the first word of its info string ("": none).
    """
    return source_uses(source_of(code), language)


def source_uses(source: Source, language: str) -> list[Use]:
    """The same of code that is read already."""
    return sorted(dict.fromkeys(block_uses(source, language)), key=_place)


def span_uses(text: str) -> list[Use]:
    """What the text of one code span in a line of prose uses; its line is 0."""
    return sorted(dict.fromkeys(inline_uses(text) if "\n" not in text else ()), key=_place)


def own_names(code: Sequence[str], language: str) -> Iterator[str]:
    """What a block declares as the project's own: modules, packages, folders, stems of files, images.

    Drawn trees are not looked at.
    """
    yield from dict.fromkeys(own(source_of(code), language))


def source_of(code: Sequence[str]) -> Source:
    """Code without the terminators of its lines; where those are plain, all are split at once."""
    text = "".join(code)
    return Source([body(line) for line in code] if "\r" in text else text.removesuffix("\n").split("\n"))
