"""The colours are told apart with every common kind of colour vision; pictures have no others."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import same_color, to_rgb

from derive.loading import LIBRARY
from derive.pictures import pictures_of
from derive.pictures.style import BLACK, BLUE, COLOURS, GREEN, GREY, ORANGE, VERMILION

VISION = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
"""Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB."""

TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ @ np.ones(3)
TOGETHER = (
    (BLUE, ORANGE),
    (BLUE, VERMILION),
    (BLUE, VERMILION, BLACK),
    (GREEN, VERMILION),
    (BLUE, VERMILION, GREY),
)
"""Colours that mean different things in one picture."""


def lab(colour: str, vision) -> np.ndarray:
    rgb = np.array(to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    ratios = TO_XYZ @ np.clip(np.array(vision) @ linear, 0, 1) / WHITE
    x, y, z = np.where(ratios > 0.008856, np.cbrt(ratios), 7.787 * ratios + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(one: str, other: str, vision) -> float:
    return float(np.linalg.norm(lab(one, vision) - lab(other, vision)))


@pytest.mark.parametrize("kind", VISION)
def test_colours_that_are_used_together_differ(kind):
    for group in TOGETHER:
        for one, other in combinations(group, 2):
            assert distance(one, other, VISION[kind]) > 20, (one, other)


def test_red_and_green_of_the_default_palette_would_not():
    red, green = "#d62728", "#2ca02c"
    assert distance(red, green, VISION["normal"]) > 100
    assert distance(red, green, VISION["deuteranopia"]) < 45


@pytest.mark.parametrize(
    "name", [n for n in pictures_of(LIBRARY) if n != "quantum.string_diagrams"]
)
def test_pictures_have_no_other_colours(drawn, name):
    lines = drawn(name).findobj(
        lambda artist: artist.get_visible() and hasattr(artist, "get_color")
    )
    for line in lines:
        colour = line.get_color()
        known = any(same_color(colour, one) for one in (*COLOURS, GREY))
        assert known or np.ndim(colour) > 1, (line, colour)
