"""A comment to claimcheck cannot be understood.

What it does
    Says where a `claimcheck:` comment names no check, or does not begin with `ok` and a check.

Why it matters
    A comment that is passed over in silence does nothing while its writer thinks that it does.

Example
    Wrong: <!-- claimcheck: ok CC4O1 the ministry's own sum -->
    Right: <!-- claimcheck: ok CC401 the ministry's own sum -->

What it leaves alone
    Comments that are not addressed to claimcheck.

Source
    What linters of code and prose learnt about misspelt suppressions.
"""

CODE = "CC912"
NAME = "unknown-silence"
FAMILY = "input"
SEVERITY = "warning"
