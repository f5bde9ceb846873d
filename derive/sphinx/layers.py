"""A layout for graphs without circles: in layers from left to right, with few crossings.

Each connected part is laid out by itself; what is connected to nothing fills rows below.

References: K. Sugiyama, S. Tagawa and M. Toda, Methods for visual understanding of hierarchical
system structures (1981), for the layers; the order within them is improved by barycentres.

Main results: `Layered`, `Box`, `layered`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

BOX_WIDTH, BOX_HEIGHT = 205.0, 54.0
_ACROSS, _DOWN = 46.0, 14.0
"""The room between boxes."""
_THIN = 8.0
"""The height of an edge where it passes a layer."""
_APART = 34.0
"""The room between connected parts."""
_SWEEPS = 12
_COLUMNS = 4

Waypoint = tuple[str, str, int]
"""Where an edge passes a layer: between which nodes, and the layer."""
Vertex = str | Waypoint
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A node; `x` and `y` are its upper left corner."""

    name: str
    x: float
    y: float


@dataclass(frozen=True)
class Layered:
    """A drawing: boxes, the points through which each edge goes, and the size of the whole."""

    boxes: tuple[Box, ...]
    edges: Mapping[tuple[str, str], tuple[Point, ...]]
    width: float
    height: float


def layered(names: Iterable[str], edges: Iterable[tuple[str, str]]) -> Layered:
    """Lay out a graph; each edge goes from left to right.

    Args:
        names: its nodes.
        edges: pairs of them.

    Raises:
        networkx.NetworkXUnfeasible: there is a circle.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(names)
    graph.add_edges_from(sorted(edges))
    parts = sorted(nx.weakly_connected_components(graph), key=lambda part: (-len(part), min(part)))
    boxes: list[Box] = []
    ways: dict[tuple[str, str], tuple[Point, ...]] = {}
    top = 0.0
    for part in parts:
        if len(part) > 1:
            found = _part(graph.subgraph(part))
            boxes += [Box(box.name, box.x, box.y + top) for box in found.boxes]
            for edge, points in found.edges.items():
                ways[edge] = tuple((x, y + top) for x, y in points)
            top += found.height + _APART
    single = [name for part in parts if len(part) == 1 for name in part]
    boxes += _rows(sorted(single), top)
    width = max((box.x for box in boxes), default=0.0) + BOX_WIDTH
    height = max((box.y for box in boxes), default=0.0) + BOX_HEIGHT
    return Layered(tuple(boxes), ways, width, height)


def _rows(names: Sequence[str], top: float) -> list[Box]:
    return [
        Box(
            name,
            (place % _COLUMNS) * (BOX_WIDTH + _ACROSS / 2),
            top + place // _COLUMNS * (BOX_HEIGHT + _DOWN),
        )
        for place, name in enumerate(names)
    ]


def _part(graph: nx.DiGraph[str]) -> Layered:
    """One connected part."""
    layer_of = {
        name: number
        for number, layer in enumerate(nx.topological_generations(graph))
        for name in layer
    }
    for name in reversed(list(nx.topological_sort(graph))):  # as far right as what uses it allows
        after = [layer_of[other] for other in graph.successors(name)]
        if after and not graph.in_degree(name):
            layer_of[name] = min(after) - 1
    chains = {edge: _chain(edge, layer_of) for edge in sorted(graph.edges)}
    links = [pair for chain in chains.values() for pair in pairwise(chain)]
    layers: list[list[Vertex]] = [[] for _ in range(max(layer_of.values()) + 1)]
    for name in sorted(layer_of):
        layers[layer_of[name]].append(name)
    for chain in chains.values():
        for vertex in chain[1:-1]:
            if not isinstance(vertex, str):
                layers[vertex[2]].append(vertex)
    order = _untangled(layers, links)
    heights = _heights(order, links)
    across = {
        vertex: k * (BOX_WIDTH + _ACROSS) for k, layer in enumerate(order) for vertex in layer
    }
    boxes = [Box(name, across[name], heights[name] - BOX_HEIGHT / 2) for name in sorted(layer_of)]
    ways = {edge: _points(chain, across, heights) for edge, chain in chains.items()}
    return Layered(tuple(boxes), ways, 0.0, max(box.y for box in boxes) + BOX_HEIGHT)


def _chain(edge: tuple[str, str], layer_of: Mapping[str, int]) -> list[Vertex]:
    """An edge with its waypoints in the layers that it passes."""
    start, end = edge
    between = range(layer_of[start] + 1, layer_of[end])
    return [start, *((start, end, layer) for layer in between), end]


def _points(
    chain: Sequence[Vertex], across: Mapping[Vertex, float], heights: Mapping[Vertex, float]
) -> tuple[Point, ...]:
    points: list[Point] = [(across[chain[0]] + BOX_WIDTH, heights[chain[0]])]
    for vertex in chain[1:-1]:
        points += [(across[vertex], heights[vertex]), (across[vertex] + BOX_WIDTH, heights[vertex])]
    return (*points, (across[chain[-1]], heights[chain[-1]]))


def _untangled(
    layers: Sequence[Sequence[Vertex]], links: Sequence[tuple[Vertex, Vertex]]
) -> list[list[Vertex]]:
    """The order within the layers with the fewest crossings that sweeping to and fro finds."""
    before, after = _neighbours(links)
    best = order = [list(layer) for layer in layers]
    fewest = _crossings(order, after)
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        order = [list(layer) for layer in order]
        numbers = range(1, len(order)) if forth else range(len(order) - 2, -1, -1)
        for number in numbers:
            fixed = order[number - 1 if forth else number + 1]
            places = {vertex: place for place, vertex in enumerate(fixed)}
            _sort(order[number], before if forth else after, places)
        crossings = _crossings(order, after)
        if crossings < fewest:
            best, fewest = order, crossings
    return best


def _neighbours(
    links: Sequence[tuple[Vertex, Vertex]],
) -> tuple[dict[Vertex, list[Vertex]], dict[Vertex, list[Vertex]]]:
    before: dict[Vertex, list[Vertex]] = {}
    after: dict[Vertex, list[Vertex]] = {}
    for left, right in links:
        before.setdefault(right, []).append(left)
        after.setdefault(left, []).append(right)
    return before, after


def _sort(
    layer: list[Vertex], near: Mapping[Vertex, Sequence[Vertex]], places: Mapping[Vertex, int]
) -> None:
    """Sort a layer by the mean place of what each vertex is linked to."""
    here = {vertex: place for place, vertex in enumerate(layer)}

    def middle(vertex: Vertex) -> float:
        linked = [places[other] for other in near.get(vertex, ())]
        return sum(linked) / len(linked) if linked else float(here[vertex])

    layer.sort(key=lambda vertex: (middle(vertex), here[vertex]))


def _crossings(order: Sequence[Sequence[Vertex]], after: Mapping[Vertex, Sequence[Vertex]]) -> int:
    """How many pairs of links cross."""
    count = 0
    for layer, following in pairwise(order):
        places = {vertex: place for place, vertex in enumerate(following)}
        seen: list[int] = []
        for vertex in layer:
            ends = sorted(places[other] for other in after.get(vertex, ()))
            count += sum(one > end for end in ends for one in seen)
            seen += ends
    return count


def _heights(
    order: Sequence[Sequence[Vertex]], links: Sequence[tuple[Vertex, Vertex]]
) -> dict[Vertex, float]:
    """The height of the middle of each vertex: near what it is linked to, and nothing overlaps."""
    before, after = _neighbours(links)
    heights: dict[Vertex, float] = {}
    for layer in order:
        heights.update(_spread(layer, dict.fromkeys(layer, 0.0)))
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        for layer in order if forth else reversed(order):
            near = before if forth else after
            wanted = {
                vertex: _mean([heights[other] for other in near.get(vertex, ())], heights[vertex])
                for vertex in layer
            }
            heights.update(_spread(layer, wanted))
    lowest = min(heights[v] - _size(v) / 2 for v in heights)
    return {vertex: height - lowest for vertex, height in heights.items()}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _size(vertex: Vertex) -> float:
    return BOX_HEIGHT if isinstance(vertex, str) else _THIN


def _spread(layer: Sequence[Vertex], wanted: Mapping[Vertex, float]) -> dict[Vertex, float]:
    """Heights in the order of a layer, as near to those wanted as the room between them allows.

    Vertices that would overlap become a block, which stands where its vertices want it on average
    (pool adjacent violators).
    """
    offsets: list[float] = []
    place = 0.0
    for number, vertex in enumerate(layer):
        if number:
            place += (_size(layer[number - 1]) + _size(vertex)) / 2 + _DOWN
        offsets.append(place)
    blocks: list[tuple[float, int]] = []  # the mean of what is wanted, and how many
    for vertex, offset in zip(layer, offsets, strict=True):
        mean, count = wanted[vertex] - offset, 1
        while blocks and blocks[-1][0] >= mean:
            other, others = blocks.pop()
            mean = (mean * count + other * others) / (count + others)
            count += others
        blocks.append((mean, count))
    means = [mean for mean, count in blocks for _ in range(count)]
    return {
        vertex: mean + offset for vertex, mean, offset in zip(layer, means, offsets, strict=True)
    }
