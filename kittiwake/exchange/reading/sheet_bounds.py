"""How much room a workbook's sheets would take, found by looking at their XML without building anything.

The reader keeps a sheet as one rectangle that reaches its furthest filled cell, and gives each cell its own copy
of its text. `SheetBounds` adds up both. Sheets as Excel writes them are measured by counting bytes, which costs
little beside reading them; anything written in another way is measured exactly, with an XML parser, slowly.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from xml.parsers import expat

from kittiwake.exchange.reading.limits import Limits
from kittiwake.exchange.reading.unreadable import UnreadableFile

SAVE_ANEW = "Open it in Excel, save it and send that."
LONGEST_CELL = 1 << 16
LONGEST_TAG = 1 << 21
SHORTEST_TAGS = len("<t></t></si>")
PREFIXED_OR_ODD_CELL = re.compile(rb'<(?:[^<>\s/"\']{1,60}:c[\s/>]|c[\t\r\n/>]|c (?!r="))')
CELL = re.compile(rb'<c r="([A-Za-z]{0,9})(\d{0,9})"((?: [a-z]+="[^"<>]*")*/>)?')
ROW = re.compile(rb'<row r="(\d{1,9})"')
SHARED = re.compile(rb't="s"><v>(\d{1,9})<')
ITEM = re.compile(rb"<(?:[^<>\s/]{1,60}:)?si[ >/]")


def blocks(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The same bytes, cut before a cell or at least before a ‘<’, so that no cell and no tag lies across a cut."""
    kept = b""
    for piece in pieces:
        kept += piece
        at = kept.rfind(b"<c ", -LONGEST_CELL)
        if at < 0:
            at = kept.rfind(b"<")
        if at > 0:
            yield kept[:at]
            kept = kept[at:]
        if len(kept) > LONGEST_TAG:
            raise UnreadableFile(
                f"‘{name}’ holds a cell far longer than Excel allows. Shorten it and send the file again."
            )
    yield kept


