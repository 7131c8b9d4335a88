"""Questions to ask of a journey: one module a question."""
