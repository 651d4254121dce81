"""Requests of our own, for what the protocol has no word for: `planls/overview`, `planls/scope` and others.

Parameters and answers are JSON as server/README.md lists them; places are the protocol's ranges and
locations. A document is named by ``textDocument``; one that is not open here, or of no kind, has null.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pygls.exceptions import JsonRpcInvalidParams

from planls.contract.model import Kind
from planls.contract.patterns import PLACEHOLDER
from planls.contract.state import Count, progress
from planls.document.lines import Span
from planls.lsp.completion import snippet
from planls.lsp.convert import path_of
from planls.lsp.documents import OpenDocument
from planls.lsp.session import Session
from planls.offers import Offer
from planls.overview import sentence
from planls.report.technologies import Standing, certainty, reason, standing
from planls.rule import SEVERITIES
from planls.scope.companions import Companion
from planls.scope.mentions import Mention
from planls.scope.scoped import Scoped
from planls.scope.usage import Used
from planls_rules.technologies import lexicon

Params = Mapping[str, Any]
Json = dict[str, Any]


def overview(ls: Session, params: Params) -> Json | None:
    """What kind a document is of, how far it has come, and how many findings it has."""
    document = _document(ls, params)
    reading = document.analysed().reading if document else None
    if document is None or reading is None:
        return None
    found = progress(reading)
    counts = Counter(finding.severity for finding in document.analysed().findings)
    return {
        "kind": reading.kind.name,
        "state": found.state.name.lower(),
        "steps": _count(found.steps),
        "tasks": _count(found.tasks),
        "checks": _count(found.promises),
        "told": sentence(found),
        "findings": {word: counts[severity] for word, severity in SEVERITIES.items()},
    }


def companions(ls: Session, params: Params) -> list[Json] | None:
    """The documents that one belongs to, the nearest first."""
    document = _document(ls, params)
    if document is None or document.analysed().reading is None:
        return None
    return [_companion(ls, one) for one in document.analysed().companions.found]


def scope(ls: Session, params: Params) -> Json | None:
    """The technologies of a document, those out of scope first, and what says what is in scope."""
    document = _document(ls, params)
    result = document.analysed() if document else None
    if document is None or result is None or result.reading is None:
        return None
    scoped = Scoped(result.reading, result.companions, lexicon, document.settings.permissions)
    judged = bool(result.companions.sources)
    pressing = list(Standing)
    found = sorted(scoped.technologies.all(), key=lambda used: judged and pressing.index(standing(used)))
    return {
        "sources": [_companion(ls, one) for one in result.companions.sources],
        "technologies": [_technology(ls, document, used, judged=judged) for used in found],
    }


def kinds(ls: Session, params: Params) -> list[Json]:
    """The kinds that a document at ``uri`` may be of (null: one without a file)."""
    return [{"name": kind.name, "title": kind.contract.title.text} for kind in _kinds(ls, params).values()]


def template(ls: Session, params: Params) -> Json:
    """The template of a ``kind``, as text and as a snippet whose tab stops are its placeholders."""
    known, name = _kinds(ls, params), str(params.get("kind"))
    if name not in known:
        raise JsonRpcInvalidParams(f"Unknown kind: {name}; known: {', '.join(known)}")
    text = known[name].template
    stops = tuple(match.span() for match in PLACEHOLDER.finditer(text))
    return {"text": text, "snippet": snippet(Offer(name, "", text, stops))}


REQUESTS: Mapping[str, Callable[[Session, Params], object]] = {
    "planls/overview": overview,
    "planls/companions": companions,
    "planls/scope": scope,
    "planls/kinds": kinds,
    "planls/template": template,
}
"""The requests by method."""


def _document(ls: Session, params: Params) -> OpenDocument | None:
    """The open document that the parameters name."""
    match params:
        case {"textDocument": {"uri": str(uri)}}:
            return ls.documents.get(uri)
    raise JsonRpcInvalidParams("textDocument.uri must be a string")


def _kinds(ls: Session, params: Params) -> Mapping[str, Kind]:
    """The kinds under the configuration that counts for a place."""
    match params:
        case {"uri": str(uri)}:
            return ls.configuration.standard_for(path_of(uri))[1]
        case {"uri": None}:
            return ls.configuration.standard_for(None)[1]
    raise JsonRpcInvalidParams("uri must be a string or null")


def _count(count: Count) -> Json:
    done, total = count
    return {"done": done, "total": total}


def _companion(ls: Session, one: Companion) -> Json:
    """A companion as the client calls it."""
    return {"role": one.role, "uri": _uri(ls, one.path), "told": one.told}


def _technology(ls: Session, document: OpenDocument, used: Used, *, judged: bool) -> Json:
    """A technology, with what is to be said of it where there is a scope."""
    uses = ({"range": _range(ls, document.store.lines, m), "text": m.text} for m in used.mentions)
    said = _verdict(ls, used) if judged else (("standing", None), ("because", None), ("named", None))
    return {"name": used.name, **dict(said), "certainty": certainty(used), "uses": list(uses)}


def _verdict(ls: Session, used: Used) -> Iterator[tuple[str, object]]:
    """How a technology stands to the scope, why, and where the notes name it or what it is near to."""
    verdict = used.verdict
    yield "standing", standing(used).value[0]
    yield "because", reason(verdict)
    named = verdict.source and verdict.mention
    yield "named", _location(ls, verdict.source.path, named) if verdict.source and named else None


def _location(ls: Session, path: Path, mention: Mention) -> Json:
    uri, lines = ls.documents.place(path)
    return {"uri": uri, "range": _range(ls, lines, mention)}


def _range(ls: Session, lines: list[str], mention: Mention) -> Json:
    end = mention.column + len(mention.text)
    return ls.converter.json_range(lines, Span(mention.line, mention.column, mention.line, end))


def _uri(ls: Session, path: Path) -> str:
    """How the client calls a file: by its own name while it is open."""
    document = ls.documents.at(path)
    return document.uri if document else path.as_uri()
