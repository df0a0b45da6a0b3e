"""Steps that bring a book of an older version up to date, in order. A published step is never changed."""
