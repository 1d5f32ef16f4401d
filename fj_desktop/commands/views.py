"""``views``: the saved views of a library."""

import argparse

from fj_desktop.commands.common import print_json
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk


def views(given: argparse.Namespace, desk: Desk) -> int:
    """List the saved views of a library."""
    found = desk.views.of(CATALOG[given.library])
    if given.json:
        print_json(
            [{"id": str(one.id), "name": one.name, "owner": one.owner, "remarks": list(one.remarks)} for one in found]
        )
        return 0
    for one in found:
        print("\t".join((one.name, one.owner or "本人", *one.remarks)))
    return 0


ON_DESK = {"views": views}
