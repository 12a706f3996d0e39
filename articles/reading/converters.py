"""The parts of readers' addresses."""

from authors.languages import codes


class LanguageConverter:
    """One of the site's languages; any other prefix is no address of ours."""

    regex = "[a-z]{2,3}(?:-[a-z]{2,8})?"

    def to_python(self, value):
        if value not in codes():
            raise ValueError(value)
        return value

    def to_url(self, value):
        return value


class YearConverter:
    """A year that a date can hold: 0001 to 9999."""

    regex = "[0-9]{4}"

    def to_python(self, value):
        if value == "0000":
            raise ValueError(value)
        return int(value)

    def to_url(self, value):
        return f"{value:04d}"


class KindConverter:
    """What a feed can be about."""

    regex = "authors|organizations|topics"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
