"""Countries: dissolved areas with their names, codes, label point and true area."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas
import shapely

from data.derive.boundaries.policy import join_areas
from data.derive.boundaries.simplification import EQUAL_AREA
from geo.boundaries.read import COLUMNS

_TEXT = {
    "NAME": "name",
    "NAME_LONG": "name_long",
    "ISO_A2_EH": "iso_a2",
    "ISO_N3_EH": "iso_n3",
    "CONTINENT": "continent",
    "REGION_UN": "region_un",
    "SUBREGION": "subregion",
}
_NUMBER = {"LABEL_X": "label_lon", "LABEL_Y": "label_lat", "MIN_LABEL": "min_label"}
_NO_CODE = "-99"


def join_keys(
    default: geopandas.GeoDataFrame, own_keys: Mapping[str, str]
) -> dict[str, str]:
    """Return the join key of each Natural Earth code.

    It is the policy's own key, else ``ISO_A3_EH`` (``ISO_A3`` is -99 for France and
    Norway), else the Natural Earth code itself.
    """
    codes = zip(default["ADM0_A3"], default["ISO_A3_EH"], strict=True)
    keys = {code: code if iso == _NO_CODE else iso for code, iso in codes}
    return keys | dict(own_keys)


def dissolve_countries(
    areas: geopandas.GeoDataFrame,
    full_areas: geopandas.GeoDataFrame,
    default: geopandas.GeoDataFrame,
    keys: Mapping[str, str],
) -> geopandas.GeoDataFrame:
    """Dissolve areas into countries and give them their columns.

    Parameters
    ----------
    areas, full_areas
        Areas with ``owner``, simplified and not; the second are measured.
    default
        Natural Earth's default view, whose attributes are used.
    keys
        Join keys by owner.

    Returns
    -------
    geopandas.GeoDataFrame
        The columns of ``geo.boundaries.read.COLUMNS``, sorted by ``iso_a3``.
    """
    countries = join_areas(areas, ["owner"]).set_index("owner")
    facts = default.set_index("ADM0_A3").loc[countries.index]
    full = join_areas(full_areas, ["owner"]).set_index("owner")
    columns = {new: facts[old].replace(_NO_CODE, None) for old, new in _TEXT.items()}
    columns |= {new: facts[old].astype(float) for old, new in _NUMBER.items()}
    area_km2 = (full.to_crs(EQUAL_AREA).area / 1e6).round(2)
    countries = countries.assign(
        iso_a3=[keys[owner] for owner in countries.index],
        area_km2=area_km2.loc[countries.index],
        **columns,
    )
    countries = countries.sort_values("iso_a3").reset_index(drop=True)
    shapes = shapely.orient_polygons(shapely.normalize(countries.geometry.to_numpy()))
    return _place_labels(countries.set_geometry(shapes, crs=areas.crs)[list(COLUMNS)])


def _place_labels(countries: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Move label points that stand outside their country into its largest part."""
    shapes = countries.geometry.to_numpy()
    points = shapely.points(countries[["label_lon", "label_lat"]].to_numpy())
    outside = ~shapely.contains(shapes, points)
    for index in outside.nonzero()[0]:
        largest = max(shapely.get_parts(shapes[index]), key=shapely.area)
        points[index] = shapely.point_on_surface(largest)
    return countries.assign(
        label_lon=shapely.get_x(points).round(4),
        label_lat=shapely.get_y(points).round(4),
    )
