"""Drawings: boxes and arrows (networks, flows of money, charts of who knows whom) and the plan of a dwelling.

Here: diagrams as data, drawn with Pillow. Not here: photographs and screenshots.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from app.demo.content import dice
from app.demo.photo import Colour, font, written

__all__ = ["Edge", "Node", "Room", "diagram", "floor_plan"]

PAPER, INK, FAINT = (252, 251, 247), (34, 38, 46), (120, 124, 132)


@dataclass(frozen=True, slots=True)
class Node:
    """A box: where its middle is, its name, a line below it, its colour."""

    at: tuple[int, int]
    name: str
    line: str = ""
    colour: Colour = (226, 234, 244)


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from node to node with words on it; dashed where it is presumed."""

    start: str
    end: str
    words: str = ""
    presumed: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """A room of a plan: its corners in decimetres, its name."""

    box: tuple[int, int, int, int]
    name: str


def _half(node: Node) -> tuple[float, float]:
    wide = max(font(19).getlength(node.name), font(15).getlength(node.line), 90) / 2 + 18
    return wide, 34 if node.line else 25


def _edge_point(node: Node, towards: tuple[int, int]) -> tuple[float, float]:
    """Where a line from the middle of the box to a point leaves the box."""
    across, down = towards[0] - node.at[0], towards[1] - node.at[1]
    half = _half(node)
    share = min(half[0] / abs(across) if across else math.inf, half[1] / abs(down) if down else math.inf)
    return node.at[0] + across * share, node.at[1] + down * share


def _arrow(pen: ImageDraw.ImageDraw, start: tuple[float, float], end: tuple[float, float], *, dashed: bool) -> None:
    length = math.dist(start, end)
    unit = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    dash, gap = (14, 9) if dashed else (length, 0)
    done = 0.0
    while done < length:
        stop = min(done + dash, length)
        pen.line([(start[0] + unit[0] * at, start[1] + unit[1] * at) for at in (done, stop)], fill=INK, width=2)
        done = stop + gap
    back = [
        (end[0] - unit[0] * 15 + side * unit[1] * 6, end[1] - unit[1] * 15 - side * unit[0] * 6) for side in (1, -1)
    ]
    pen.polygon([end, *back], fill=INK)


def diagram(
    title: str, nodes: Mapping[str, Node], edges: Sequence[Edge], *, foot: str, size: tuple[int, int]
) -> Image.Image:
    """The drawing; nodes are named by the mapping's keys."""
    sheet = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(sheet)
    written(pen, (36, 26), title, 26, INK, bold=True)
    written(pen, (36, size[1] - 40), foot, 16, FAINT)
    for edge in edges:
        one, two = nodes[edge.start], nodes[edge.end]
        start, end = _edge_point(one, two.at), _edge_point(two, one.at)
        _arrow(pen, start, end, dashed=edge.presumed)
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        wide = font(15).getlength(edge.words) / 2
        if edge.words:
            pen.rectangle((middle[0] - wide - 5, middle[1] - 11, middle[0] + wide + 5, middle[1] + 11), fill=PAPER)
            pen.text(middle, edge.words, font=font(15), fill=(150, 60, 40), anchor="mm")
    for node in nodes.values():
        wide, tall = _half(node)
        box = (node.at[0] - wide, node.at[1] - tall, node.at[0] + wide, node.at[1] + tall)
        pen.rounded_rectangle(box, 9, fill=node.colour, outline=INK, width=2)
        pen.text((node.at[0], node.at[1] - (11 if node.line else 0)), node.name, font=font(19), fill=INK, anchor="mm")
        pen.text((node.at[0], node.at[1] + 14), node.line, font=font(15), fill=(70, 74, 84), anchor="mm")
    return sheet


def floor_plan(title: str, rooms: Sequence[Room], finds: Mapping[int, tuple[int, int]], *, foot: str) -> Image.Image:
    """The plan of a dwelling, ten pixels a decimetre, with the numbered places of what was found or is sought."""
    rng = dice("plan", title)
    right, low = max(room.box[2] for room in rooms), max(room.box[3] for room in rooms)
    sheet = Image.new("RGB", (right * 10 + 120, low * 10 + 200), PAPER)
    pen = ImageDraw.Draw(sheet)
    written(pen, (40, 24), title, 26, INK, bold=True)
    for room in rooms:
        box = tuple(60 + 10 * edge if place % 2 == 0 else 90 + 10 * edge for place, edge in enumerate(room.box))
        pen.rectangle((box[0], box[1], box[2], box[3]), outline=INK, width=7)
        pen.text(((box[0] + box[2]) / 2, box[1] + 34), room.name, font=font(19), fill=FAINT, anchor="mm")
        area = (room.box[2] - room.box[0]) * (room.box[3] - room.box[1]) / 100
        pen.text(((box[0] + box[2]) / 2, box[1] + 58), f"{area:.1f} m2", font=font(15), fill=FAINT, anchor="mm")
        door = rng.randrange(box[0] + 30, box[2] - 110)
        pen.rectangle((door, box[3] - 6, door + 70, box[3] + 1), fill=PAPER)
        pen.arc((door - 70, box[3] - 74, door + 70, box[3] + 66), 270, 360, fill=FAINT, width=2)
    for number, (x, y) in finds.items():
        at = (60 + 10 * x, 90 + 10 * y)
        pen.ellipse((at[0] - 17, at[1] - 17, at[0] + 17, at[1] + 17), fill=(246, 205, 38), outline=INK, width=2)
        pen.text(at, str(number), font=font(20), fill=INK, anchor="mm")
    pen.line([(60, low * 10 + 136), (160, low * 10 + 136)], fill=INK, width=4)
    written(pen, (172, low * 10 + 125), "1 m", 17, INK)
    written(pen, (240, low * 10 + 125), foot, 16, FAINT)
    return sheet
