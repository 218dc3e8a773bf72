"""Finding figures in the token stream and reading them."""
