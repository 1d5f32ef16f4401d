"""The five offices; apart from the declarations, so that the first pages need nothing else."""

from collections.abc import Mapping

OFFICES: Mapping[str, str] = {
    "HQ": "县中心",
    "YRD": "长三角",
    "GBA": "粤港澳大湾区",
    "JJJ": "京津冀",
    "CEN": "中部地区",
}
"""Office codes and names (notice, mechanism ten, item two: four resident regions, and the county centre)."""
