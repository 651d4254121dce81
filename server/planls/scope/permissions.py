"""What may be used whatever the notes say."""

from dataclasses import dataclass

HOUSE = ("Git", "GitHub", "Bash", "pip", "pytest", "Markdown", "cURL", "Make", "venv")
"""What every project may use unless a configuration says otherwise: the tools of the house."""


@dataclass(frozen=True, slots=True)
class Permissions:
    """What a configuration allows: names, and the house's own tools (None: those of `HOUSE`)."""

    allowed: tuple[str, ...] = ()
    defaults: tuple[str, ...] | None = None

    @property
    def house(self) -> tuple[str, ...]:
        """The house's own tools."""
        return HOUSE if self.defaults is None else self.defaults

    def joined(self, file: "Permissions") -> "Permissions":
        """These, an editor's, with those of a configuration file, whose defaults count first."""
        defaults = self.defaults if file.defaults is None else file.defaults
        return Permissions((*self.allowed, *file.allowed), defaults)


DEFAULT = Permissions()
"""What counts without a configuration."""
