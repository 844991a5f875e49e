"""Views: read, ask a query, show."""
