"""What tests read with: a passage's figures and what was set aside, as the pipeline finds them."""

from claimcheck.figures.grammar import find_figures
from claimcheck.figures.numerals import read_numerals
from claimcheck.model import Article, Document, Figure, SetAside
from claimcheck.text.blocks import split_blocks
from claimcheck.text.sentences import split


def article_of(text: str) -> Article:
    document = Document(text, split_blocks(text))
    sentences, tokens = split(document)
    return Article(document, tokens, sentences)


def read(text: str) -> tuple[list[Figure], list[SetAside]]:
    """Figures and numbers set aside, without the help of the time stage."""
    article = article_of(text)
    return find_figures(article, read_numerals(article.tokens), [])


def figures_of(text: str) -> list[Figure]:
    return read(text)[0]
