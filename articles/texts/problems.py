"""What is wrong with a document, and where."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

QUOTED = 60  # characters: enough to find the place, short enough for one line of a terminal


def quote(text):
    """Return a text in quotation marks, cut when long."""
    return _("“%(text)s”") % {"text": text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"}


@dataclass(frozen=True)
class Problem:
    """A reason to refuse a file; ``str()`` is ``FILE:LINE: expected …; found …``. Lines count from 1."""

    file: str
    line: int
    expected: str
    found: str

    def __str__(self):
        return _("%(file)s:%(line)d: expected %(expected)s; found %(found)s") % vars(self)


@dataclass(frozen=True)
class Remark:
    """A warning; ``str()`` is ``FILE:LINE: message``."""

    file: str
    line: int
    message: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.message}"


class DocumentRefused(ValueError):
    """A file that is no document: ``errors`` lists every Problem, in the order of the lines."""

    def __init__(self, errors):
        super().__init__("\n".join(str(problem) for problem in errors))
        self.errors = errors


@dataclass
class Report:
    """What reading one file brings up."""

    file: str
    problems: list = field(default_factory=list)
    remarks: list = field(default_factory=list)

    def refuse(self, line, expected, found):
        """Note a reason to refuse the file (messages in the active language)."""
        self.problems.append(Problem(self.file, line, expected, found))

    def remark(self, line, message):
        """Note a warning."""
        self.remarks.append(Remark(self.file, line, message))

    def settle(self):
        """Return the warnings in the order of the lines; raises DocumentRefused when there are problems."""
        if self.problems:
            raise DocumentRefused(sorted(self.problems, key=lambda problem: problem.line))
        return tuple(sorted(self.remarks, key=lambda remark: remark.line))
