"""The page store: published pages handed out before Django is entered. See docs/operations.md, and its ADR for why."""
