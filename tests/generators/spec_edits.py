"""Ways to change the example of a spec: texts, whole fields, the forms in which entries can be written."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tests.generators.model import Role
from tests.generators.spec import EXAMPLE, example

Edit = Callable[[str], str]
"""From the text of a spec to the changed one."""
_MADE = example()
_PARTED = re.compile(r"\*+([^*]+)\*+:? (.*)")


@dataclass(frozen=True)
class Step:
    """A step of the example."""

    title: str
    minutes: int
    what: str
    why: str
    done: str


Change = Callable[[list[Step]], list[Step]]
Form = Callable[[int, Step], str]
"""How a step with its number (from 1) is written."""


def swap(*pairs: tuple[str, str]) -> Edit:
    """Each old text, of which there has to be exactly one, replaced by the new one."""

    def edit(text: str) -> str:
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text

    return edit


def body(field: str, new: str) -> Edit:
    """What stands below the label of a field, or the entries of one without a label, replaced."""
    lines = [line for line in _MADE.lines if line.owner[1:2] == (field,) and line.role is not Role.LABEL]
    old = "\n".join(line.text for line in lines).strip("\n")
    return swap((old, new.strip("\n")))


def without(field: str) -> Edit:
    """A field taken out, label and all."""
    lines = [line.text for line in _MADE.lines if line.owner[1:2] == (field,)]
    return swap(("\n".join(lines).strip("\n") + "\n", ""))


def section(name: str, new: str) -> Edit:
    """What stands below the heading of a section replaced."""
    lines = [line for line in _MADE.of((name,)) if line.role not in (Role.HEADING, Role.GAP)]
    return swap(("\n".join(line.text for line in lines).strip("\n"), new.strip("\n")))


def below(anchor: str, new: str) -> Edit:
    """A text put below the line that an anchor begins, with a blank line between them."""
    line = next(line for line in EXAMPLE.splitlines() if line.startswith(anchor))
    return swap((f"{line}\n", f"{line}\n\n{new.strip()}\n"))


def at_end(new: str) -> Edit:
    """A text put behind the last line."""
    return lambda text: f"{text}\n{new.strip()}\n"


def together(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(text: str) -> str:
        for each in edits:
            text = each(text)
        return text

    return edit


def entries(field: str) -> list[str]:
    """The entries of a field, without their markers, on one line each."""
    owners = list(dict.fromkeys(line.owner for line in _MADE.lines if line.owner[1:2] == (field,)))
    texts = (" ".join(line.text.strip() for line in _MADE.of(owner)) for owner in owners if len(owner) == 3)
    return [re.sub(r"^(?:\d+\.|-) (?:\[ \] )?", "", text) for text in texts]


def fenced(text: str, language: str = "text") -> str:
    """A text in a fence."""
    return f"```{language}\n{text.strip()}\n```"


def listed(texts: Sequence[str], marker: str = "-") -> str:
    """A list; the marker ``1.`` counts up."""
    markers = [f"{n}." if marker == "1." else marker for n in range(1, len(texts) + 1)]
    return "\n".join(f"{mark} {text}" for mark, text in zip(markers, texts, strict=True))


def table(head: str, rows: Sequence[str]) -> str:
    """A table whose rows are numbered."""
    width = head.count("|") + 1
    return "\n".join(
        [f"| {head} |", "|---" * width + "|", *(f"| {n} | {row} |" for n, row in enumerate(rows, 1))]
    )


def as_titles(word: str, texts: Sequence[str]) -> str:
    """Entries as headings with that word and a number, and what each says below."""
    pairs = [_PARTED.fullmatch(text) for text in texts]
    return "\n\n".join(f"#### {word} {n}: {m[1]}\n\n{m[2]}" for n, m in enumerate(pairs, 1) if m)


def as_answers(texts: Sequence[str]) -> str:
    """Questions in bold with a Q, and the answers below with an A."""
    pairs = [_PARTED.fullmatch(text) for text in texts]
    return "\n\n".join(f"**Q{n}: {m[1]}**\n\nA: {m[2]}" for n, m in enumerate(pairs, 1) if m)


def same(steps: list[Step]) -> list[Step]:
    """The steps as they are."""
    return steps


def lacking(number: int, aspect: str) -> Change:
    """One step (from 1) without its what, why or done."""
    return lambda steps: [
        Step(**{**vars(step), aspect: ""}) if n == number else step for n, step in enumerate(steps, start=1)
    ]


def lasting(minutes: int) -> Change:
    """All steps with one estimate."""
    return lambda steps: [replace(step, minutes=minutes) for step in steps]


def steps(form: str, change: Change = same, numbers: Sequence[int] = ()) -> Edit:
    """The implementation plan in one of `FORMS`, changed; the steps are numbered from 1 unless told."""
    write, head, gap = FORMS[form]
    pairs = zip(numbers or range(1, 99), change(_steps()), strict=False)
    return body("Steps", head + gap.join(write(n, step) for n, step in pairs))


def as_list(number: int, step: Step) -> str:
    """A numbered item with labels in a list below it: the example's own form."""
    labels = (("What", step.what), ("Why", step.why), ("Done when", step.done))
    below = "".join(f"\n   - **{name}**: {text}" for name, text in labels if text)
    return f"{number}. **{step.title}** ({step.minutes} min){below}"


