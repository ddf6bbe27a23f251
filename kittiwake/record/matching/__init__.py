"""Whether two records may be the same child, and names made fit to compare and to show.

Gives candidates and reasons to a person; never decides, joins or changes anything.
"""

from kittiwake.record.matching.comparing import Comparison, Known, Verdict, compare
from kittiwake.record.matching.names import display_name, parts, split_name

__all__ = ["Comparison", "Known", "Verdict", "compare", "display_name", "parts", "split_name"]
