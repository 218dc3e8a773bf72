"""Time expressions: matched in the token stream, then resolved against the article's date."""
