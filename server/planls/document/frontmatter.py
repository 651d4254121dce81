"""YAML front matter, read as data and nothing else."""

from collections.abc import Mapping

from planls.document.blocks import FrontMatter

_LONGEST = 20_000
"""Characters; a longer one is not read (YAML aliases cannot grow what is never expanded)."""


def read_front_matter(block: FrontMatter) -> Mapping[str, object]:
    """The mapping that the block holds; empty where it is no YAML mapping."""
    import yaml  # few documents have front matter, and start-up counts

    text = "".join(block.lines[1:-1])
    if len(text) > _LONGEST:
        return {}
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}
