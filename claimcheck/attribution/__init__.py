"""Who says what: quotations, reporting cues, sources."""
