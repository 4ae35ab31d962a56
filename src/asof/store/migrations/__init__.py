"""The schema's history, one file a revision. A released one is never edited: what it made is in somebody's store."""
