"""A document that stands as a whole in a fence, as agents like to hand them over."""

from planls.contract.model import Contract
from planls.document import Document
from planls.document.blocks import Blank, Code, FrontMatter
from planls.document.lines import body
from planls.document.syntax import closes

_LANGUAGES = ("", "markdown", "md")


def unwrapped(document: Document, contract: Contract) -> tuple[Document, int, int] | None:
    """The document without the fence around it, and the fence's lines; None: there is none."""
    around = _around(document, contract)
    if around is None:
        return None
    first, last = around
    inside = document.with_fences({first: first + 1})
    if not any(at == last and isinstance(block, Code) for at, block in inside.blocks):
        return None  # an open comment or fence inside has swallowed the end
    return inside.with_fences({last: last + 1}), first, last


def _around(document: Document, contract: Contract) -> tuple[int, int] | None:
    """The lines of the fence around a document of this contract; None: there is none.

    The fence is the first block, a title that the contract knows is its first line and one of its sections
    follows, or half of its sections do, and the text's last line closes it.
    """
    blocks = (placed for placed in document.blocks if not isinstance(placed[1], Blank | FrontMatter))
    first, block = next(blocks, (0, None))
    if not isinstance(block, Code) or not block.fence or block.language not in _LANGUAGES:
        return None
    title = next((text for line in block.lines[1:] if (text := body(line).strip())), "")
    titled = title.startswith("# ") and contract.title.match_loosely(title[2:])
    headings = (body(line).lstrip("#").strip() for line in document.lines[first:] if line.startswith("##"))
    named = {spec.name for heading in headings if (spec := contract.named(heading))}
    if len(named) < (1 if titled else max(-(-len(contract.sections) // 2), 2)):
        return None
    last = document.line_count - 1
    while last > first and not body(document.line(last)).strip():
        last -= 1
    return (first, last) if last > first and closes(body(document.line(last)), block.fence) else None
