"""The colours of the window as named tokens: a light, a dark and a high-contrast palette.

Plain data without Qt, so that the contrast of every pair can be computed in a test
(WCAG 2.2: text 4.5:1, borders and signs 3:1).
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Tokens:
    """One palette; every value is ``#RRGGBB``. Names say what a colour is for, never how it looks."""

    name: str
    is_dark: bool
    window: str
    surface: str
    raised: str
    sunken: str
    hover: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    primary_soft: str
    selection: str
    on_selection: str
    focus: str
    accent: str
    accent_text: str
    accent_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    info: str
    info_soft: str
    brand: str
    on_brand: str
    on_brand_muted: str

    def colours(self) -> dict[str, str]:
        """Every colour by its token name."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("name", "is_dark")}


LIGHT = Tokens(
    name="light",
    is_dark=False,
    window="#F4F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#EDF0F3",
    hover="#E9EDF1",
    line="#DDE2E8",
    edge="#7D8797",
    text="#1A232E",
    muted="#545F6E",
    faint="#96A0AD",
    primary="#0E6873",
    primary_hover="#0B5962",
    primary_pressed="#084951",
    on_primary="#FFFFFF",
    primary_soft="#E0F0F1",
    selection="#D5EBED",
    on_selection="#10252A",
    focus="#1B8794",
    accent="#D9730D",
    accent_text="#9A4F05",
    accent_soft="#FDF0E3",
    danger="#BE3128",
    on_danger="#FFFFFF",
    danger_soft="#FCECEA",
    warning="#8A5300",
    warning_soft="#FFF3DA",
    success="#1B7044",
    success_soft="#E4F4EA",
    info="#22598F",
    info_soft="#E7F0FA",
    brand="#0B4A53",
    on_brand="#FFFFFF",
    on_brand_muted="#BEDADD",
)

DARK = Tokens(
    name="dark",
    is_dark=True,
    window="#14181D",
    surface="#1B2026",
    raised="#232930",
    sunken="#101419",
    hover="#2A313A",
    line="#2F3741",
    edge="#76828F",
    text="#E7EBF0",
    muted="#A6B0BC",
    faint="#69747F",
    primary="#4DBAC4",
    primary_hover="#66C8D1",
    primary_pressed="#3AA4AE",
    on_primary="#04262A",
    primary_soft="#16343A",
    selection="#1D454C",
    on_selection="#F1F6F7",
    focus="#5FCBD5",
    accent="#F0993B",
    accent_text="#F4AE63",
    accent_soft="#3A2A18",
    danger="#F2827A",
    on_danger="#2B0705",
    danger_soft="#3B1F1E",
    warning="#EDB95A",
    warning_soft="#372B14",
    success="#6CCB93",
    success_soft="#173324",
    info="#84B7EC",
    info_soft="#1A2C40",
    brand="#0C3238",
    on_brand="#F1F6F7",
    on_brand_muted="#A9C8CC",
)

CONTRAST = Tokens(
    name="contrast",
    is_dark=True,
    window="#000000",
    surface="#000000",
    raised="#0A0A0A",
    sunken="#000000",
    hover="#262626",
    line="#A6A6A6",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#E6E6E6",
    faint="#9C9C9C",
    primary="#FFD60A",
    primary_hover="#FFE45C",
    primary_pressed="#E0BB00",
    on_primary="#000000",
    primary_soft="#3A3200",
    selection="#FFD60A",
    on_selection="#000000",
    focus="#00E5FF",
    accent="#FFB35C",
    accent_text="#FFC680",
    accent_soft="#332100",
    danger="#FF9A94",
    on_danger="#000000",
    danger_soft="#3A0A07",
    warning="#FFD88A",
    warning_soft="#332600",
    success="#8DF0B4",
    success_soft="#002E14",
    info="#A8D4FF",
    info_soft="#00213F",
    brand="#000000",
    on_brand="#FFFFFF",
    on_brand_muted="#E6E6E6",
)

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