def column_number(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class SharedTexts:
    """The sizes in bytes of the texts that cells refer to by number, each with the tags around it."""

    def __init__(self, limits: Limits, name: str) -> None:
        self.limits, self.name = limits, name
        self.sizes = array("L")
        self.longest = 0

    def measure(self, pieces: Iterator[bytes]) -> None:
        size, sizes = 0, array("L")
        for block in blocks(pieces, self.name):
            plain = b":si" not in block and b"<si " not in block
            first, *rest = block.split(b"<si>") if plain else ITEM.split(block)
            size += len(first)
            if rest:
                sizes.append(size)
                sizes.extend(map(len, rest[:-1]))
                size = len(rest[-1])
            if len(sizes) > self.limits.shared_texts:
                raise UnreadableFile(_too_full(self.name, "more different texts than can be read at once"))
        sizes.append(size)
        # What came before the first item is not an item.
        self.sizes = sizes[1:]
        self.longest = max(self.sizes, default=0)

    def total(self, numbers: list[bytes]) -> int:
        """The bytes of these texts, without the shortest tags there can be around each (<t></t></si>)."""
        try:
            whole = sum(map(self.sizes.__getitem__, map(int, numbers)))
        except IndexError:
            whole = sum(self.sizes[n] for n in map(int, numbers) if n < len(self.sizes))
        return max(0, whole - SHORTEST_TAGS * len(numbers))


class SheetBounds:
    """Adds up the sheets of one workbook; raises `UnreadableFile` when together they would not fit."""

    def __init__(self, limits: Limits, name: str, texts: SharedTexts) -> None:
        self.limits, self.name, self.texts = limits, name, texts
        self.cells = self.text = self.sheets = 0

    def add(self, sheet: Sheet, pieces: Callable[[], Iterator[bytes]]) -> None:
        """Counts a sheet that has been looked at; `pieces` gives its bytes again should a closer look be needed."""
        if sheet.is_odd:
            sheet = Sheet(self.texts)
            sheet.add_exactly(blocks(pieces(), self.name), self.name)
        self._check(sheet)

    def _check(self, sheet: Sheet) -> None:
        limits = self.limits
        self.sheets += 1
        self.cells += sheet.rows * sheet.columns
        self.text += sheet.text
        if sheet.columns > limits.columns:
            furthest = column_letters(sheet.columns)
            raise UnreadableFile(
                _too_full(self.name, f"something as far right as column {furthest}", limits.columns)
            )
        if sheet.rows > limits.rows or self.cells > limits.cells:
            raise UnreadableFile(_too_full(self.name, f"sheets that reach as far down as row {sheet.rows:,}"))
        if self.text > limits.text_in_cells:
            raise UnreadableFile(_too_full(self.name, "more text in its cells than can be read at once"))
        if self.sheets > limits.sheets:
            raise UnreadableFile(_too_full(self.name, f"more than {limits.sheets} sheets"))


class Sheet:
    """One sheet's furthest row and column, and the bytes of text in its cells."""

    def __init__(self, texts: SharedTexts, closely: bool = True) -> None:
        """Not `closely`: the whole file is so small that text written into its cells need not be counted."""
        self.texts, self.closely = texts, closely
        self.rows = self.columns = self.text = 0
        self.is_odd = False
        self.within = _within(0, 0)

    def add(self, block: bytes) -> None:
        """Looks at the next piece. When a cell is not written as Excel writes it, `is_odd` says so and we stop."""
        if self.is_odd:
            return
        self._reach(block)
        if self.texts.sizes:
            self.text += self._shared_text(block)
        # Text written into the cell itself: what is left beside the shortest tags that can hold it.
        if self.closely and (b"<t" in block or b't="str"' in block):
            inside, cells = block.count(b"<is"), block.count(b'<c r="')
            self.text += max(0, len(block) - 45 * inside - 25 * (cells - inside))

    def _reach(self, block: bytes) -> None:
        """Look first for any cell beyond what is known already: in a plain sheet only the last row grows."""
        if rows := ROW.findall(block):
            self.rows = max(self.rows, int(rows[-1]))
            self.within = _within(self.columns, self.rows)
        prefixed = b":c" in block
        if not prefixed and not self.within.search(block):
            return
        self.is_odd = PREFIXED_OR_ODD_CELL.search(block) is not None
        for letters, digits, empty in CELL.findall(block):
            self.is_odd = self.is_odd or not letters or not digits
            if not empty:
                self.columns = max(self.columns, column_number(letters))
                self.rows = max(self.rows, int(digits or 0))
        self.within = _within(self.columns, self.rows)

    def _shared_text(self, block: bytes) -> int:
        shared = block.count(b't="s"')
        self.is_odd = self.is_odd or b"t='" in block or b"t =" in block
        if shared * self.texts.longest < 4096:
            return shared * self.texts.longest
        numbers = SHARED.findall(block)
        self.is_odd = self.is_odd or len(numbers) != shared
        return self.texts.total(numbers)

    def add_exactly(self, pieces: Iterator[bytes], name: str) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        reading = _Exact(self)
        parser.StartElementHandler = reading.start
        parser.EndElementHandler = reading.end
        parser.CharacterDataHandler = reading.characters
        parser.StartDoctypeDeclHandler = reading.instructions
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except expat.ExpatError:
            raise UnreadableFile(
                f"‘{name}’ is damaged: one of its sheets cannot be read. {SAVE_ANEW}"
            ) from None


class _Exact:
    """What the spreadsheet reader would do with each element, without keeping any of it."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.row = self.column = 0
        self.shared = self.in_value = False

    def instructions(self, *_: object) -> None:
        """A document type has no place in a sheet; this stops the parser."""
        raise expat.ExpatError

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if local == "row":
            self.row, self.column = _whole(attributes.get("r", ""), self.row + 1), 0
        elif local == "c":
            self._cell(attributes)
        elif local in ("v", "is", "t"):
            self.in_value = True
            self.sheet.rows = max(self.sheet.rows, self.row)
            self.sheet.columns = max(self.sheet.columns, self.column)

    def _cell(self, attributes: dict[str, str]) -> None:
        self.shared = attributes.get("t") == "s"
        reference = re.fullmatch(r"\s*([A-Za-z]{1,9})(\d{1,9})\s*", attributes.get("r", ""))
        self.column += 1
        if reference:
            self.column, self.row = column_number(reference[1].encode()), int(reference[2])

    def end(self, tag: str) -> None:
        if tag.rpartition(":")[2] in ("v", "t"):
            self.in_value = False

    def characters(self, text: str) -> None:
        if not self.in_value:
            return
        if self.shared:
            self.sheet.text += self.sheet.texts.total([text.encode()] if text.strip().isdigit() else [])
        else:
            self.sheet.text += len(text.encode())


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdigit() and len(text) < 10 else otherwise


def _within(columns: int, rows: int) -> re.Pattern[bytes]:
    """Finds the start of any cell right of `columns`, below `rows`, or written in another way."""
    return re.compile(rb'<c(?! r="(?:' + _letters_up_to(columns) + rb")(?:" + _digits_up_to(rows) + rb')")')


def _letters_up_to(columns: int) -> bytes:
    if columns <= 0:
        return b"(?!)"
    if columns <= 26:
        return b"[A-%c]" % (64 + columns)
    first, second = divmod(columns - 1, 26)
    if first > 26:
        return b"[A-Z]{1,2}"
    whole_runs = b"[A-Z]|" + (b"[A-%c][A-Z]|" % (63 + first) if first > 1 else b"")
    return whole_runs + b"%c[A-%c]" % (64 + first, 65 + second)


def _digits_up_to(rows: int) -> bytes:
    """A pattern for the whole numbers from 1 to `rows`; the commonest (those that share its first digits) first."""
    digits = str(rows)
    choices = []
    for at, digit in enumerate(digits):
        lowest = "1" if at == 0 else "0"
        if digit > lowest:
            choices.append(f"{digits[:at]}[{lowest}-{int(digit) - 1}]\\d{{{len(digits) - at - 1}}}")
    shorter = [rf"[1-9]\d{{0,{len(digits) - 2}}}"] if len(digits) > 1 else []
    return "|".join([digits, *reversed(choices), *shorter]).encode()


def _too_full(name: str, what: str, columns: int = 0) -> str:
    most = f"A list may have up to {columns} columns. " if columns else ""
    return (
        f"‘{name}’ has {what}. {most}Delete the rows and columns beyond the list, or save the sheet as CSV, "
        "and send it again."
    )
