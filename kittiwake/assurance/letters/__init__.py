"""Letters and reports of inspectors, split into what they say: each statement proposed by rules, and confirmed by a person."""
