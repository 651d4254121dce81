"""A lexicon that tells which lines it was asked about: what a scan costs without a clock."""

from planls.scope.lexicon import Lexicon


class CountingLexicon(Lexicon):
    """A lexicon that remembers the lines that are looked through for its terms."""

    def __init__(self, text: str) -> None:
        """Take the text of a lexicon."""
        super().__init__(text)
        self.asked: list[str] = []

    def starts(self, line: str) -> list[tuple[int, int, int]]:
        """As the lexicon has it."""
        self.asked.append(line)
        return super().starts(line)
