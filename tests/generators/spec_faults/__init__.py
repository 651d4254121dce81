"""Faults planted in the example of a spec, each in several spellings, and where each is to be found."""

from tests.generators.spec_faults.counts import COUNTS
from tests.generators.spec_faults.fields import FIELDS, RUNS
from tests.generators.spec_faults.forms import DRAWINGS, INTERFACES, TABLES
from tests.generators.spec_faults.model import planted
from tests.generators.spec_faults.steps import STEPS
from tests.generators.spec_faults.whole import WHOLE

PLANTED = list(planted((*WHOLE, *COUNTS, *STEPS, *TABLES, *DRAWINGS, *INTERFACES, *FIELDS, *RUNS)))
