"""The page store: published pages handed out before Django is entered. See docs/operations.md, and its ADR for why."""

STORE = "diptych.page_store"  # under which the site finds the store in what the server tells of a request (PEP 3333)
