"""What the picture shows, asked of the payload as ``geo/web`` asks it.

The payload is what the live map draws from; here it is read by the same rules, so that
the two show the same marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from geo.page.picture.frame import Frame
from geo.page.wording import Wording

REMOTE = ("videoconference", "phone")
LEADERS = ("host", "co_host", "co_chair", "chair", "convener", "hub_host")

Point = tuple[float, float]


@dataclass(frozen=True)
class Scene:
    """A payload, the frame of its first view, and the words of its language."""

    payload: Mapping[str, Any]
    frame: Frame
    wording: Wording

    def layers(self, kind: str) -> list[Mapping[str, Any]]:
        """The layers of a kind that are shown as the map opens."""
        every = self.payload["layers"]
        return [spec for spec in every if spec["kind"] == kind and spec["shown"]]

    def status_of(self, country: str) -> str:
        """A country's status as the base layer paints it; blank without that layer."""
        if not self.layers("status"):
            return ""
        entry = self.payload["countries"].get(country, {})
        return str(entry.get("status", "no_data"))

    def is_weak(self, country: str) -> bool:
        entry = self.payload["countries"].get(country, {})
        return bool(self.layers("status")) and entry.get("strength") == "weak"

    def point(self, country: str) -> Point:
        lon, lat = self.payload["points"][country]
        return self.frame.point(lon, lat)

    def participants(self, spec: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """The countries that took part in a layer's meeting in the layer's way."""
        points = self.payload["points"]
        for part in self._present(spec):
            if part["kind"] == "country" and part["actor"] in points:
                yield part

    def others(self, spec: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Those that took part and have no place on the map."""
        return (part for part in self._present(spec) if part["kind"] != "country")

    def _present(self, spec: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        for entry in self.payload["attendance"].get(spec["meeting"], ()):
            told = self.payload["participations"][entry["rows"][0]]
            part = {"kind": "country", "occurrence": "actual", **told, **entry}
            if part.get("mode") in spec["modes"]:
                yield part

    def hubs(self, spec: Mapping[str, Any], hub: str | None = None) -> list[str]:
        """The meeting's places that have a position, or the one of a participant."""
        places = self.payload["places"]
        meeting = self.payload["meetings"][spec["meeting"]]
        ids = [hub] if hub else meeting.get("places", ())
        return [i for i in ids if "point" in places.get(i, {})]

    def hub_point(self, hub: str) -> Point:
        lon, lat = self.payload["places"][hub]["point"]
        return self.frame.point(lon, lat)


def is_remote(mode: str) -> bool:
    return mode in REMOTE


def leads(part: Mapping[str, Any]) -> bool:
    return any(role in LEADERS for role in part.get("roles", ()))


def is_doubtful(part: Mapping[str, Any]) -> bool:
    return part["occurrence"] != "actual" or bool(part.get("contested"))
