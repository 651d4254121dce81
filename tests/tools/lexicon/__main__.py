"""Write the lexicon: `python -m tests.tools.lexicon`."""

from tests.tools.lexicon.compiling import TARGET, compiled

if __name__ == "__main__":
    TARGET.write_text(compiled(), encoding="utf-8")
