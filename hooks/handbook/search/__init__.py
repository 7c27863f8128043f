"""Search: the nouns become an index that a small script in the browser can ask, also from disk."""
