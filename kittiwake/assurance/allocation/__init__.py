"""Every child has a worker, at every moment: who takes over, who covers, how it was handed over.

The duty: a child who is open to the council has one named worker; duty cover holds the fort and is not one. Serves the
child, who pays for each change: whom they know already is offered first, the change has a reason, something is handed
over, somebody introduces the new worker, and nobody leaves while a child is still theirs.

The rows of who held a child when are record.Allocation; here is what is asked of them. How many children a worker may
hold is the workforce's (workforce/caseloads); what was agreed for the child stays with plans and meetings.
"""