def as_heading(number: int, step: Step) -> str:
    """A heading with labels below it."""
    labels = (("What", step.what), ("Why", step.why), ("Done when", step.done))
    below = "\n".join(f"- **{name}:** {text}" for name, text in labels if text)
    return f"### Step {number}: {step.title} ({step.minutes} min)\n\n{below}"


def as_bold(number: int, step: Step) -> str:
    """A line in bold, and plain labels below it."""
    labels = (("What", step.what), ("Why", step.why), ("Done when", step.done))
    below = "\n".join(f"- {name}: {text}" for name, text in labels if text)
    return f"**Step {number}: {step.title}** ({step.minutes} min)\n\n{below}"


def as_prose(number: int, step: Step) -> str:
    """A numbered item of prose in which words are the cues."""
    why = f" We do this because {step.why}" if step.why else ""
    done = f" It is done when {step.done}" if step.done else ""
    return f"{number}. **{step.title}** ({step.minutes} min): {step.what}{why}{done}"


def as_line(number: int, step: Step) -> str:
    """A numbered item on one line, its labels in italics."""
    labels = (("Why", step.why), ("Done when", step.done))
    behind = "".join(f" *{name}*: {text}" for name, text in labels if text)
    return f"{number}. **{step.title}** (~{step.minutes} min). {step.what}{behind}"


def as_dashed_heading(number: int, step: Step) -> str:
    """A deeper heading with a dash, and paragraphs that begin with labels."""
    labels = (("What to implement", step.what), ("Why", step.why), ("Done when", step.done))
    below = "\n\n".join(f"**{name}:** {text}" for name, text in labels if text)
    return f"#### Step {number} — {step.title} ({step.minutes} min)\n\n{below}"


def as_row(number: int, step: Step) -> str:
    """A row of the table whose head is `TABLE_HEAD`."""
    return f"| {number} | {step.title} | {step.what} | {step.why} | {step.done} | {step.minutes} min |"


TABLE_HEAD = "| # | Step | What | Why | Done when | Time |\n|---|---|---|---|---|---|\n"
FORMS: dict[str, tuple[Form, str, str]] = {
    "list": (as_list, "", "\n"),
    "headings": (as_heading, "", "\n\n"),
    "bold": (as_bold, "", "\n\n"),
    "prose": (as_prose, "", "\n"),
    "one line": (as_line, "", "\n"),
    "dashed headings": (as_dashed_heading, "", "\n\n"),
    "table": (as_row, TABLE_HEAD, "\n"),
}
"""The forms of steps: how each is written, what stands above them and between them."""


def _steps() -> list[Step]:
    found: list[Step] = []
    for text in entries("Steps"):
        title, minutes = re.findall(r"\*\*(.*?)\*\* \((\d+) min\)", text)[0]
        found.append(Step(title, int(minutes), *_aspects(len(found) + 1)))
    return found


def _aspects(number: int) -> list[str]:
    owner = ("Implementation Plan", "Steps", str(number))
    return [_MADE.of((*owner, name))[0].text.partition("**: ")[2] for name in ("What", "Why", "Done when")]
