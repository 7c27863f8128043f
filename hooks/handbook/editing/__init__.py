"""What an editor does with the files: schemas, canonical form, new entries, review and release."""
