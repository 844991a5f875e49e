"""Who may do what, and when. Asks the actor and the row, never the database."""
