"""The items of a document that are numbered, as steps are.

`numbered` finds them, `numbering` says whether their numbers rise, `references` who names them, `renumber`
gives them others, `size` says how long each takes. In `depends` is what they depend on, in `splitting` how
one becomes two.
"""
