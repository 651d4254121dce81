"""A test as it stands in code, and how its code is cut into tests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitTest:
    """A test: its name, where that stands (0-based line and column of the block), how many lines it has.

    ``body`` are its lines behind the head, ``statements`` how many it has, ``cell`` the class that it is a
    method of. ``asserts``: something in it can fail it; ``judged``: its body is there and meant to be run;
    ``documented``: a docstring or a comment says what it tests; ``called``: a person chose the name freely
    (a sentence, as in JavaScript).
    """

    name: str
    line: int
    column: int
    body: tuple[str, ...]
    statements: int
    asserts: bool
    judged: bool
    documented: bool = True
    simple: bool = False
    cell: str = ""
    called: bool = False


@dataclass(frozen=True, slots=True)
class Uncollected:
    """A function with assertions or a class of tests that the test runner passes over."""

    name: str
    line: int
    column: int
    better: str
