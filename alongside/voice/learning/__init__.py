"""Learning themes from what an organisation's own people accepted. Pure: it knows nothing of Django or of tables."""
