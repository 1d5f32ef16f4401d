"""How big a file from outside may be; checked before and while it is read."""

from fj_desktop.errors import RefusedFileError

MAX_FILE_BYTES = 50 << 20
MAX_UNPACKED_BYTES = 300 << 20
MAX_RATIO = 200
RATIO_COUNTS_FROM_BYTES = 1 << 20
MAX_ENTRIES = 2_000
MAX_NESTING = 64

MAX_SHEETS = 256
MAX_ROWS = 200_000
# No sheet goes on beyond this row, blank or not.
LAST_ROW = 1_048_576
MAX_COLUMNS = 256
MAX_CELLS = 3_000_000
MAX_CELL_CHARACTERS = 32_767
MAX_MERGED = 50_000
# One shared text may stand in millions of cells: the sum counts, not the file.
MAX_CHARACTERS = 100_000_000
MAX_CARDS = 20_000

# The resident set can't outgrow the address space, so this alone keeps the worker within 512 MB.
ADDRESS_SPACE_BYTES = 512 << 20
CPU_SECONDS = 90
# A reader that never ends on a small file is stopped sooner: ten times what a slow machine needs.
CPU_SECONDS_FOR_ANY = 10
BYTES_PER_CPU_SECOND = 1 << 20
WALL_SECONDS = 150.0

SPLIT_ADVICE = "请拆成几个文件，或删去多余的行、列和工作表后再导入。"


def refuse(reason: str) -> RefusedFileError:
    """The refusal to raise; ``reason`` says what is wrong and what to do, without the file's name."""
    return RefusedFileError(reason)


def too_big() -> RefusedFileError:
    """The refusal for a file that would need more memory or time than any real ledger."""
    return refuse(f"内容太多，读取时超出了允许的内存。{SPLIT_ADVICE}")


def too_many_rows() -> RefusedFileError:
    """The refusal for a sheet with too many rows that hold something."""
    return refuse(f"有内容的行超过 {MAX_ROWS:,} 行。{SPLIT_ADVICE}")


def too_many_columns() -> RefusedFileError:
    """The refusal for a sheet with too many columns that hold something."""
    return refuse(f"有内容的列超过 {MAX_COLUMNS} 列。{SPLIT_ADVICE}")


def too_many_merged() -> RefusedFileError:
    """The refusal for sheets with too many merged cells."""
    return refuse(f"合并单元格超过 {MAX_MERGED:,} 处，不像台账。请取消多余的合并后再导入。")


def no_sheet() -> RefusedFileError:
    """The refusal for a workbook with nothing in it but charts, or nothing at all."""
    return refuse("文件里没有工作表。请用 WPS/Excel 打开后另存为 .xlsx 再导入。")


def too_many_cells() -> RefusedFileError:
    """The refusal for a file that holds too many values in all."""
    return refuse(f"有内容的单元格超过 {MAX_CELLS:,} 个。{SPLIT_ADVICE}")


def too_many_sheets() -> RefusedFileError:
    """The refusal for a workbook with too many sheets."""
    return refuse(f"工作表超过 {MAX_SHEETS} 个。请删去不用的工作表后再导入。")
