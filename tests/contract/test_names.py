"""Names that may be of the same thing, and names that cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.names import agree, words

SAME = (
    ("Link Checker for a Documentation Folder", "link_checker"),
    ("Flagboard", "Flagboard, a feature-flag service as a Docker Compose stack"),
    ("PromptGate", "Prompt gate"),
    ("PromptGate: a regression gate", "promptgate"),
    ("Retrieval-Augmented Generation", "rag"),
    ("RAG", "Retrieval Augmented Generation over the handbook"),
    ("Image Resizer", "img_resize"),
    ("Image Store", "img"),
    ("Database Migration", "db"),
    ("Authentication", "auth"),
    ("Kubernetes Operator", "k8s_operator"),
    ("Überblick", "uberblick"),
    ("Überblick", "ueberblick"),
    ("The Caches", "cache"),
    ("Searching the handbook", "handbook-search"),
    ("PoC 3", "Mail Gateway"),
    ("リンク検査", "Link Checker"),
    ("Проверка ссылок", "link_checker"),
    ("LinkChecker", "link_checker"),
    ("", "Mail"),
)
OTHERS = (
    ("Link Checker", "Mail Gateway"),
    ("Link Checker", "mail_gateway"),
    ("Search", "Billing"),
    ("Pipeline Failure Notifier", "webhook_receiver"),
    ("Flagboard", "prompt_gate"),
    ("Rate Limiter with Redis", "Invoice Export"),
    ("A service for flags", "An importer of bills"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: str, other: str) -> None:
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_others(one: str, other: str) -> None:
    assert not agree(one, other)
    assert not agree(other, one)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_name_agrees_with_itself_and_its_slug(one: str, more: str) -> None:
    assert agree(one, one)
    assert agree(one, "_".join(words(one)))
    assert agree(one, f"{one} {more}") or not words(one)
    assert agree(one, more) == agree(more, one)
