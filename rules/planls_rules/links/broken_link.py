"""LNK001 broken-link: a link, or front matter, names a file or heading that is not there."""

from collections.abc import Iterator

from planls.document.lines import Span
from planls.rule import Edit, Finding, Fix, Reads, rule
from planls.scope.companions import Broken, Stray
from planls.scope.scoped import Scoped


@rule("LNK001", reads=Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """Every document that this one belongs to by its own word, and every link, that leads nowhere."""
    for broken in scoped.companions.broken:
        yield _finding(broken.span, *_unread(broken), broken.near)
    for stray in scoped.companions.strays:
        yield _finding(stray.span, _lost(stray), "mend the link or leave it out", stray.near)


def _unread(broken: Broken) -> tuple[str, str]:
    """What is wrong with a document that this one belongs to, and the way out."""
    way = "name the one that is there" if "no such file" in broken.why else "name a file that can be read"
    return f"The {broken.role}, `{broken.name}`, cannot be read: {broken.why}", way


def _lost(stray: Stray) -> str:
    if stray.heading:
        return f"No heading is called `{stray.name}`"
    return f"There is no file `{stray.name}`"


def _finding(span: Span, fault: str, way: str, near: tuple[str, ...]) -> Finding:
    """The fault and the way out: a name that is there, safe to take where it is the only one."""
    fixes = [Fix(f"Replace by `{name}`", (Edit(span, name),), len(near) == 1) for name in near]
    fix = fixes[0] if len(fixes) == 1 else None
    way = f"did you mean `{near[0]}`?" if near else way
    return Finding(span, f"{fault}; {way}", fix, others=() if fix else tuple(fixes))
