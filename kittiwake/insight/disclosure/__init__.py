"""What must not be shown of few people, and what has to be hidden with it so that nobody works it out.

Everything that is published together is one model: numbers, what they add up to, and who shows which of them. Small ones are
hidden, and then the cheapest others, until each of them could still be anything (docs/decisions/0061).
"""

from kittiwake.insight.disclosure.protecting import protect
from kittiwake.insight.disclosure.sizes import Sizes
from kittiwake.insight.disclosure.tables import Breakdown, Sum, Table

__all__ = ["Breakdown", "Sizes", "Sum", "Table", "protect"]
