"""Inkluderingshåndboka: YAML → typed nouns → checks → pages, forms and book. Knows no site engine."""
