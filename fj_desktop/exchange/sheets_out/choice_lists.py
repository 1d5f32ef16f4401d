"""Dropdowns: short lists inside the rule, long ones on a hidden sheet. Imports openpyxl, so import it late."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import absolute_coordinate, get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fj_desktop.exchange.sheets_out import look

_SHEET = "选项"
# A list inside a rule: 255 signs with its quotes, and its members can't hold the sign that parts them.
_LONGEST_RULE = 255


class ChoiceLists:
    """Gives columns of a sheet their dropdowns."""

    def __init__(self, book: Workbook, sheet: Worksheet, rows: int) -> None:
        self._book = book
        self._sheet = sheet
        self._last_row = rows + 1
        self._lists: dict[tuple[str, ...], str] = {}
        self._hidden: Worksheet | None = None

    def offer(self, column: int, options: Sequence[str], *, label: str, strict: bool, warning: bool) -> None:
        """Offer texts in a column.

        Args:
            column: counted from 1.
            options: the texts.
            label: of the field, for the message.
            strict: anything else is refused when it is typed.
            warning: when not strict, anything else is asked about; otherwise it is simply taken.
        """
        rule = DataValidation(type="list", formula1=self._source(tuple(options)), allow_blank=True)
        rule.showErrorMessage = strict or warning
        rule.errorStyle = "stop" if strict else "warning"
        rule.errorTitle = label[:32]
        rule.error = "请从下拉中选取一项。" if strict else "名单里没有这一项，请核对。确实要填，请选“是”。"
        letter = get_column_letter(column)
        rule.add(f"{letter}2:{letter}{self._last_row}")
        self._sheet.add_data_validation(rule)

    def _source(self, options: tuple[str, ...]) -> str:
        if options not in self._lists:
            inside = '"' + ",".join(option.replace('"', '""') for option in options) + '"'
            fits = len(inside) <= _LONGEST_RULE and not any("," in option for option in options)
            self._lists[options] = inside if fits else self._on_hidden_sheet(options)
        return self._lists[options]

    def _on_hidden_sheet(self, options: tuple[str, ...]) -> str:
        if self._hidden is None:
            self._hidden = self._book.create_sheet(_SHEET)
            self._hidden.sheet_state = "hidden"
        # No heading above the lists: an import must never take this sheet for a ledger.
        column = self._hidden.max_column + 1 if self._hidden.cell(1, 1).value else 1
        for row, option in enumerate(options, 1):
            look.put(look.cell_at(self._hidden, row, column), option)
        letter = get_column_letter(column)
        return f"{quote_sheetname(_SHEET)}!{absolute_coordinate(f'{letter}1:{letter}{len(options)}')}"
