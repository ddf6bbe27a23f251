"""What may harm a child, or is harming them, outside the home: each presenting risk, its level, and how it moves.

Workers assess with a reviewed questionnaire (`primitives.instruments`): the score stands beside a judgement in words,
which counts. Where they differ there is a reason, and a manager countersigns. What a plan does about a risk is `plans`;
the meeting that answers a raised one is an area above. Duty: Working together to safeguard children (assess harm outside the home).
"""
