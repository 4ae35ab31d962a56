"""Many reports → incidents: block, score, decide, partition, assemble; the ledger of tolls.

Pure: no database, no clock, no file. `shelf.py` says what is needed of whoever keeps the tellings.
"""
