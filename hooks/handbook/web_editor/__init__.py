"""The handbook as web forms, for editors who never open a file: Decap CMS on our own types."""
