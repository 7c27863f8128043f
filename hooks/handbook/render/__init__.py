"""Blocks → html, markdown, typst, epub and words to search. Each printer knows its format alone."""
