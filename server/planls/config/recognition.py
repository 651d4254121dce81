"""Which kind a document is of: what its author says, what a configuration says, what it looks like."""

from collections.abc import Mapping
from pathlib import PurePath

from planls.config import Settings
from planls.contract.model import Kind
from planls.contract.recognise import fits, is_prompt, is_titled
from planls.document import Document
from planls.document.memory import remembered


def kind_of(
    document: Document, settings: Settings, path: PurePath | None, kinds: Mapping[str, Kind]
) -> Kind | None:
    """The document's kind: as its front matter says, else the configuration, else the one that fits best.

    A template is of none. A title that tells a kind decides; of kinds that fit equally well it is the first.
    """
    if settings.template_of(path):
        return None
    if (said := said_kind(document.front_matter)) is not None:
        return kinds.get(said)
    if path and (configured := settings.kind_of(path)):
        return kinds.get(configured)
    return _likeliest(document, path.stem if path else "", tuple(kinds.values()))


def said_kind(front: Mapping[str, object]) -> str | None:
    """The kind that front matter names: ``planls: {kind: plan}`` or ``planls: plan``; ``none`` is one."""
    said = front.get("planls")
    said = said.get("kind") if isinstance(said, dict) else said
    return said.lower() if isinstance(said, str) else None


@remembered
def _likeliest(document: Document, name: str, kinds: tuple[Kind, ...]) -> Kind | None:
    """The kind that a document looks like."""
    titled = [kind for kind in kinds if is_titled(document, kind.contract)]
    if len(titled) == 1 and not is_prompt(document, titled[0].contract):
        return titled[0]
    scores = [(fits(document, kind.contract, name), kind) for kind in titled or kinds]
    best = max(scores, key=lambda score: score[0])
    return best[1] if best[0] else None
