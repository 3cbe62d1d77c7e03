"""What folium asks the web for, served on this machine from packages of npm."""

from __future__ import annotations

import mimetypes
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

PACKAGES = Path(__file__).parents[1] / "uses" / "scripts" / "node_modules"

# By the last part of the address that folium has.
FILES = {
    "arrow-move.png": "leaflet-draw/dist/images/layers.png",
    "Control.FullScreen.css": "leaflet.fullscreen/Control.FullScreen.css",
    "Control.FullScreen.min.js": "leaflet.fullscreen/Control.FullScreen.js",
    "Control.Geocoder.css": "leaflet-control-geocoder/dist/Control.Geocoder.css",
    "Control.Geocoder.js": "leaflet-control-geocoder/dist/Control.Geocoder.js",
    "d3.min.js": "d3/d3.min.js",
    "easy-button.css": "leaflet-easybutton/src/easy-button.css",
    "easy-button.js": "leaflet-easybutton/src/easy-button.js",
    "iso8601.min.js": "iso8601-js-period/iso8601.js",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "jquery-ui.js": "jquery-ui-dist/jquery-ui.js",
    "jquery-ui.min.js": "jquery-ui-dist/jquery-ui.min.js",
    "jquery.min.js": "jquery/dist/jquery.min.js",
    "L.Control.Layers.Tree.min.css": (
        "leaflet.control.layers.tree/L.Control.Layers.Tree.css"
    ),
    "L.Control.Layers.Tree.min.js": (
        "leaflet.control.layers.tree/L.Control.Layers.Tree.js"
    ),
    "L.Control.Locate.min.css": "leaflet.locatecontrol/dist/L.Control.Locate.min.css",
    "L.Control.Locate.min.js": "leaflet.locatecontrol/dist/L.Control.Locate.min.js",
    "leaflet-ant-path.min.js": "leaflet-ant-path/dist/leaflet-ant-path.js",
    "leaflet-geoman.css": "@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css",
    "leaflet-geoman.js": "@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.js",
    "leaflet-measure.min.css": "leaflet-measure/dist/leaflet-measure.css",
    "leaflet-measure.min.js": "leaflet-measure/dist/leaflet-measure.min.js",
    "leaflet-realtime.js": "leaflet-realtime/dist/leaflet-realtime.js",
    "leaflet-search.min.css": "leaflet-search/dist/leaflet-search.min.css",
    "leaflet-search.min.js": "leaflet-search/dist/leaflet-search.min.js",
    "leaflet-tag-filter-button.css": (
        "leaflet-tag-filter-button/src/leaflet-tag-filter-button.css"
    ),
    "leaflet-tag-filter-button.js": (
        "leaflet-tag-filter-button/src/leaflet-tag-filter-button.js"
    ),
    "leaflet.awesome-markers.css": (
        "leaflet.awesome-markers/dist/leaflet.awesome-markers.css"
    ),
    "leaflet.awesome-markers.js": (
        "leaflet.awesome-markers/dist/leaflet.awesome-markers.js"
    ),
    "leaflet.boatmarker.min.js": "leaflet.boatmarker/leaflet.boatmarker.min.js",
    "leaflet.draw.css": "leaflet-draw/dist/leaflet.draw.css",
    "leaflet.draw.js": "leaflet-draw/dist/leaflet.draw.js",
    "leaflet.featuregroup.subgroup.js": (
        "leaflet.featuregroup.subgroup/dist/leaflet.featuregroup.subgroup.js"
    ),
    "leaflet.groupedlayercontrol.min.css": (
        "leaflet-groupedlayercontrol/dist/leaflet.groupedlayercontrol.min.css"
    ),
    "leaflet.groupedlayercontrol.min.js": (
        "leaflet-groupedlayercontrol/dist/leaflet.groupedlayercontrol.min.js"
    ),
    "leaflet.markercluster.js": "leaflet.markercluster/dist/leaflet.markercluster.js",
    "leaflet.pattern.js": "leaflet.pattern/dist/leaflet.pattern.js",
    "leaflet.polylineoffset.min.js": "leaflet-polylineoffset/leaflet.polylineoffset.js",
    "leaflet.terminator": "@joergdietrich/leaflet.terminator/L.Terminator.js",
    "leaflet.textpath.min.js": "leaflet-textpath/leaflet.textpath.js",
    "leaflet.timedimension.control.css": (
        "leaflet-timedimension/dist/leaflet.timedimension.control.css"
    ),
    "leaflet.timedimension.min.js": (
        "leaflet-timedimension/dist/leaflet.timedimension.min.js"
    ),
    "leaflet.timeline.min.js": "leaflet.timeline/dist/leaflet.timeline.js",
    "leaflet_heat.min.js": "leaflet.heat/dist/leaflet-heat.js",
    "MarkerCluster.css": "leaflet.markercluster/dist/MarkerCluster.css",
    "MarkerCluster.Default.css": "leaflet.markercluster/dist/MarkerCluster.Default.css",
    "moment.min.js": "moment/min/moment.min.js",
    "oms.min.js": "overlapping-marker-spiderfier-leaflet/dist/oms.js",
    "pa7_hm.min.js": "heatmap.js/build/heatmap.js",
    "pa7_leaflet_hm.min.js": "heatmap.js/plugins/leaflet-heatmap/leaflet-heatmap.js",
    "Polyline.encoded.js": "polyline-encoded/Polyline.encoded.js",
    "ripple.min.css": "leaflet-tag-filter-button/docs/assets/css/ripple.min.css",
    "Semicircle.min.js": "leaflet-semicircle/Semicircle.js",
    "topojson.min.js": "topojson/build/topojson.min.js",
}
# Typefaces of icons, and the colours of code: a page is seen well enough without.
EMPTY = {"all.min.css", "bootstrap-glyphicons.css", "default.min.css"}

_ASKED = re.compile(
    r"""(<(?:script|link|img)\b[^>]*?\b(?:src|href)=")https?://[^"]*?([^/"]+)"""
    r"""(?=")"""
)


# A typeface that a plugin's style sheet has from the web in its turn.
_FONTS = re.compile(rb"@font-face\s*\{[^}]*//[^}]*\}")


class _Files(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # as the base class calls it
        name = self.path.rsplit("/", 1)[-1]
        body = b""
        if name not in EMPTY:
            path = PACKAGES / FILES.get(name, name)
            if not path.is_file():
                # A picture that a style sheet names beside itself.
                path = next(PACKAGES.rglob(name), path)
            body = _FONTS.sub(b"", path.read_bytes())
        self.send_response(200)
        self.send_header(
            "Content-Type", mimetypes.guess_type(name)[0] or "text/javascript"
        )
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Keep the tests' output free of it."""


@contextmanager
def folium_files() -> Iterator[str]:
    """Serve them; give the address."""
    if not PACKAGES.is_dir():
        reason = "the scripts that folium asks for are not installed (make hosts)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def asked_here(page: str, address: str) -> str:
    """Return a page that asks for its files here, not on the web."""
    return _ASKED.sub(lambda match: f"{match[1]}{address}/{match[2]}", page)
