"""``kind.toml`` as validated settings, or a fault in the words of the file's author."""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from planls.contract.errors import KindError
from planls.contract.kindshape import KindSettings
from planls.contract.places import explain, locate


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
