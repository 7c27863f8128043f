"""The language itself: spelling, abbreviations, and how heavy the texts are."""
