"""Pages: for anyone, for whoever holds a code, for somebody signed in, and the ledger for staff."""
