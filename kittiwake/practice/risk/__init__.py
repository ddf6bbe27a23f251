"""What may harm a child, or is harming them, outside the home: each presenting risk, its level, and how it moves.

A worker judges the level in words; nothing is added up. What a plan does about a risk is `plans`, above. Duty: Working
together to safeguard children (assess harm outside the home); the kinds of harm are those councils record.
"""
