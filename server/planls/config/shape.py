"""The shape of a configuration, which pydantic holds the data against. Imported is pydantic only then."""

from dataclasses import dataclass, field, fields
from typing import ClassVar

from planls.config.names import unknown


class FaultError(Exception):
    """A fault in the data: under which keys, at which word there, and what to say."""

    def __init__(self, keys: tuple[str, ...], message: str, word: str = "") -> None:
        """Say what is wrong and where."""
        super().__init__(message)
        self.keys, self.message, self.word = keys, message, word


@dataclass(frozen=True)
class Kind:
    """The shape of a kind's table; without a template the kind is one that comes with planls.

    ``minutes``: the longest a step may take, ``weights``: how its size is estimated.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    files: list[str] = field(default_factory=list)
    template: str = ""
    minutes: int | None = None
    weights: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Editor:
    """The shape of what an editor shows besides findings."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    lenses: bool | None = None
    hints: bool | None = None


@dataclass(frozen=True)
class Scope:
    """The shape of what may be used: names that are allowed besides the notes', and the house's own tools."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    allow: list[str] = field(default_factory=list)
    defaults: list[str] | None = None


@dataclass(frozen=True)
class File:
    """The shape of a configuration."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    ignore: list[str] = field(default_factory=list)
    severity: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    exclude: list[str] = field(default_factory=list)
    companions: dict[str, list[str]] = field(default_factory=dict)
    scope: Scope = field(default_factory=Scope)
    editor: Editor = field(default_factory=Editor)


_SHOULD_BE = {
    "list_type": "should be a list of strings",
    "string_type": "should be a string",
    "dict_type": "should be a table",
    "dataclass_type": "should be a table",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "float_parsing": "should be a number",
}
_TABLES = {"scope": Scope, "editor": Editor}


def validated(data: object) -> File:
    """The data in the shape of a configuration. Raises FaultError."""
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(File).validate_python(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
    keys = tuple(part for part in first["loc"] if isinstance(part, str))
    if first["type"] == "unexpected_keyword_argument":
        shape = File if len(keys) == 1 else _TABLES.get(keys[0], Kind)
        raise FaultError(keys, unknown("key", keys[-1], [f.name for f in fields(shape)]))
    name = f"`{'.'.join(keys)}`" if keys else "the configuration"
    name = name if keys == first["loc"] else f"each item of {name}"
    raise FaultError(keys, f"{name} {_SHOULD_BE.get(first['type'], first['msg'])}")
