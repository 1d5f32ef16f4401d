"""How much of a clipboard is taken."""

from fj_desktop.errors import RefusedFileError

MOST_CELLS = 200_000
MOST_CHARACTERS = 20_000_000


def too_many() -> RefusedFileError:
    """The refusal for more cells than a table takes at once."""
    return RefusedFileError(f"剪贴板里的内容超过 {MOST_CELLS:,} 格。请分几次粘贴，或把表格存成文件后用“导入”。")
