"""A table in Markdown, printed row by row as figures come."""


class Table:
    def __init__(self, title, *columns):
        print(f"\n**{title}**\n")
        self.row(*columns)
        self.row("---", *(["---:"] * (len(columns) - 1)))

    def row(self, *cells):
        print("|", " | ".join(map(str, cells)), "|", flush=True)
