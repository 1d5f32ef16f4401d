"""产业链图谱: the links of a chain with who is here, who is wanted, and the projects on them (clauses 1.2 and 3.2)."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.chain_layout import Layout, Link, laid_out
from fj_desktop.services.identity import Identity
from fj_desktop.services.leaving import LeavingGate
from fj_desktop.store import parts, queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

NODES, CHAINS = CATALOG["nodes"], CATALOG["chains"]
MISSING, WEAK = "缺失", "薄弱"
LINE, PAD, _MOST_NAMES = 15.0, 9.0, 4
PAPERS = ("A3", "A4")
_COMPANIES = ("local_company_ids", "target_company_ids")


@dataclass(frozen=True)
class MapNode:
    """One link: its state here, and names of the companies here, those wanted, and the projects of either."""

    id: uuid.UUID
    name: str
    position: str
    gap: str
    parent: uuid.UUID | None
    local: Sequence[str]
    wanted: Sequence[str]
    projects: Sequence[str]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What stands in its box: the kind of each line and its words."""
        found = [("name", self.name if self.gap == "已有" else f"{self.name}（{self.gap}）")]
        for kind, mark, names in (
            ("local", "●", self.local),
            ("wanted", "○", self.wanted),
            ("project", "▶", self.projects),
        ):
            found += [(kind, f"{mark} {one}") for one in names[:_MOST_NAMES]]
            if len(names) > _MOST_NAMES:
                found.append((kind, f"{mark} 另有 {len(names) - _MOST_NAMES} 个"))
        return found

    @property
    def height(self) -> float:
        return 2 * PAD + LINE * len(self.lines)


@dataclass(frozen=True)
class ChainMap:
    """A chain's map."""

    chain: uuid.UUID
    name: str
    about: str
    nodes: Sequence[MapNode]

    @property
    def layout(self) -> Layout:
        """Where the links stand."""
        return laid_out([Link(one.id, one.position, one.parent, one.height) for one in self.nodes])


class ChainMapService:
    """Reads the maps and prints them."""

    def __init__(self, store: Store, identity: Identity, gate: LeavingGate) -> None:
        self._store, self._identity, self._gate = store, identity, gate

    def chains(self) -> list[tuple[uuid.UUID, str]]:
        """The chains by code."""
        table = record_table(CHAINS)
        asked = select(table.c.id, table.c.name).where(table.c.deleted.is_(False)).order_by(table.c.code)
        with self._store.reading() as connection:
            return [(one, str(name)) for one, name in connection.execute(asked)]

    def named(self, text: str) -> uuid.UUID:
        """A chain by name, code or id.

        Raises:
            UserError: there is none; the text lists them.
        """
        chains = self.chains()
        for one, name in chains:
            if text.strip() in (str(one), name):
                return one
        names = "、".join(name for _, name in chains[:20])
        raise UserError(f"没有“{text[:20]}”这条产业链。现有：{names}。")

    def of(self, chain: uuid.UUID) -> ChainMap:
        """The map of a chain.

        Raises:
            UserError: there is no such chain.
        """
        with self._store.reading() as connection:
            found = parts.rows(connection, CHAINS, [chain])
            if not found:
                raise UserError("这条产业链不在台账里，请刷新后再试。")
            rows = parts.rows_of(connection, NODES, "chain_id", [chain])
            projects = _projects(connection, chain)
            nodes = [_node(connection, row, projects) for row in rows]
        gaps = sum(one.gap == MISSING for one in nodes)
        weak = sum(one.gap == WEAK for one in nodes)
        leader = f"链长 {found[0]['leader_name']}　" if found[0]["leader_name"] else ""
        about = f"{leader}环节 {len(nodes)} 个，缺失 {gaps} 个，薄弱 {weak} 个，项目 {len(projects)} 个"
        return ChainMap(chain, str(found[0]["name"]), about, nodes)

    def write(self, out: Path, chain: uuid.UUID, paper: str = "A3") -> None:
        """Print a map as .pdf, or as .png of the same; that it left is kept.

        Raises:
            UserError: another kind of file or paper, the map is empty, or the file can't be written.
        """
        from fj_desktop.exchange.documents.chain_map import MapPrint, write_chain_map

        if out.suffix.lower() not in (".pdf", ".png"):
            raise UserError(f"图谱只能存为 .pdf 或 .png，“{out.name[:60]}”不是。")
        if paper not in PAPERS:
            raise UserError(f"纸张只有 {'、'.join(PAPERS)}。")
        made = self.of(chain)
        if not made.nodes:
            raise UserError(f"“{made.name}”还没有环节，请先在“图谱环节”里添加。")
        self._gate.let_out("export", NODES, f"chain map, {len(made.nodes)} links, {out.suffix.lower()}")
        boxes = {one.id: one.lines for one in made.nodes}
        states = {one.id: one.gap for one in made.nodes}
        edges = [(one.parent, one.id) for one in made.nodes if one.parent is not None]
        now = self._store.clock.now().astimezone(COUNTY_ZONE)
        made_by = f"{self._identity.office_name} {self._identity.name}"
        page = MapPrint(f"{made.name}产业链图谱", made.about, made.layout, boxes, states, edges, made_by, now)
        write_chain_map(out, page, paper)


def links_of(connection: Connection, project: Mapping[str, Any]) -> list[str]:
    """Names of the links a project is on: the one it names, else those of its chain that know its company."""
    rows = parts.rows_of(connection, NODES, "chain_id", [project["chain_id"]] if project["chain_id"] else [])
    return [row["name"] for row in rows if _is_on(project["node_id"], project["company_id"], row)]


def _is_on(node: uuid.UUID | None, company: uuid.UUID | None, row: Mapping[str, Any]) -> bool:
    if node is not None:
        return bool(node == row["id"])
    return company is not None and str(company) in {str(one) for field in _COMPANIES for one in row[field]}


def _projects(connection: Connection, chain: uuid.UUID) -> list[tuple[Any, Any, str]]:
    table = record_table(CATALOG["projects"])
    asked = select(table.c.node_id, table.c.company_id, table.c.name, table.c.stage).where(
        table.c.chain_id == chain, table.c.deleted.is_(False), table.c.outcome.is_distinct_from("退库")
    )
    return [(node, company, f"{name}（{stage}）") for node, company, name, stage in connection.execute(asked)]


def _node(connection: Connection, row: dict[str, Any], projects: list[tuple[Any, Any, str]]) -> MapNode:
    companies = {field: [uuid.UUID(str(one)) for one in row[field]] for field in _COMPANIES}
    names = queries.names(connection, CATALOG["companies"], [one for mine in companies.values() for one in mine])
    local, wanted = ([str(names.get(str(one), "")) for one in mine] for mine in companies.values())
    on_it = [name for node, company, name in projects if _is_on(node, company, row)]
    return MapNode(row["id"], row["name"], row["position"], row["gap"], row["parent_id"], local, wanted, on_it)
