"""Listening to a child who has come back, by somebody independent of where they live.

Every return is answered by an offer, in time for the 72 hours; an interview may answer several returns, each against
its own clock. The child's own words come first and are kept as they were said. A manager reads each interview against
the quality test and may send it back; a second version follows and both stay. What was learned becomes claims, risks
and actions. What is done about it belongs to `plans`, and telling the child to `replies`, above. Duty: statutory
guidance on children who run away or go missing from home or care (2014).
"""
