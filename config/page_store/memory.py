"""The memory tier: pages of one worker, as many as fit into a number of bytes."""

import threading


class Memory:
    """Name → Page. Reading takes no lock; what was not read since the last round goes first (the clock algorithm)."""

    def __init__(self, most):
        self.most, self.size = most, 0
        self._pages, self._lock = {}, threading.Lock()

    def __len__(self):
        return len(self._pages)

    def get(self, key):
        page = self._pages.get(key)
        if page is not None:
            page.used = True
        return page

    def put(self, key, page):
        with self._lock:
            before = self._pages.pop(key, None)
            if before is not None and before.number > page.number:
                self._pages[key] = before  # a slow render of an older generation
                return
            self.size += page.size - (before.size if before else 0)
            self._pages[key] = page
            while self.size > self.most and self._pages:
                self._drop_one()

    def _drop_one(self):
        key = next(iter(self._pages))
        page = self._pages.pop(key)
        if page.used and len(self._pages):
            page.used = False
            self._pages[key] = page  # once more round
        else:
            self.size -= page.size
