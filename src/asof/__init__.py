"""asof: what happened, according to whom, as of when."""
