"""Undo and redo of what this desk did, newest first, from the captured changes; both are recorded themselves."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.identity import Identity
from fj_desktop.services.taking_back import Undone, take_back
from fj_desktop.store import queries
from fj_desktop.store.transactions import Store, last_transaction

_DEEPEST = 1000
"""So many transactions back a step is looked for, undone ones counted in."""
_LONG = 500
"""With so many changes a step is no longer taken back at once."""
_NOT_STEPS = frozenset({"found", "demo", "erase", "lost"})
ACTIONS = {
    "add": "新增",
    "change": "修改",
    "delete": "删除",
    "restore": "恢复",
    "merge": "合并",
    "not-same": "查重结论",
    "view": "视图",
    "import": "导入",
    "capture": "速记",
    "move": "阶段变动",
    "drop": "退库",
    "release": "地块自动释放",
    "publish": "发布清单",
    "handover": "移交名下事项",
    "draw": "抽取专家",
    "fill-review": "填入当年成果",
    "settle": "行程晚间填报",
    "undo-import": "撤销导入",
    "undo": "撤销",
    "redo": "重做",
    "put-back": "还原旧值",
    "attach": "添加附件",
    "detach": "移除附件",
    "bulk": "批量修改",
    "fill": "向下填充",
    "paste": "粘贴",
    "clear": "清空",
    "erase": "删除个人信息",
    "lost": "记录已损坏缺失",
    "found": "建立台账",
    "demo": "装入示例",
}
"""What a transaction did, in Chinese."""


@dataclass(frozen=True)
class Step:
    """One transaction that can be taken back: its number, what it did, in words, and whether that takes long."""

    seq: int
    words: str
    is_long: bool = False


@dataclass(frozen=True)
class Taken:
    """What an undo or a redo did, in words, and the names of what stayed because it was edited since."""

    words: str
    kept: tuple[str, ...]


class UndoService:
    """Undo and redo. ``since`` is the last transaction before the present session; 0 reaches further back."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer
        with store.reading() as connection:
            self.opened_at = last_transaction(connection)

    def next_undo(self, since: int = 0) -> Step | None:
        """What an undo would take back now."""
        return self._step(_undoable, since)

    def next_redo(self, since: int = 0) -> Step | None:
        """What a redo would bring back now; None once something else was done after the undo."""
        return self._step(_redoable, since)

    def undo(self, since: int = 0, progress: Progress | None = None) -> Taken:
        """Take the newest step back.

        Raises:
            UserError: there is nothing to undo.
            Cancelled: the person stopped it; nothing is changed.
        """
        step = self.next_undo(since)
        if step is None:
            raise UserError("没有可以撤销的操作。")
        return self._take(step, "undo", "已撤销", progress)

    def redo(self, since: int = 0, progress: Progress | None = None) -> Taken:
        """Do again what the last undo took back.

        Raises:
            UserError: there is nothing to redo.
            Cancelled: the person stopped it; nothing is changed.
        """
        step = self.next_redo(since)
        if step is None:
            raise UserError("没有可以重做的操作。")
        return self._take(step, "redo", "已重做", progress)

    def _take(self, step: Step, action: str, done: str, progress: Progress | None) -> Taken:
        undone: Undone = take_back(self._store, self._identity, step.seq, action, progress)
        for table in undone.tables:
            self._announcer.changed(table, ())
        return Taken(f"{done}：{step.words}", tuple(name for name in undone.kept if name))

    def _step(self, choose: Callable[[list[tuple[int, int | None, str]]], int | None], since: int) -> Step | None:
        with self._store.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT seq, undoes, action FROM _txn WHERE replica = 1 AND seq > ? ORDER BY seq DESC LIMIT ?",
                (since, _DEEPEST),
            ).fetchall()
            seq = choose([(int(row[0]), row[1], str(row[2])) for row in rows])
            return None if seq is None else Step(seq, words_of(connection, seq), _is_long(connection, seq))


def _is_long(connection: Connection, seq: int) -> bool:
    many = "SELECT count(*) FROM (SELECT 1 FROM _change WHERE replica = 1 AND seq = ? LIMIT ?)"
    return int(connection.exec_driver_sql(many, (seq, _LONG)).scalar_one()) == _LONG


def _undoable(newest_first: list[tuple[int, int | None, str]]) -> int | None:
    gone: set[int] = set()
    for seq, undoes, action in newest_first:
        if seq in gone:
            continue
        if undoes is None:
            return None if action in _NOT_STEPS else seq
        gone.add(undoes)
    return None


def _redoable(newest_first: list[tuple[int, int | None, str]]) -> int | None:
    gone: set[int] = set()
    for seq, undoes, action in newest_first:
        if seq in gone:
            continue
        if undoes is None:
            return None
        if action != "redo":
            return seq
        gone.add(undoes)
    return None


def words_of(connection: Connection, seq: int) -> str:
    """What a transaction did: 修改“张三”（企业家资源库）. For one that takes back, what the one taken back did."""
    action, undoes = connection.exec_driver_sql(
        "SELECT action, undoes FROM _txn WHERE replica = 1 AND seq = ?", (seq,)
    ).one()
    if undoes is not None:
        return words_of(connection, int(undoes))
    # The last row written is the role, its masters come before it.
    found = connection.exec_driver_sql(
        'SELECT tbl, "row" FROM _change JOIN _column ON _column.no = _change.col '
        "WHERE replica = 1 AND seq = ? AND tbl <> 'member' ORDER BY _change.no DESC LIMIT 1",
        (seq,),
    ).first()
    verb = ACTIONS.get(str(action), str(action))
    if found is None:
        return verb
    library, record = CATALOG.of_table(str(found[0])), uuid.UUID(bytes=bytes(found[1]))
    name = queries.names(connection, library, [record]).get(str(record), "")
    several = connection.exec_driver_sql(
        "SELECT 1 FROM _change JOIN _column ON _column.no = _change.col WHERE replica = 1 AND seq = ? AND tbl = ? "
        'AND "row" <> ? LIMIT 1',
        (seq, library.table, record.bytes),
    ).first()
    return f"{verb}“{name}”{'等多条' if several else ''}（{library.title}）"
