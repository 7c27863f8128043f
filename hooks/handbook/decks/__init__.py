"""A deck of slides → PowerPoint, and whether what it says has room."""
