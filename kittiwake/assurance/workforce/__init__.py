"""The people who do the work: posts and who fills them, agency workers, absence, caseloads, training."""
