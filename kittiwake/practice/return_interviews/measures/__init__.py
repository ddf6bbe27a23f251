"""What is counted of return interviews. P numbers are those of the council's own list of measures.

A return counts on the day the child came back; an interview on the day it was held. Struck-out offers and interviews
never count, and of an interview's versions only the newest does.
"""

from __future__ import annotations

from kittiwake.practice.return_interviews.measures.interviews import MEASURES

__all__ = ["MEASURES"]
