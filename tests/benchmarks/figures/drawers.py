"""Two ways to draw one figure, each run in a process of its own.

``python -m tests.benchmarks.figures.drawers NAME FORMAT FILE`` draws the Europe view of
the shipped map, 720 pixels wide, and prints the processor time in seconds and the most
memory in megabytes that it took, imports counted: whoever draws a figure waits for all
of it.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from geo.layers.figures import radius_px

ROOT = Path(__file__).parents[3]
DEFINITION = ROOT / "maps" / "coalition.toml"
WIDTH_PX, HEIGHT_PX, PNG_SCALE = 720, 900, 2


def pledgemap(form: str, path: Path) -> None:
    import geo

    figure = geo.draw_figure(DEFINITION, width_px=WIDTH_PX)
    if form == "svg":
        path.write_text(figure.svg, encoding="utf-8")
    else:
        path.write_bytes(figure.png(PNG_SCALE) if form == "png" else figure.pdf())


def geopandas_plot(form: str, path: Path) -> None:
    """Draw the same layers: colours, borders, circles, names, title and legend."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt
    from matplotlib.patches import Patch

    import geo
    from geo.vocabulary.statuses import STATUSES

    pledges = geo.read_pledges(ROOT / "data" / "pledges.csv")
    joined = geo.join_pledges(pledges, geo.read_boundaries())
    features = joined.cx[-60:90, 20:85].to_crs(3035)
    points = joined.set_index("iso_a3")
    places = points.set_geometry(
        points.geometry.from_xy(points["label_lon"], points["label_lat"], crs=4326)
    ).to_crs(3035)
    colours = dict(zip(STATUSES, mpl.colormaps["tab10"].colors, strict=False))
    colours["no_data"] = (0.9, 0.9, 0.9)
    figure, axes = plt.subplots(figsize=(WIDTH_PX / 96, HEIGHT_PX / 96), dpi=96)
    features.plot(
        ax=axes, color=features["status"].map(colours), edgecolor="white", linewidth=0.5
    )
    told = pledges[pledges["troops_max"].notna() & pledges["actor"].isin(places.index)]
    at = places.loc[told["actor"]]
    area = [(2 * radius_px(n) * 72 / 96) ** 2 for n in told["troops_max"].astype(float)]
    axes.scatter(at.geometry.x, at.geometry.y, s=area, facecolor="none", edgecolor="k")
    for key in features.loc[features["status"] != "no_data", "iso_a3"]:
        place = places.loc[key].geometry
        axes.annotate(key, (place.x, place.y), fontsize=7, ha="center", clip_on=True)
    axes.set(xlim=(2.4e6, 7.1e6), ylim=(1.3e6, 5.5e6), title="Who would send troops")
    axes.set_axis_off()
    handles = [Patch(color=colour, label=name) for name, colour in colours.items()]
    figure.legend(handles=handles, loc="lower center", ncols=3, fontsize=8)
    figure.savefig(path, format=form, dpi=96 * (PNG_SCALE if form == "png" else 1))


DRAWERS = {"pledgemap figure": pledgemap, "geopandas .plot": geopandas_plot}


def main(name: str, form: str, file: str) -> None:
    DRAWERS[name](form, Path(file))
    used = resource.getrusage(resource.RUSAGE_SELF)
    megabytes = used.ru_maxrss / 1024
    print(f"{used.ru_utime + used.ru_stime:.2f} {megabytes:.0f}")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
