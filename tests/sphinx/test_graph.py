"""The graph of what uses what: its layout, and the drawing on a page."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.sphinx.layers import BOX_HEIGHT, BOX_WIDTH, layered
from tests.sphinx.conftest import Project

SVG = "{http://www.w3.org/2000/svg}"


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]]]:
    """Nodes, and edges from earlier ones to later ones."""
    names = [f"n{number:02}" for number in range(draw(st.integers(1, 14)))]
    pairs = list(combinations(names, 2))
    edges = draw(st.lists(st.sampled_from(pairs), max_size=25, unique=True)) if pairs else []
    return names, edges


@given(graphs())
def test_boxes_do_not_overlap_and_edges_go_to_the_right(
    graph: tuple[list[str], list[tuple[str, str]]],
) -> None:
    names, edges = graph
    drawing = layered(names, edges)
    boxes = {box.name: box for box in drawing.boxes}
    assert sorted(boxes) == names
    for one, other in combinations(drawing.boxes, 2):
        beside = abs(one.x - other.x) >= BOX_WIDTH
        assert beside or abs(one.y - other.y) >= BOX_HEIGHT - 1e-6
    assert set(drawing.edges) == set(edges)
    for (start, end), points in drawing.edges.items():
        assert points[0] == (
            boxes[start].x + BOX_WIDTH,
            pytest.approx(boxes[start].y + BOX_HEIGHT / 2),
        )
        assert points[-1] == (boxes[end].x, pytest.approx(boxes[end].y + BOX_HEIGHT / 2))
        assert all(left[0] < right[0] for left, right in pairwise(points))
    for box in drawing.boxes:
        assert 0 <= box.x <= drawing.width - BOX_WIDTH
        assert -1e-6 <= box.y <= drawing.height - BOX_HEIGHT + 1e-6


@given(graphs())
def test_the_same_graph_is_drawn_the_same(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    names, edges = graph
    assert layered(names, edges) == layered(reversed(names), reversed(edges))


def test_crossings_are_removed() -> None:
    drawing = layered(["a", "b", "x", "y"], [("a", "y"), ("b", "x"), ("a", "x")])
    heights = {box.name: box.y for box in drawing.boxes}
    assert (heights["a"] < heights["b"]) == (heights["y"] < heights["x"])


def drawn(page: str) -> ElementTree.Element:
    (svg,) = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    return ElementTree.fromstring(svg)


def test_every_node_is_a_link_that_tells_what_it_says(project: Project) -> None:
    project.pages(
        one=".. derive-theorem:: geometry.double\n\n.. derive-theorem:: geometry.half",
        two=".. derive-theorem:: other.alone",
        graph=".. derive-graph::",
    )
    svg = drawn(project.build().text("graph.html"))
    links = {node.get("href"): node for node in svg.iter(f"{SVG}a")}
    assert set(links) == {
        "one.html#geometry.double",
        "one.html#geometry.half",
        "two.html#other.alone",
    }
    node = links["one.html#geometry.double"]
    assert node.get("aria-label") == "Double square, proved"
    title = node.find(f"{SVG}title")
    assert title is not None
    assert title.text == "Double square (proved)\nS = 2a²"
    edges = [node for node in svg.iter(f"{SVG}g") if node.get("data-from")]
    assert [(e.get("data-from"), e.get("data-to")) for e in edges] == [
        ("geometry.double", "geometry.half")
    ]


def test_the_part_around_a_theorem(project: Project) -> None:
    project.pages(graph=".. derive-graph:: geometry.double")
    svg = drawn(project.build().text("graph.html"))
    names = {node.get("data-name"): node for node in svg.iter(f"{SVG}g") if node.get("data-name")}
    assert set(names) == {"geometry.double", "geometry.half"}
    assert "derive-focus" in str(names["geometry.double"].get("class"))
    assert not list(svg.iter(f"{SVG}a"))  # no document shows them


def test_statuses_differ_in_shape_and_sign(project: Project) -> None:
    project.replace("proofs/square.py", "b = 2 a", "b = 2 a a / a")
    project.pages(graph=".. derive-graph::")
    svg = drawn(project.build(strict=False).text("graph.html"))
    nodes = {node.get("data-name"): node for node in svg.iter(f"{SVG}g") if node.get("data-name")}

    def look(name: str) -> tuple[str | None, str | None]:
        rectangle = nodes[name].find(f"{SVG}rect")
        assert rectangle is not None
        return rectangle.get("rx"), nodes[name].findtext(f"{SVG}text")

    assert look("other.alone") == ("10", "✔")
    assert look("geometry.double") == (None, "?")
    legend = next(node for node in svg.iter(f"{SVG}g") if node.get("class") == "derive-legend")
    words = {text.text for text in legend.iter(f"{SVG}text")}
    assert {"proved", "undecided", "is used in"} <= words
