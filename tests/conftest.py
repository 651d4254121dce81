"""What all tests share: hypothesis neither flakes in CI nor counts a slow machine as a fault.

Nor does the place where they run change what planls prints.
"""

import os

from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=15)  # `make check` asks for it
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

os.environ.pop("GITHUB_ACTIONS", None)
