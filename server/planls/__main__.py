"""``python -m planls``."""

import sys

from planls.cli import main

sys.exit(main())
