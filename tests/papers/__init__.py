"""Whether every word that a person writes stands on the drawn page, whichever paper it is on."""
