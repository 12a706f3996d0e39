"""Since when something waits, told from the versions of a manuscript. Pure: rows in, moments out.

Rows are (moment, digests) pairs, the oldest version first; digests are a dict of language → digest, without the
languages that had no text.
"""


def written(rows, language):
    """Return when a language first had a text, or None if no version has one."""
    return next((at for at, digests in rows if language in digests), None)


def unchanged(rows, language):
    """Return since when a language has read as in the last version, or None without one."""
    since, last = None, None
    for at, digests in rows:
        if since is None or digests.get(language) != last:
            since, last = at, digests.get(language)
    return since


def overtaken(rows, source, language):
    """Return when the source first changed after the last work on its translation.

    When it has not changed since, the translation has never caught up with its last change: then that is the moment.
    """
    last_work = unchanged(rows, language)
    later = [(at, digests) for at, digests in rows if last_work and at >= last_work]
    known = later[0][1].get(source) if later else None
    changed = (at for at, digests in later if digests.get(source) != known)
    return next(changed, None) or unchanged(rows, source)
