"""What being looked after or on a plan brings with it, and that it was done, where no other area has the doing of it.

The first and later health assessments, the personal education plan, the reviewing officer, secure accommodation; and what
a list says was last done before Kittiwake was in use. When each is due is worked out from the facts
(`primitives.clocks.duties`); every area has its own. Duty: Care Planning, Placement and Case Review (England) Regulations
2010; Children (Secure Accommodation) Regulations 1991.
"""
