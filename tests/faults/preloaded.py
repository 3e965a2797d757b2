"""What a warm start finds done: everything imported, and the vocabulary read as `serve` reads it before its fork."""

from __future__ import annotations

import api.commands.serving
from matchmaker.ranking.documents import analyse
from matchmaker.records import Supplier

api.commands.serving.read_vocabulary()
analyse(Supplier(id="S", name="Công ty ABC", province="Hà Nội", products=("metal stamping",)))
