"""Small drawings beside words to participants: each has one meaning, and never stands alone."""

from __future__ import annotations

from handbook.model.noun import Labelled


class Pictogram(Labelled):
    """What one drawing means, everywhere."""

    PLACE = "place", "Et sted du besøker"
    PEOPLE = "people", "Folk du møter"
    QUESTION = "question", "Noen spør deg om noe"
    TALK = "talk", "Dere snakker sammen"
    FIRST_DAY = "first_day", "Du begynner"
    PLAN = "plan", "Plan, avtale eller søknad"
    WORK = "work", "Arbeidet og det du lærer"
    CHOICE = "choice", "Det som velges eller endres"
    READ = "read", "Du leser og ser over"
    CERTIFICATE = "certificate", "Papirene du får"
    LEAVE = "leave", "Du slutter"
    WHEN = "when", "Det som skjer, og når"
    PRIVATE = "private", "Det som er privat"
    STOP = "stop", "Du kan si nei"
    CALL = "call", "Noen du kan ringe"


class Face(Labelled):
    """A face beside an answer of a scale, from the best to the worst."""

    GREAT = "great", "Smiler bredt"
    GOOD = "good", "Smiler"
    OKAY = "okay", "Rett munn"
    BAD = "bad", "Munnen ned"
    TERRIBLE = "terrible", "Munnen langt ned"
