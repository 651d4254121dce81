"""Diagrams in code blocks: Mermaid and its like, or boxes and arrows drawn with characters."""

import re
from collections.abc import Sequence
from itertools import pairwise

from planls.document.lines import body

_NOTATIONS = re.compile(r"mermaid|plantuml|puml|uml|dot|graphviz|d2|ditaa|svgbob|nomnoml|structurizr")
_CODE = re.compile(
    r"bash|sh|zsh|shell|console|powershell|bat|fish|python|py|pycon|json\w*|ya?ml|toml|ini|xml|html|css|go|golang"
    r"|rust|rs|java|kotlin|kt|c|cpp|c\+\+|csharp|cs|swift|javascript|js|jsx|typescript|ts|tsx|vue|sql|ruby|rb|php"
    r"|scala|haskell|elixir|lua|r|perl|dockerfile|makefile|make|nginx|diff|patch|http|graphql|proto\w*|hcl|csv"
    r"|markdown|md|env|dotenv|properties|tree"
)
"""Languages in which arrows alone make no diagram; boxes do in any."""

_NOTATION = re.compile(
    r"\s*(?:(?:graph|flowchart)(?:\s+(?:TB|TD|BT|RL|LR)\b|\s*$)|(?:strict\s+)?(?:di)?graph\b[^{]*\{|@start[a-z]+"
    r"|(?:sequenceDiagram|classDiagram|stateDiagram|erDiagram|requirementDiagram|journey|mindmap"
    r"|C4(?:Context|Container|Component|Dynamic|Deployment)|architecture-beta|block-beta)(?:\W|$))"
)
_FRONT = re.compile(r"\s*(?:%%|---\s*$|title:|config:|'|//)")
_ARROW = re.compile(
    r"(?<![-=~─━═])<?[-=~─━═]++[>►▶→]+|<[-=~─━═]++(?!>)|[→⇒⟶➔►▶⇨←⇐⟵◄◀↔⇄⇆]"
    r"|(?<=\S )➜|(?<=\s)(?:-{3,}|─{2,})(?=\s)"
)
_LINK = re.compile(r"[\s|│┃║v^▼▽↓⇓⬇▲△↑⇑/\\+\-─━═┬┴┼├┤└┘┌┐╭╮╰╯<>V]+")
_DOWN = re.compile(r"[|│┃║▼▽↓⇓⬇▲△↑⇑]|(?:^|\s)[vV](?:\s|$)")
_LETTER = re.compile(r"[^\W\d_]")
_TREE = re.compile(r"^[\s│┃|]*(?:[├└╰┣┗][─━]*|\|--+|`--+|\\--+|\+--+(?=\s))\s*[^\s>►▶→─━+-]")
_DELIMITER = re.compile(r"\s*+\|?\s*+:?-{3,}+:?\s*+(?:\|\s*+:?-{3,}+:?\s*+)+\|?\s*")
_CODE_ROW = re.compile(
    r"[;{,]\s*$|^\s*[}\])]|\s:?=\s|^\s*\"[^\"]*\"\s*:|^\s*(?:def|func|fn|function|class|import|return)\s"
    r"|^[^-=]*\w\([^()]*\)\s*[-=]>(?!.*[-=]>)|\([\w\s,]*+\)?\s*+=>"
)
_SESSION = re.compile(r"\s*(?:[$%]\s|>>>\s|PS\s?\S*>|--> \S+:\d)|\s*\d{4}-\d\d-\d\d")
_EDGE = re.compile(r"\+[-=]{2}[-=+]*\+|[┌╔╭┏][─═━]|[└╚╰┗][─═━┴]+[┘╝╯┛]|[├╠┣][─═━┬┴┼]+[┤╣┫]")
_CELL = re.compile(r"[^|│┃║+]+")
_JOINT = re.compile(r"[+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╭╮╰╯]")
_SIDE = re.compile(rf"{_EDGE.pattern}|[|│┃║]")
_PAIR = 2
"""It takes two to be connected: an edge above and one below make a box, two joints a column."""

_LONGEST = 10
"""Words beside an arrow; more of them are prose."""


