"""The article form in a browser: its editors, and a clipboard."""

from playwright.sync_api import Locator, Page, expect

PASTE = """
(element, {type, data}) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, data);
  element.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}
"""


def open_form(desk: Page, site: str, article_pk: int) -> None:
    """Opens an article at the desk and waits for its editors."""
    desk.goto(f"{site}/admin/articles/article/{article_pk}/change/")
    expect(desk.locator(".ProseMirror[contenteditable]")).to_have_count(4)


def editor(desk: Page, column: str) -> Locator:
    """The editable area of a text, by the name of its column."""
    return desk.locator(f'.prose-editor:has(textarea[name="{column}"]) .ProseMirror[contenteditable]')


def paste(area: Locator, data: str, kind: str = "text/html") -> None:
    """Pastes into an editor what a program has put on the clipboard."""
    area.focus()
    area.evaluate(PASTE, {"type": kind, "data": data})


def save(desk: Page) -> None:
    desk.click("input[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()
