"""Words that weaken a claim."""
