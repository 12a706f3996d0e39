"""The article form in a browser: its editors, and a clipboard."""

from playwright.sync_api import Locator, Page, expect

PASTE = """
(element, {type, data}) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, data);
  element.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}
"""
# Whether the editor of a column knows of the cursor that the browser shows in it.
HEARD = """
async column => {
  const { view } = (await import("/static/desk/editors.js")).editors.get(column);
  const { anchorNode, anchorOffset } = getSelection();
  if (!view.hasFocus() || !view.dom.contains(anchorNode)) return false;
  return view.posAtDOM(anchorNode, anchorOffset) === view.state.selection.anchor;
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


def sign(page: Page, row: int, name: str) -> None:
    """Adds a signature by keyboard: the person's name is typed and the first one found is taken."""
    expect(page.locator(".select2-search--dropdown .select2-search__field")).to_be_focused()
    page.keyboard.type(name)
    expect(page.locator(".select2-results__option--highlighted")).to_contain_text(name)
    page.keyboard.press("Enter")
    expect(page.locator(f"#id_bylines-{row}-author option:checked")).to_contain_text(name)
