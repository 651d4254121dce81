"""Folder trees, drawn in every style that authors use, each with what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

Files = dict[str, "Files | None"]
"""What a folder holds, by name; None: it is a file."""

_STEMS = st.text("abcxyz_09-é", min_size=1, max_size=6).filter(lambda name: name[0] not in "-09")
_ENDS = st.sampled_from((".py", ".test.ts", ".md", ".yaml", ".go", ".JSON", ".tar.gz"))
_FILES = st.one_of(
    st.builds(str.__add__, _STEMS.map(str.lower), _ENDS).map(
        lambda name: name if name[-1] != "N" else name.upper()
    ),
    st.sampled_from(("Dockerfile", "Makefile", ".gitignore", ".env.example", "__init__.py", "+page.ts")),
)
_INSIDE: st.SearchStrategy[Files] = st.recursive(
    st.dictionaries(_FILES, st.none(), max_size=3),
    lambda inner: st.dictionaries(
        st.one_of(_STEMS, st.just("(auth)"), st.just(".github")), inner, max_size=3
    ),
    max_leaves=8,
)
_TREES: st.SearchStrategy[Files] = st.builds(
    lambda folders, files: {**folders, **files},
    st.dictionaries(_STEMS, _INSIDE, max_size=3),
    st.dictionaries(_FILES, st.none(), min_size=2, max_size=3),
)
_BRANCHES = (
    ("├── ", "└── ", "│   ", "    "),
    ("├── ", "└── ", "│\u00a0\u00a0 ", "    "),
    ("├─ ", "╰─ ", "│  ", "   "),
    ("┣━ ", "┗━ ", "┃  ", "   "),
    ("├──", "└──", "│  ", "   "),
    ("|-- ", "`-- ", "|   ", "    "),
    ("+-- ", "\\-- ", "|   ", "    "),
    ("+---", "\\---", "|   ", "    "),
    ("|_ ", "|_ ", "|  ", "   "),
    ("  ├── ", "  └── ", "  │   ", "      "),
)
"""Before an entry and before the last one of a folder, and what stands in front of their folders' entries."""

_INDENTS = (("", "", "  ", "  "), ("", "", "    ", "    "), ("", "", "\t", "\t"), ("- ", "- ", "  ", "  "),
            ("* ", "* ", "    ", "    "), ("- ", "- ", "\t", "\t"))  # fmt: skip
_COMMENTS = (
    "",
    "",
    "  # said",
    " — said of it",
    "   said of it",
    "\t<- said",
    " (said)",
    ": said",
    " // said",
)


@dataclass(frozen=True)
class Sketch:
    """A drawing: its text, the root it has, and the paths it says, folders with a slash behind."""

    text: str
    root: str
    paths: tuple[str, ...]


def sketches() -> st.SearchStrategy[Sketch]:
    """Drawings with branches, with indentation, and lists of paths."""
    ends = st.sampled_from(("\n", "\r\n", "\n\n"))
    comment = st.sampled_from(_COMMENTS)
    branched = st.builds(
        _drawn, _TREES, st.sampled_from(_BRANCHES), st.sampled_from(("shop/", "shop", ".", "")), comment, ends
    )
    indented = st.builds(_drawn, _TREES, st.sampled_from(_INDENTS), st.just(""), comment, ends)
    rooted = st.builds(_rooted, _TREES, st.sampled_from(_INDENTS), comment, ends)
    return st.one_of(branched, indented, rooted, st.builds(_listed, _TREES, comment, ends))


def scraps() -> st.SearchStrategy[str]:
    """Lines that might stand in a drawing."""
    parts = (
        "├── ",
        "│   ",
        "└─",
        "|-- ",
        "`-- ",
        "+--",
        "|",
        "    ",
        "\t",
        "- ",
        "src",
        "/",
        "a.py",
        "a/b.go",
        ", ",
        " and ",
    )
    more = (
        "{a,b}",
        "[x]",
        "<y>",
        "*",
        "**",
        "`",
        "...",
        "…",
        "# c",
        "  ",
        " (z)",
        ":",
        " → ",
        "\u00a0",
        "📁 ",
        "..",
        "é",
        "\\",
    )
    return st.lists(st.sampled_from((*parts, *more)), max_size=8).map("".join)


def _drawn(files: Files, style: tuple[str, str, str, str], root: str, comment: str, end: str) -> Sketch:
    head = [root + comment] if root else []
    lines = [*head, *_lines(files, style, "", comment)]
    return Sketch(end.join(lines) + end, root.rstrip("/"), tuple(_paths(files, "")))


def _rooted(files: Files, style: tuple[str, str, str, str], comment: str, end: str) -> Sketch:
    """A drawing without branches whose root is an entry like all others."""
    return Sketch(end.join(_lines({"shop": files}, style, "", comment)), "shop", tuple(_paths(files, "")))


def _listed(files: Files, comment: str, end: str) -> Sketch:
    """The paths of all files and empty folders, a line each."""
    paths = list(_paths(files, ""))
    ends = [path for path in paths if not any(other != path and other.startswith(path) for other in paths)]
    return Sketch(end.join(path + comment for path in ends), "", tuple(paths))


def _lines(files: Files, style: tuple[str, str, str, str], before: str, comment: str) -> Iterator[str]:
    for at, (name, inside) in enumerate(files.items(), start=1):
        last = at == len(files)
        yield f"{before}{style[last]}{name}{'/' if inside is not None else ''}{comment}"
        if inside:
            yield from _lines(inside, style, before + style[2 + last], comment)


def _paths(files: Files, folder: str) -> Iterator[str]:
    for name, inside in files.items():
        yield f"{folder}{name}{'/' if inside is not None else ''}"
        if inside:
            yield from _paths(inside, f"{folder}{name}/")
