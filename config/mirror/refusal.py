"""Why no mirror was written."""


class Refusal(Exception):
    """Says of a file, folder or address what was expected there and what was found."""

    def __init__(self, where, expected, found):
        super().__init__(f"{where}: expected {expected}; found {found}")
