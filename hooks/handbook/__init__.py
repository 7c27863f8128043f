"""Inkluderingshåndboka: YAML → nouns → checks → pages, forms and book. Knows no site engine."""
