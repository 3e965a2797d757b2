"""Hard conditions with three answers. A blank is neither a pass nor a fail: it is unknown, and becomes a question.

A gate that the requirement does not ask for gives no answer. Each gate's docstring is the sentence that users read.
"""

from matchmaker.ranking.gates.certificates import certificate
from matchmaker.ranking.gates.figures import capacity, size, tolerance
from matchmaker.ranking.gates.materials import material
from matchmaker.ranking.gates.processes import process, steps
from matchmaker.ranking.gates.results import FAIL, PASS, UNKNOWN, Gate, GateResult
from matchmaker.ranking.gates.standing import exclusion, maker, place

GATES: tuple[Gate, ...] = (maker, exclusion, process, steps, material, size, tolerance, capacity, certificate, place)

__all__ = ["FAIL", "GATES", "PASS", "UNKNOWN", "GateResult"]
