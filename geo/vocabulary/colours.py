"""How far two colours are apart, for every eye: CIEDE2000, and lacking cones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

LEAST = 10.0
"""Colours of statuses that are nearer to each other are taken for one another."""

ALL_CONES = "all cones"

# How those see who lack one kind of cones: Machado, Oliveira and Fernandes 2009,
# https://doi.org/10.1109/TVCG.2009.113, severity 1, on linear sRGB.
EYES: Mapping[str, Sequence[Sequence[float]]] = {
    ALL_CONES: ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
XYZ = (
    (0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)  # fmt: skip
WHITE = (0.95047, 1.0, 1.08883)

Triple = Sequence[float]


def linear(colour: str) -> list[float]:
    """Return a colour, as ``#0d4a80``, as linear sRGB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def turned(matrix: Sequence[Triple], light: Triple) -> list[float]:
    """Return the product of a matrix and a colour."""
    return [sum(a * b for a, b in zip(row, light, strict=True)) for row in matrix]


def lab(light: Triple) -> list[float]:
    """Return linear sRGB as CIE L*a*b*."""
    clipped = [min(max(part, 0.0), 1.0) for part in light]
    x = [part / white for part, white in zip(turned(XYZ, clipped), WHITE, strict=True)]
    fx, fy, fz = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in x
    )
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]


def difference(one: Triple, other: Triple) -> float:
    """Return CIEDE2000 of two colours in L*a*b*."""
    chroma = hypot(*one[1:]), hypot(*other[1:])
    mean7 = ((chroma[0] + chroma[1]) / 2) ** 7
    stretch = 1 + 0.5 * (1 - sqrt(mean7 / (mean7 + 25**7)))
    (l1, a1, b1), (l2, a2, b2) = one, other
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = (degrees(atan2(b, a)) % 360 for b, a in ((b1, a1), (b2, a2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    across = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    light, c = (l1 + l2) / 2, (c1 + c2) / 2
    waves = ((0.17, 1, -30), (-0.24, 2, 0), (-0.32, 3, 6), (0.20, 4, -63))
    t = 1 - sum(k * cos(radians(n * hue + off)) for k, n, off in waves)
    bent = radians(60 * exp(-(((hue - 275) / 25) ** 2)))
    rotated = -sin(bent) * 2 * sqrt(c**7 / (c**7 + 25**7))
    dl = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * c)
    dh = across / (1 + 0.015 * c * t)
    return sqrt(dl**2 + dc**2 + dh**2 + rotated * dc * dh)


def apart(one: str, other: str) -> dict[str, float]:
    """Return how far two colours are apart, by who looks at them."""
    return {
        eye: difference(
            lab(turned(seen, linear(one))), lab(turned(seen, linear(other)))
        )
        for eye, seen in EYES.items()
    }
