"""How a sentence speaks of Redis."""

import pytest

from planls.scope.asides import Tone, tone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It uses Redis.", Tone.USED),
        ("Not only a cache. Redis is the queue.", Tone.USED),
        ("not a list but Redis", Tone.USED),
        ("No queue is needed: Redis does it", Tone.USED),
        ("No Redis, no Kafka.", Tone.DENIED),
        ("It runs without Redis.", Tone.DENIED),
        ("SQLite instead of Redis", Tone.DENIED),
        ("Redis is out of scope.", Tone.DENIED),
        ("Redis isn’t needed.", Tone.DENIED),
        ("Redis was rejected.", Tone.DENIED),
        ("We don't use Redis", Tone.DENIED),
        ("| No | Redis |", Tone.USED),
        ("Alternative: use raw Redis, but that is slower", Tone.DENIED),
        ("Rejected options: Redis, files", Tone.DENIED),
        ("Neither Redis nor a queue is needed", Tone.DENIED),
        ("*Why not Redis?* Redis needs a server.", Tone.DENIED),
        ("*Why not Kafka?* Redis does it.", Tone.USED),
        ("~~Redis~~ is gone", Tone.DENIED),
        ("~~Files~~ Redis", Tone.USED),
        ("At scale I would use Redis.", Tone.SUPPOSED),
        ("Later: Redis", Tone.SUPPOSED),
    ],
)
def test_tone(text: str, expected: Tone) -> None:
    start = text.index("Redis")
    assert tone(text, start, start + len("Redis")) is expected


def test_a_sentence_may_begin_on_the_line_above() -> None:
    assert tone("or Redis.", 3, 8, "It runs without a broker") is Tone.DENIED


def test_an_agent_that_is_spoken_to_is_not_used() -> None:
    assert tone("> **For Claude:** read this first", 8, 14) is Tone.DENIED
    assert tone("Answers come from Claude: it is paid by the token", 18, 24) is Tone.USED
