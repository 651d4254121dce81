"""YAML front matter, read as data and nothing else."""

from collections.abc import Mapping

from planls.document.blocks import FrontMatter

_LONGEST = 20_000
"""Characters; a longer one is not read."""


def read_front_matter(block: FrontMatter) -> Mapping[str, object]:
    """The mapping that the block holds, its scalars as text; empty where it is no YAML mapping.

    No tag is obeyed and no alias expanded, so that reading costs no more than the text is long.
    """
    import yaml

    text = "".join(block.lines[1:-1])
    if len(text) > _LONGEST:
        return {}
    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes nothing but text, lists and mappings
    except Exception:  # noqa: BLE001  # whatever YAML makes of it, the document is read without
        return {}
    return (
        {key: value for key, value in data.items() if isinstance(key, str)} if isinstance(data, dict) else {}
    )
