"""From a document's text to blocks, sentences, tokens and quotations."""
