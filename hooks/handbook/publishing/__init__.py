"""Bytes beside the pages: what readers take away, made once and kept."""
