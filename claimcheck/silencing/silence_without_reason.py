"""A comment silences a check and does not say why.

What it does
    Says where a `claimcheck: ok` comment has no reason. The finding is shown all the same.

Why it matters
    The next reader has to know who checked the figure, and how.

Example
    Wrong: <!-- claimcheck: ok CC401 -->
    Right: <!-- claimcheck: ok CC401 both figures are rounded in the report, checked with the author -->

What it leaves alone
    What the reason says.

Source
    Fact-checkers' practice: every query is settled with a note on how.
"""

CODE = "CC913"
NAME = "silence-without-reason"
FAMILY = "input"
SEVERITY = "warning"
