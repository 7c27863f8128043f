"""Forms → files to fill in: PDF, Word, Excel and JSON Schema, all asking the same."""
