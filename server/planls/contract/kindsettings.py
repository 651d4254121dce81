"""The shape of ``kind.toml``, which pydantic holds the file against. Imported for that alone."""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from planls.contract.errors import KindError
from planls.contract.places import explain, locate

SeverityName = Literal["error", "warning", "information", "hint", ""]


def _rising(bounds: tuple[int, int]) -> tuple[int, int]:
    if 0 < bounds[1] < bounds[0]:
        raise ValueError("should have the smaller number first; 0 is no bound")
    return bounds


_Number = Annotated[int, Field(ge=0)]
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
    form: Literal["diagram", "tree", ""] = ""
    told: Literal["tree", "output", "flow", ""] = ""
    words: Bounds = (0, 0)
    lines: Bounds = (0, 0)
    seconds: _Number = 0
    pace: Bounds = (0, 0)
    hours: Bounds = (0, 0)
    aspects: dict[str, AspectSettings] = {}
    entries: EntriesSettings | None = None


class RowSettings(_Strict):
    """Of a table row: other first cells that are the same row."""

    aliases: list[str] = []


class ItemSettings(_Strict):
    """Of what repeats: whether one must be there, and the longest it may take in minutes."""

    required: bool = True
    minutes: _Number = 0
    estimates: list[str] = []


class TableSettings(_Strict):
    """Of a table: may its columns have any names, which says where things are, which of what topic."""

    renamed: bool = False
    targets: _Number = 0
    topics: _Number = 0


class SectionSettings(_Strict):
    """Of a section: other headings for it, what of it is optional, what it must speak of.

    ``parses``: its code must be code. ``extras``: what lies outside the notes may be named here.
    """

    aliases: list[str] = []
    required: bool | None = None
    distinctive: bool = False
    ticked: bool = False
    parses: bool = False
    extras: bool = False
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


def read_settings(text: str, path: Path) -> KindSettings:
    """The settings in the text of a ``kind.toml``; raises `KindError` with file and line."""
    try:
        return KindSettings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise KindError(path, *explain(str(error), text)) from error
    except ValidationError as error:
        first = error.errors()[0]
        keys = tuple(key for key in first["loc"] if isinstance(key, str))
        message = _explained(first["type"], keys, first["msg"].removeprefix("Value error, "))
        raise KindError(path, locate(text, keys) or 1, message) from error


def nearest(name: str, names: list[str]) -> str:
    """The known name that is nearest to an unknown one, as a question; empty if none is near."""
    close: list[Any] = get_close_matches(name, names, n=1, cutoff=0.5)
    return f"; did you mean `{close[0]}`?" if close else ""


_SHOULD_BE = {
    "list_type": "should be a list of strings",
    "string_type": "should be a string",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "greater_than_equal": "should not be negative",
    "model_type": "should be a table",
    "dict_type": "should be a table",
    "tuple_type": "should be a list of two numbers",
    "missing": "should be a list of two numbers",
    "too_long": "should be a list of two numbers",
}


def _explained(kind: str, keys: tuple[str, ...], message: str) -> str:
    """A pydantic error in the words of the file's author."""
    if kind == "extra_forbidden":
        return f"unknown key `{keys[-1]}`{nearest(keys[-1], list(_model(keys[:-1]).model_fields))}"
    said = message.replace("Input should be", "should be")
    return f"`{'.'.join(keys)}` {_SHOULD_BE.get(kind, said)}"


def _model(keys: tuple[str, ...]) -> type[BaseModel]:
    """What the table under these keys is read as."""
    model: type[BaseModel] = KindSettings
    named = False  # whether the next key is a name that the template gives
    for key in keys:
        if named or key not in model.model_fields:
            named = False
            continue
        annotation = model.model_fields[key].annotation
        inner = [
            a for a in (annotation, *get_args(annotation)) if isinstance(a, type) and issubclass(a, BaseModel)
        ]
        model, named = (inner[0] if inner else model), getattr(annotation, "__origin__", None) is dict
    return model
