"""A comment silences nothing.

What it does
    Says where a `claimcheck: ok` comment stands whose checks find nothing in its paragraph.

Why it matters
    The figure was mended and the excuse stayed; the next slip in that paragraph would be silenced unseen.

Example
    Wrong: Sales rose from 100 to 150, or 50%. <!-- claimcheck: ok CC401 as the ministry has it -->
    Right: Sales rose from 100 to 150, or 50%.

What it leaves alone
    Comments on checks that the configuration has switched off.

Source
    What linters of code and prose learnt about stale suppressions.
"""

CODE = "CC911"
NAME = "unused-silence"
FAMILY = "input"
SEVERITY = "advice"