def is_diagram(lines: Sequence[str], language: str) -> bool:
    """Whether a code block (its lines without the fences) draws at least two named things as connected.

    Mermaid, PlantUML, DOT and D2 by their language or first line; else boxes in any language, and arrows
    (``client -> api``, ``↓``, a lone ``|`` or ``v`` between names) where the language is none of code.
    Prose, a session, a folder tree, a table, JSON or code are no diagrams.
    """
    rows = [body(line).expandtabs() for line in lines if line.strip()]
    drawn = [row for row in rows if not _FRONT.match(row)]
    if _NOTATIONS.fullmatch(language) or (drawn and _NOTATION.match(drawn[0])):
        return len(drawn) > 1 or any(_ARROW.search(row) or ";" in row for row in drawn)
    return _has_boxes(rows) or (not _CODE.fullmatch(language) and _has_flow(rows))


def _has_boxes(rows: Sequence[str]) -> bool:
    """Whether there are frames around two names or more, joined by touching, a line or an arrow."""
    edges = [match.start() for row in rows for match in _EDGE.finditer(row)]
    names = {cell.strip() for row in rows for cell in _CELL.findall(row) if _LETTER.search(cell)}
    drawn = sum(bool(_SIDE.search(row)) for row in rows)
    if len(edges) < _PAIR or len(names) < _PAIR or 3 * drawn < len(rows) or _is_table(rows):
        return False
    return len(edges) > _PAIR or any(_ARROW.search(row) or _is_outside(row, edges) for row in rows)


def _is_outside(row: str, edges: Sequence[int]) -> bool:
    """Whether a row has nothing but lines and arrow heads, and is no row of a frame that has such an edge."""
    return _is_down(row) and len(row) - len(row.lstrip()) not in edges


def _is_table(rows: Sequence[str]) -> bool:
    """Whether unbroken rules part the rows at the very same columns, two cells or more in each."""
    rules = [row.strip() for row in rows if _EDGE.search(row) and not _LETTER.search(row)]
    joints = {tuple(match.start() for match in _JOINT.finditer(rule)) for rule in rules}
    return len(joints) == 1 and len(min(joints)) > _PAIR and not any(" " in rule for rule in rules)


def _has_flow(rows: Sequence[str]) -> bool:
    """Whether enough of the rows are names joined by arrows, or lines that lead from name to name."""
    if not rows or _SESSION.match(rows[0]) or any(map(_DELIMITER.fullmatch, rows)):
        return False
    trees, code = (sum(bool(mark.search(row)) for row in rows) for mark in (_TREE, _CODE_ROW))
    flows = sum(_is_flow(before, row) for before, row in pairwise(["", *rows]))
    if 3 * code >= len(rows) or (3 * trees > len(rows) > 3 * flows):
        return False
    return 4 * (flows + _links(rows)) >= len(rows)


def _is_flow(before: str, row: str) -> bool:
    """Whether a row joins names by an arrow, or goes on from a name on the row before it."""
    row = row.partition(" # ")[0]
    if _CODE_ROW.search(row) or _SESSION.match(row) or row.rstrip().endswith((".", "!", "?")):
        return False
    ends = list(_ARROW.finditer(row))
    stops = [0, *(at for match in ends for at in match.span()), len(row)]
    parts = [row[start:end].strip() for start, end in zip(stops[::2], stops[1::2], strict=True)]
    if any(len(part.split()) > _LONGEST for part in parts):
        return False
    if ends and not parts[0].strip("|│├└+- "):
        parts[0] = "" if before.rstrip().endswith(":") else before.strip()
    return any(_is_name(left, last=True) and _is_name(right) for left, right in pairwise(parts))


def _is_name(text: str, *, last: bool = False) -> bool:
    """Whether the word next to an arrow has a letter; a lifeline counts."""
    words = [word for word in text.split() if word.strip("[](){}")]
    return bool(words) and bool(
        _LETTER.search(words[-1 if last else 0]) or words[-1 if last else 0] in "|│┃║"
    )


def _links(rows: Sequence[str]) -> int:
    """How many rows do nothing but lead from a row with a name to another."""
    count = waiting = 0
    above = down = False
    for row in rows:
        if _LINK.fullmatch(row):
            waiting += 1
            down = down or _is_down(row)
        else:
            count += waiting if above and down and _LETTER.search(row) else 0
            above, down, waiting = bool(_LETTER.search(row)), False, 0
    return count


def _is_down(row: str) -> bool:
    """Whether a row of lines and arrow heads leads up or down."""
    return bool(_LINK.fullmatch(row) and _DOWN.search(row))
