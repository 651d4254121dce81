"""A term in its line, and what stands around it."""

from typing import NamedTuple

from planls.scope import cues

_NEAR = 400
"""Characters on either side of a term that are looked at at all: a line may be a megabyte long."""
_FAR = 40
"""Characters before a term that are looked at."""
_WIDE = 60
"""Characters on either side that are looked at for title case."""
_MANY = 0.6
"""From this share of capitals on, a text is written in title case."""
_OPENING = " \t*_~\"'“‘([#`"
_MARKERS = _OPENING + "-+•>.)0123456789xX]"
"""What stands before the text of an item, a quote or a heading: markers, boxes, numbers, emphasis."""
_BINDING = ("$", "\\", "@", "#")
"""Right before a word these make it a name of something else."""
_STOPS = (".", "!", "?", ":", ";", "|", ">", "→", "—", "–")


class Line(NamedTuple):
    """A line of text with everything hidden blanked out.

    ``lead`` is the unfinished sentence of the line above, which it goes on; ``drawn``: it is part of a
    diagram or tree, where a capital says nothing.
    """

    text: str
    lead: str = ""
    drawn: bool = False


class Sighting:
    """A term in its line, to be judged."""

    __slots__ = ("_around", "_left", "_right", "after", "before", "capital", "end", "line", "start", "text")

    def __init__(self, line: Line, start: int, end: int, around: tuple[int, int] | None = None) -> None:
        """Look at what stands in some columns; ``around`` are those of the enumeration that it is part of."""
        text = line.text
        self.line, self.start, self.end = line, start, end
        self.text = text[start:end]
        self.before = text[max(start - _NEAR, 0) : start]
        self.after = text[end : end + _NEAR]
        self.capital = self.text != self.text.lower()
        self._left, self._right = self.before[-1:], self.after[:1]
        self._around = around or (start, end)

    @property
    def starts(self) -> bool:
        """Whether it begins a sentence, item or cell, where a capital says nothing."""
        if self.begins_item:
            return not self.line.lead
        return self._begins_sentence(self.before)

    @property
    def begins_item(self) -> bool:
        """Whether nothing but markers stands before it in its line or cell."""
        return not self.before.rpartition("|")[2].strip(_MARKERS)

    @property
    def is_part(self) -> bool:
        """Whether it is only part of an address, an identifier or a number."""
        left, right = self._left, self._right
        if left in _BINDING or (left in ("_", ".") and self._is_bound):
            return True
        if right == "_":
            return self.after[1:2].isalnum()
        if right == "\\":
            return self.after.startswith("\\_")
        return right == "." and cues.DOMAIN.match(self.after) is not None

    @property
    def _is_bound(self) -> bool:
        """Whether the underscore or full stop before it joins it to a word; an underscore may be escaped."""
        return self.before[-2:-1].isalnum() or self.before.endswith("\\_")

    @property
    def is_joined(self) -> bool:
        """Whether it is joined to another word: ``re-express``, ``go-to``, ``src/express``."""
        one, two = self._left, self._right
        if (one in ("-", ".", "'", "’") and self.before[-2:-1].isalnum()) or (
            one == "/" and not self.capital
        ):
            return True
        if two in ("'", "’") or not self.after[1:2].isalnum():
            return False
        if two == "-":
            return not cues.NATIVE.match(self.after)
        return (two == "." and self.after[1].isalpha()) or (two == "/" and not self.after[1].isupper())

    @property
    def is_code(self) -> bool:
        """Whether it is the whole of a code span."""
        return self.before.endswith("`") and self.after.startswith("`")

    @property
    def alone(self) -> bool:
        """Whether it is all that a list item or a cell says, notes on it aside."""
        return self.begins_item and cues.ENDS.match(self.after) is not None

    @property
    def told(self) -> bool:
        """Whether a version, "written in" or the like says that it is a technology."""
        near = self.before[-_FAR:]
        is_led = near.rstrip("`*_")[:-1].lower().endswith(cues.LEADING)
        if not self.capital:
            return bool(cues.VERSION_SMALL.match(self.after) or (is_led and cues.WRITTEN_IN.search(near)))
        return bool(
            cues.VERSION.match(self.after)
            or (cues.NOUN.match(self.after) and not self.titled and not self.is_verb)
            or (cues.ENDS.match(self.after) and cues.LABEL.search(near))
            or (is_led and cues.MADE_WITH.search(near))
        )

    @property
    def titled(self) -> bool:
        """Whether what it stands in is written in title case, so that its capital says nothing."""
        first, last = self._around
        before = self.line.text[max(first - _WIDE, 0) : first]
        after = self.line.text[last : last + _WIDE]
        opening, ending = cues.OPENING.match(before), cues.CLAUSE.search(after)
        words = cues.LONG_WORD.findall(before, opening.end() if opening else 0)
        words += cues.LONG_WORD.findall(after, 0, ending.start() if ending else len(after))
        if len([word for word in words if word[0].isupper()]) < _MANY * len(words):
            return False
        return len(words) > 1 or (len(words) == 1 and cues.IN_LABEL.match(after) is not None)

    @property
    def is_node(self) -> bool:
        """Whether it stands alone in a box or at the end of an arrow."""
        before, behind = cues.NODE_BEFORE.search(self.before), cues.NODE_BEHIND.match(self.after)
        return before is not None and behind is not None

    @property
    def in_sentence(self) -> bool:
        """Whether it stands in running text: in a drawing only behind a word in small letters."""
        return not self.line.drawn or cues.SMALL_BEFORE.search(self.before[-_FAR:]) is not None

    @property
    def named_longer(self) -> bool:
        """Whether a capitalised word next to it makes it part of a longer name."""
        if cues.CAPITALISED_BEHIND.match(self.after) and not cues.NOUN.match(self.after.lower()):
            return True
        ahead = cues.CAPITALISED_BEFORE.search(self.before[-_FAR:])
        return ahead is not None and not self._begins_sentence(self.before[: -len(ahead[0])])

    @property
    def is_verb(self) -> bool:
        """Whether it stands where a sentence begins and goes on as after a verb."""
        if cues.OBJECT.match(self.after):
            return self.starts
        follows = self.after[:1] == " " and (self.after[1:2].islower() or self.after[1:2] == "`")
        told = cues.STATEMENT.match(self.after) or cues.NOUN.match(self.after)
        return self.text.lower() in cues.IMPERATIVES and follows and not told and self.starts

    def _begins_sentence(self, before: str) -> bool:
        """Whether a sentence begins behind some text of the line."""
        plain = before.rstrip(_OPENING)
        return plain.endswith(_STOPS) or not plain.strip(_MARKERS)
