"""The shape of ``kind.toml``, which pydantic holds the file against. Imported for that alone."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

SeverityName = Literal["error", "warning", "information", "hint", ""]


Form = Literal[
    "",
    "diagram",
    "tree",
    "code",
    "check",
    "artefact",
    "dependencies",
    "tests",
    "demonstration",
    "reason",
    "name",
]
"""What a text has to be: a diagram, a folder tree; code and no stub; a command that can fail; the name of
what is there afterwards; other items; tests with an assertion; a command or output that shows the result;
a reason; the document's name."""

Evidence = Literal["mock", "swallowed", "untested", "secret", "home-path", "host"]
"""What refutes a promise, as `contract.evidence` finds it."""


def _rising(bounds: tuple[int, int]) -> tuple[int, int]:
    if 0 < bounds[1] < bounds[0]:
        raise ValueError("should have the smaller number first; 0 is no bound")
    return bounds


_Number = Annotated[int, Field(ge=0)]
_Minutes = Annotated[float, Field(ge=0)]
Bounds = Annotated[tuple[_Number, _Number], AfterValidator(_rising)]
"""``[5, 8]``: at least five and at most eight; ``[5, 0]`` has no upper bound."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class AspectSettings(_Strict):
    """Of what a text must speak of: words that cue it; ``plain``: text without any cue will do.

    ``implied``: where no entry labels it, a second sentence will do.
    """

    cues: list[str] = []
    plain: bool = False
    implied: bool = False


class EntriesSettings(_Strict):
    """Of what a list holds: one entry in words, how many, what each must say.

    ``word``: what the heading of an entry begins with, where headings stand for the list. ``answer``: the
    least number of words behind an entry's question. ``estimates``: labels and columns of its duration.
    """

    noun: str = "entry"
    word: str = ""
    count: Bounds = (0, 0)
    answer: _Number = 0
    estimates: list[str] = []
    aspects: dict[str, AspectSettings] = {}


class FieldSettings(_Strict):
    """Of a field: other names, whether it may be left out, how bad its absence is, how much it may hold.

    ``cues``: words of which one in a label makes it this field's. ``block``: the field is the template's
    first block of this content that has no label. ``group``: of the fields of one group one will do.
    ``form``: what its code has to be. ``told``: the comments of a tree, or output among the commands,
    or a line with arrows, tell it, too.
    """

    aliases: list[str] = []
    cues: list[str] = []
    required: bool | None = None
    severity: SeverityName = ""
    block: Literal["list", "checklist", "code", "table", ""] = ""
    group: str = ""
    form: Form = ""
    told: Literal["tree", "output", "flow", ""] = ""
    words: Bounds = (0, 0)
    lines: Bounds = (0, 0)
    seconds: _Number = 0
    pace: Bounds = (0, 0)
    hours: Bounds = (0, 0)
    aspects: dict[str, AspectSettings] = {}
    entries: EntriesSettings | None = None


class RowSettings(_Strict):
    """Of a table row: other first cells that are the same row, what its value has to be."""

    aliases: list[str] = []
    form: Form = ""


class CheckSettings(_Strict):
    """Of a fixed item of a checklist: other names for it, the kinds of evidence that refute it."""

    aliases: list[str] = []
    refuted: list[Evidence] = []


class WeightSettings(_Strict):
    """How many minutes each thing takes that an item asks for; what is left out keeps its usual weight."""

    start: _Minutes | None = None
    task: _Minutes | None = None
    code: _Minutes | None = None
    test: _Minutes | None = None
    text: _Minutes | None = None
    command: _Minutes | None = None
    file: _Minutes | None = None
    words: _Minutes | None = None


class ItemSettings(_Strict):
    """Of what repeats: whether one must be there, and the longest it may take in minutes."""

    required: bool = True
    minutes: _Number = 0
    estimates: list[str] = []
    weights: WeightSettings = WeightSettings()


class TableSettings(_Strict):
    """Of a table: may its columns have any names, which says where things are, which of what topic.

    ``choices``: by column, the values that its cells may have, each with other words for it. ``columns``: by
    column, other names for it.
    """

    renamed: bool = False
    targets: _Number = 0
    topics: _Number = 0
    choices: dict[str, dict[str, list[str]]] = {}
    columns: dict[str, list[str]] = {}


class SectionSettings(_Strict):
    """Of a section: other headings for it, what of it is optional, what it must speak of.

    ``parses``: its code must be code. ``extras``: what lies outside the notes may be named here.
    ``form``: what its content has to be. ``items``: the fixed items of its checklist.
    """

    aliases: list[str] = []
    required: bool | None = None
    distinctive: bool = False
    ticked: bool = False
    parses: bool = False
    extras: bool = False
    form: Form = ""
    items: dict[str, CheckSettings] = {}
    item: ItemSettings | None = None
    table: TableSettings | None = None
    fields: dict[str, FieldSettings] = {}
    rows: dict[str, RowSettings] = {}
    aspects: dict[str, AspectSettings] = {}


class LeadSettings(_Strict):
    """Of what stands below the title: its fields."""

    fields: dict[str, FieldSettings] = {}


class KindSettings(_Strict):
    """The whole file.

    ``hints``: words in a title or file name that make the kind likelier. ``refused``: phrases of which no
    such document has two. ``single``: what a document proposes exactly one of. ``any_title``: the title
    need not read as the template's. ``companions``: the documents that such a one belongs to, nearest
    first: names of kinds, or ``notes``, which say what may be used.
    """

    hints: list[str] = []
    refused: list[str] = []
    single: str = ""
    any_title: bool = False
    companions: list[str] = []
    lead: LeadSettings = LeadSettings()
    sections: dict[str, SectionSettings] = {}
