"""What is worked out of an object once, and forgotten with it.

It is set as an attribute: whoever asks an object for its ``__dict__`` makes it one, which takes longer.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

_Thing = TypeVar("_Thing")
_Rest = ParamSpec("_Rest")
_Result = TypeVar("_Result")


def remembered(
    function: Callable[Concatenate[_Thing, _Rest], _Result],
) -> Callable[Concatenate[_Thing, _Rest], _Result]:
    """The function, whose results are kept in its first argument: a section, a part, a reading.

    The other arguments are hashable and given by position; the first has a ``__dict__``. A cache of the
    function's own would keep every object that a keystroke has replaced alive.
    """
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembering(thing: Any, *rest: Any) -> _Result:  # noqa: ANN401  # as the function has it
        try:
            result: _Result = getattr(thing, key)[rest]
        except AttributeError:
            object.__setattr__(thing, key, {})
        except KeyError:
            pass
        else:
            return result
        result = function(thing, *rest)  # type: ignore[call-arg]
        getattr(thing, key)[rest] = result
        return result

    return cast("Callable[Concatenate[_Thing, _Rest], _Result]", remembering)


def latest(
    function: Callable[Concatenate[_Thing, _Rest], _Result],
) -> Callable[Concatenate[_Thing, _Rest], _Result]:
    """The function, of which its first argument keeps the last result and what it was made with.

    For what is made with things that are replaced again and again, such as the notes while they are typed:
    all results would keep all of them alive. The other arguments are compared by equality.
    """
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembering(thing: Any, *rest: Any) -> _Result:  # noqa: ANN401  # as the function has it
        last = getattr(thing, key, None)
        if last is None or last[0] != rest:
            last = (rest, function(thing, *rest))  # type: ignore[call-arg]
            object.__setattr__(thing, key, last)
        found: _Result = last[1]
        return found

    return cast("Callable[Concatenate[_Thing, _Rest], _Result]", remembering)
