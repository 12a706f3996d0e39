"""The mirror: the whole site as files, for any host that hands out files. See docs/mirror.md, and its ADR for why."""
