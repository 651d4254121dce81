"""Files that hold commands: Dockerfile, Makefile, YAML of Compose, Kubernetes, GitHub and GitLab."""

import re
from collections.abc import Iterator, Sequence

from planls.document.filenames import is_file
from planls.scope.code import names
from planls.scope.code.commands import command_uses
from planls.scope.code.installs import package
from planls.scope.code.shell import Word
from planls.scope.code.source import Form, Source, Use

_FROM = re.compile(
    r"[ \t]*FROM[ \t]+(?:--platform=\S+[ \t]+)?(?P<image>\S+)(?:[ \t]+AS[ \t]+(?P<stage>\S+))?", re.IGNORECASE
)
_COPY = re.compile(
    r"[ \t]*(?:COPY|ADD|RUN)[ \t].{0,200}?--(?:from|mount=\S{0,80}from)=(?P<image>[^\s,]+)", re.IGNORECASE
)
_RUN = re.compile(r"[ \t]*(?:HEALTHCHECK.{0,200}?\bCMD|RUN|CMD|ENTRYPOINT)[ \t]+", re.IGNORECASE)
_MOUNT = re.compile(r"--(?:mount|network|security)=\S+")
_EXEC = str.maketrans('[]",', "    ")

_IMAGE = re.compile(
    r"(?P<indent>[ \t]*)(?:-[ \t]+)?image:[ \t]*(?P<quote>['\"]?)"
    r"(?P<image>[^\s'\"#{},]+(?:\$\{[^}\s]*\}[\w.-]*)?)(?P=quote)[ \t]*(?:#|$)"
)
_INLINE_IMAGE = re.compile(r"[{,][ \t]*image:[ \t]*(?P<image>[\w./:-]+)")
_ACTION = re.compile(r"[ \t]*(?:-[ \t]+)?uses:[ \t]*['\"]?(?P<action>[\w.-]+/[\w.-]+)(?:/[\w./-]+)?@")
_STEP = re.compile(
    r"(?P<indent>[ \t]*(?:-[ \t]+)?)(?:run|command|script|before_script|after_script|entrypoint):"
    r"[ \t]*(?P<value>.*)"
)
_STEPS = ("run:", "command:", "script:", "entrypoint:")
"""How the keys of steps end: without any of these a text has none."""
_ITEM = re.compile(r"[ \t]*-[ \t]+(?=[a-z.])")
_KEY = re.compile(r"[ \t]*(?:-[ \t]+)?(?P<key>[\w.-]+):(?:[ \t]|$)")
_CONDA = re.compile(r"[ \t]*-[ \t]+(?P<name>[A-Za-z][\w.\[\]-]*)[ \t]*(?:[=<>~!][^:]*)?$")


def dockerfile(source: Source) -> Iterator[Use]:
    """Base images, and what the commands use."""
    stages: set[str] = set()
    for at, line in enumerate(source.lines):
        if match := _FROM.match(line) or _COPY.match(line):
            if match["image"] not in stages and not match["image"].isdigit():
                yield from _image(source, at, match)
            stages.add((match.groupdict().get("stage") or "").strip())
    yield from command_uses(source.masked(_run_lines(source.lines)))


def makefile(source: Source) -> Iterator[Use]:
    """What the recipes use."""
    recipes = ((at, line) for at, line in enumerate(source.lines) if line[:1] == "\t" or line[:4] == "    ")
    shown = ((at, _without_marks(line).replace("$(", "$_")) for at, line in recipes)
    yield from command_uses(source.masked(shown))


