"""The handbook on paper: the book and its parts as accessible, archival PDF, by Typst.

Nothing here knows the site engine or the disk; nouns come in and bytes go out, the same each time.
"""
