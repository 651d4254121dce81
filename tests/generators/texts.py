"""Texts of any kind, put together from what is hard to read right, and edits of them."""

from hypothesis import strategies as st

from planls.document.lines import Span

ATOMS = (
    *("# h", "## h ##", "### Step 1: x", "#", "#h", "=== ", "===", "---", "***", "- - -", "--"),
    *("text", "more text", "x", "a\\", "\u00a0", "\u2028x", "x\u2028", "\x0c", "\x85", "\U0001d54f", "é"),
    *("-", "- a", "* b", "+ c", "  - d", "1. a", "2) b", "10. x", "-   a", "-     a", "- [ ] task"),
    *("    code", "\tcode", "  \tx", "   x", "      b", "  text", "     text", "- \tx", "1.\t\tcode"),
    *("> q", ">", "> - a", ">> b", "> ```", "> # h", "> - ```", "- > ```", "- # h", "- - 1. x"),
    *("```", "```bash", "````", "```` md", "~~~", "~~~~ py", "   ```", "    ```", "  ```py", "- ```"),
    *("1. ```sh", "```a`b", "``", "<!-- c", "-->", "<!-- c -->", "<!-->", "<div>", "</div>", "<b>x</b>"),
    *("<pre>", "</pre>", "<!X", "<?php", "?>", "<![CDATA[", "]]>", "<script>", "</SCRIPT> x"),
    *("| a | b |", "|---|---|", "| 1 | 2 |", "a | b", "---|---", ":-: | -", "| a \\| b |", "|", "| `|` |"),
    *("", "", "", "", "  ", " \t"),
    *("[x]: /u", '[x]: /u "t', "[x]:", '[x]: /u "t"', "**Goal**: x", "- **Goal**: x", "Goal: x", "..."),
)  # fmt: skip
"""Lines, most of them with a mark of Markdown."""

lines = st.sampled_from(ATOMS)
endings = st.sampled_from(("\n", "\n", "\r\n", "\r"))
_DISPUTED = ("[x]:", "    ```", "| a \\| b |", "\x0c", "\x85", "\u00a0")
"""Lines that the reference parser reads otherwise than CommonMark: it prefers definitions over two lines to
headings, cuts other white space off, and has its own view of tables of one column."""
clean_texts = st.lists(lines.filter(lambda line: line not in _DISPUTED), max_size=14).map("\n".join)
"""Texts for the reference parser, with line feeds only."""
texts = st.one_of(
    st.builds(lambda end, parts: end.join(parts), endings, st.lists(lines, max_size=14)),
    st.lists(st.tuples(lines, endings), max_size=14).map(lambda parts: "".join(a + b for a, b in parts)),
    st.builds(lambda end, parts: "---" + end + end.join(parts), endings, st.lists(lines, max_size=10)),
)
"""Texts with any line endings, also mixed, some with what may be front matter."""
_columns = st.sampled_from((0, 0, 0, 1, 2, 3, 99))
_pieces = st.one_of(
    st.sampled_from(("", "", "x", "\n", "\r", "\r\n", "```", "\n\n", "|", "-", "#", " ", "    ", "---\n")),
    st.builds(str.__add__, lines, endings),
    texts,
)
edits = st.tuples(
    st.builds(
        lambda at, a, height, b: Span(at, a, at + height, b),
        st.integers(0, 14),
        _columns,
        st.integers(0, 3),
        _columns,
    ),
    _pieces,
)
"""Where an edit strikes and what it puts there; places may lie beyond the text."""
