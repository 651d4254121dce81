"""Imports of Python code."""

import re
import sys
from collections.abc import Iterator

from planls.document.filenames import FOLDERS
from planls.scope.code import names
from planls.scope.code.source import Form, Source, Use, blank

_OTHER_VERSIONS = """
    asynchat asyncore binhex cgi cgitb ConfigParser cPickle crypt cStringIO distutils formatter httplib imghdr
    imp imputil lib2to3 macpath mailcap md5 msilib nis nntplib ossaudiodev parser pipes Queue sets sha smtpd
    sndhdr spwd StringIO sunau symbol telnetlib Tkinter urllib2 urlparse uu xdrlib annotationlib compression
    concurrent pathlib_types
"""
_STANDARD = frozenset(sys.stdlib_module_names) | frozenset(_OTHER_VERSIONS.split())
_OURS = FOLDERS | frozenset(
    """
    main settings conftest exceptions errors constants helpers helper database dependencies tasks worker
    workers service crud auth security logger logging_config logging_setup project mymodule mypackage
    mylib myapp my_app my_module my_package your_module your_package src_py lib module package foo bar baz
    model schema util service agent graph state ingest ingestion retriever retrieval evaluate evaluation
    metrics chunking embedding embeddings vectorstore vector_store prompt generator llm_client api_client
    deps routers utilities run train predict inference preprocess preprocessing features feature etl
    extract transform load loader validators validation processor scheduler notifier
    solution problem demo base common domain repository repositories engine router store pipeline
    """.split()
)
"""What a project calls its own modules."""

_NAMESPACES = frozenset("google azure".split())

_STATEMENT = re.compile(
    r"^[ \t]*(?:(?:>>>|\.\.\.)[ \t]+)?(?:(?:try|else|finally|(?:if|except)\b[^\n:]{0,80})[ \t]*:[ \t]*)?"
    r"(?:(?:[\w.]+\([^\n()]*\)|[\w.]+)[ \t]*;[ \t]*)?"
    r"(?:from[ \t]+(?P<base>[A-Za-z_][\w.]*)[ \t]+import[ \t]*(?P<what>\*|\(|\w+)"
    r"|import[ \t]+(?P<names>[A-Za-z_][^\n#;]*+))(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_MORE = re.compile(r";[ \t]*(?=(?:from|import)[ \t])")
_ONE = re.compile(r"[ \t]*(?P<name>[A-Za-z_]\w*)(?P<path>(?:\.\w+)*)(?:[ \t]+as[ \t]+\w+)?[ \t\\]*(?:,|$)")
_STRINGS = re.compile(
    r"#[^\n]*|(?P<long>\"{3}(?:[^\"\\]|\\.|\"(?!\"\"))*+(?:\"{3}|\Z)|'{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3}|\Z))"
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'",
    re.DOTALL,
)


def imports(source: Source) -> Iterator[Use]:
    """The packages that Python code imports, those of the standard library left out."""
    if "import" not in source.text:
        return
    lines = [at for at, line in enumerate(source.lines) if "import" in line]
    text = source.text[: source.starts[lines[-1]] + len(source.lines[lines[-1]])]
    session = source.text.lstrip().startswith(">>> ")
    shown = text if session or ('"""' not in text and "'''" not in text) else _STRINGS.sub(_hidden, text)
    for match in filter(None, (_STATEMENT.match(shown, source.starts[at]) for at in lines)):
        if session and not match[0].lstrip().startswith((">>>", "...")):
            continue
        yield from _imported(source, match)
        yield from _further(source, match)


def is_import(line: str) -> bool:
    """Whether a line is an import statement of Python and nothing else."""
    match = _STATEMENT.fullmatch(line)
    if not match:
        return False
    return _is_from(match) if match["base"] else _are_names(match["names"])


def _hidden(match: re.Match[str]) -> str:
    return blank(match[0]) if match["long"] else match[0]


def _imported(source: Source, match: re.Match[str]) -> Iterator[Use]:
    if match["base"]:
        if _is_from(match):
            yield from _package(source, match["base"], match.start("base"), match["what"])
    elif _are_names(match["names"]):
        for one in _ONE.finditer(match["names"]):
            start = match.start("names") + one.start("name")
            yield from _package(source, one["name"] + one["path"], start, "")


def _further(source: Source, match: re.Match[str]) -> Iterator[Use]:
    """The statements behind a semicolon."""
    for more in _MORE.finditer(match["rest"]):
        start = match.start("rest") + more.end()
        piece = match["rest"][more.end() :].partition(";")[0]
        if found := _STATEMENT.match(piece):
            yield from (_shifted(source, use, start) for use in _imported(Source([piece]), found))


def _shifted(source: Source, use: Use, start: int) -> Use:
    return source.use(
        use.form, use.ecosystem, use.name, start + use.column, start + use.column + len(use.text)
    )


def _is_from(match: re.Match[str]) -> bool:
    """``from the box import speed`` does not get here; ``from x import y and z`` is prose."""
    if match["what"] in ("*", "("):
        return True
    rest = match["rest"].partition("#")[0].strip()
    return not rest or rest[0] in ",;\\" or bool(re.match(r"as[ \t]+\w+[ \t]*(?:$|[,;\\])", rest))


def _are_names(text: str) -> bool:
    """Whether all of the text is names of modules, as ``import a.b as c, d`` has them."""
    at = 0
    while match := _ONE.match(text, at):
        at = match.end()
        if at >= len(text.rstrip()):
            return True
    return False


def _package(source: Source, path: str, start: int, what: str) -> Iterator[Use]:
    top, _, rest = path.partition(".")
    if top in _STANDARD or top in _OURS or top[0] == "_" or names.is_placeholder(top):
        return
    name, text = top, top
    if top in _NAMESPACES and (rest or what.isidentifier()):
        text = path
        name = "-".join([top, *rest.split(".")[:2]] if rest else [top, what])
        name += f"-{what}" if rest == "cloud" and what.isidentifier() else ""
    yield source.use(Form.IMPORT, "pypi", names.pypi_key(name), start, start + len(text))