def yaml(source: Source) -> Iterator[Use]:
    """Images, actions, the commands of steps and scripts, and the packages of a conda environment."""
    built = _built(source.lines) if "build" in source.text else set[int]()
    for at, line in enumerate(source.lines):
        if (
            "image:" in line
            and at not in built
            and (match := _IMAGE.match(line) or _INLINE_IMAGE.search(line))
        ):
            yield from _image(source, at, match)
        elif "uses:" in line and (match := _ACTION.match(line)):
            start = source.starts[at] + match.start("action")
            yield source.use(
                Form.DEPENDENCY, "action", match["action"].lower(), start, start + len(match["action"])
            )
    if any(step in source.text for step in _STEPS):
        yield from command_uses(source.masked(_step_lines(source.lines)))
    if "channels:" in source.text and "dependencies:" in source.text:
        yield from _conda(source)


def _image(source: Source, at: int, match: re.Match[str]) -> Iterator[Use]:
    if ":" not in match["image"] and is_file(match["image"].rpartition("/")[2]):
        return
    yield from package(source, "docker", Word(match["image"], source.starts[at] + match.start("image")))


def _run_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The commands of a Dockerfile with blanks for the instruction, over their continuation lines."""
    goes_on = False
    for at, line in enumerate(lines):
        if goes_on and line.lstrip()[:1] == "#":
            yield at, " " * (len(line) - 1) + "\\"
            continue
        match = None if goes_on else _RUN.match(line)
        if match or goes_on:
            end = match.end() if match else 0
            shown = " " * end + _MOUNT.sub(lambda found: " " * len(found[0]), line[end:])
            yield at, shown.translate(_EXEC) if shown.lstrip()[:1] == "[" else shown
            goes_on = line.rstrip().endswith("\\")


def _without_marks(line: str) -> str:
    text = line.lstrip()
    marks = len(text) - len(text.lstrip("@-+"))
    return " " * (len(line) - len(text) + marks) + text[marks:]


def _built(lines: Sequence[str]) -> set[int]:
    """The lines whose image is built here: siblings of a ``build:`` in the same mapping."""
    found: set[int] = set()
    groups: dict[int, list[int]] = {}
    builds: set[int] = set()
    for at, line in enumerate(lines):
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        if not text:
            continue
        for deeper in [one for one in groups if one > indent]:
            found.update(groups.pop(deeper) if deeper in builds else [])
            groups.pop(deeper, None)
            builds.discard(deeper)
        group = groups.setdefault(indent, [])
        if text.startswith("image:"):
            group.append(at)
        elif text.startswith("build:"):
            builds.add(indent)
    return found.union(*(groups[indent] for indent in builds if indent in groups))


def _step_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The commands of ``run:`` and ``script:``, in one line, as a block or as a list."""
    inside, folded = -1, False
    for at, line in enumerate(lines):
        if inside >= 0 and _is_within(line, inside):
            item = _ITEM.match(line)
            start = item.end() if item else 0
            yield at, " " * start + line[start:] + " \\" * folded
            continue
        inside = -1
        if match := _STEP.match(line) if ":" in line else None:
            value = match["value"].strip()
            if not value or value[0] in "|>#":
                inside, folded = len(match["indent"]), value[:1] == ">"
            else:
                yield at, _value(match, line)


def _is_within(line: str, indent: int) -> bool:
    """Whether a line belongs to the block or list of a key that stands at this indent."""
    text = line.lstrip()
    own = len(line) - len(text)
    return not text or own > indent or (own == indent and text[:2] == "- ")


def _value(match: re.Match[str], line: str) -> str:
    start = match.start("value")
    text = line[start:]
    quoted = text[:1] in "'\"" and text.rstrip()[-1:] == text[:1]
    shown = text.translate(_EXEC) if text[:1] == "[" else text.replace(text[0], " ") if quoted else text
    return " " * start + shown


def _conda(source: Source) -> Iterator[Use]:
    inside = False
    for at, line in enumerate(source.lines):
        if match := _KEY.match(line):
            inside = match["key"] in ("dependencies", "pip")
        elif inside and (match := _CONDA.match(line)):
            name = names.pypi(match["name"])
            if name and name not in ("python", "pip"):
                start = source.starts[at] + match.start("name")
                yield source.use(Form.DEPENDENCY, "pypi", names.pypi_key(name), start, start + len(name))
