"""What stands around the topics of notes: introductions, summaries, exercises; and what lists them."""

from functools import lru_cache

from planls.scope.wording import stem, stems

_FRAME = """
    advanced agenda answer answers appendix ascii assignment ausblick background basic basics beginner
    challenge challenges cheat cheatsheet checklist clean closing common concise conclusion conclusioni
    conclusión content contents context covered debugging diagram diagrams dr einführung einleitung
    ejercicios esercizi example examples exercices exercise exercises faq fazit final further glossary
    goal goals gotchas hands hint hints homework importance important inhalt inhaltsverzeichnis
    intermediate interview interviews intro introducción introduction introduzione key lab labs learn
    learning learnings lernziele level likely links matter matters mental mistake mistakes model
    motivation next note notes objectifs objective objectives objetivos outcome outcomes overview
    picture pitfalls practice prerequisite prerequisites production purpose qa quellen question
    questions quiz reading recap recursos reference references referencias requirements resources
    ressources resumen review revision riepilogo références résumé sample samples scenario sheet simple
    solution solutions sommaire step steps strong style subtopics summary table takeaway takeaways tip
    tips tl tldr toc today topic topics why wrap zusammenfassung índice übung übungen
    """
"""Words of headings below which no new topic stands."""

_LISTING = """
    agenda concept covered objective outcome pattern subtopic syllabus technique topic themen temas
    """
"""Words of headings, and of columns, below which each item is a topic."""


def is_frame(name: str) -> bool:
    """Whether a name is that of an introduction, a summary, exercises and the like."""
    return all(word in _stems(_FRAME) for word in stems(name))


def lists_topics(name: str) -> bool:
    """Whether a heading or column says that topics are listed below it."""
    return any(word in _stems(_LISTING) for word in stems(name))


@lru_cache(maxsize=2)
def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))
