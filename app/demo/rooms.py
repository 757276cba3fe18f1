"""Photographs of rooms as they were found: the front of a rack in a data centre, a desk with lit screens.

Here: the scenes. Not here: single things on a table (`photographs`), shadows, grain and files (`photo`).
"""

import math
import random
from collections.abc import Sequence
from datetime import datetime

from PIL import Image, ImageDraw, ImageFilter

from app.demo.content import Content, dice
from app.demo.photo import blank, desk, jpeg, marker, paste, shot, written

__all__ = ["rack", "workstation"]


def _unit(rng: random.Random, wide: int, tall: int, name: str, *, live: bool) -> Image.Image:
    sheet = blank((wide, tall), (104, 108, 114, 255))
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, wide - 1, tall - 1), outline=(150, 154, 160, 255), width=3)
    bays = range(150, wide - 190, 62)
    for x in bays:
        pen.rectangle((x, 12, x + 54, tall - 14), fill=(58, 61, 66, 255), outline=(136, 140, 146, 255))
        for y in range(20, tall - 22, 7):
            pen.line([(x + 6, y), (x + 40, y)], fill=(92, 96, 102, 255), width=2)
        if live and rng.randrange(5):
            pen.ellipse((x + 44, 18, x + 50, 24), fill=(70, 232, 120, 255))
    pen.rectangle((22, 18, 126, 46), fill=(226, 224, 212, 255))
    written(pen, (28, 22), name, 17, (20, 20, 22))
    for dot in range(3):
        lamp = (90, 170, 255, 255) if live and dot else ((255, 170, 40, 255) if live else (60, 60, 62, 255))
        pen.ellipse((wide - 120 + dot * 26, 20, wide - 108 + dot * 26, 32), fill=lamp)
    return sheet


def rack(name: str, taken: datetime, *, units: Sequence[str], seized: str, number: int) -> Content:
    """The front of a rack in a data centre; the unit named `seized` bears a red seal."""
    rng = dice("rack", name)
    scene = blank((1280, 960), (40, 43, 48, 255))
    pen = ImageDraw.Draw(scene)
    for edge in (120, 1100):
        pen.rectangle((edge, 0, edge + 60, 960), fill=(118, 122, 128, 255))
        for y in range(14, 960, 40):
            pen.rectangle((edge + 22, y, edge + 38, y + 14), fill=(12, 12, 14, 255))
    y = 40
    for place, unit in enumerate(units):
        tall = 128 if unit == seized else 104
        thing = _unit(rng, 920, tall, unit, live=unit != seized)
        if unit == seized:
            seal = ImageDraw.Draw(thing)
            seal.rectangle((300, 40, 640, 84), fill=(196, 30, 34, 255))
            written(seal, (322, 50), "SEIZED  -  DO NOT REMOVE", 24, (255, 255, 255), bold=True)
        scene.alpha_composite(thing, (180, y))
        y += tall + (10 if place % 2 else 26)
    for colour in [(34, 96, 190, 255), (228, 186, 40, 255), (40, 140, 70, 255), (34, 96, 190, 255), (180, 60, 40, 255)]:
        top, low, sag = rng.randrange(60, 320), rng.randrange(500, 900), rng.randrange(30, 110)
        x = rng.randrange(960, 1060)
        curve = [(x + sag * math.sin(math.pi * t / 40), top + (low - top) * t / 40) for t in range(41)]
        pen.line([(a + 4, b + 5) for a, b in curve], fill=(4, 4, 6, 255), width=8, joint="curve")
        pen.line(curve, fill=colour, width=7, joint="curve")
    glow = scene.reduce(4).filter(ImageFilter.GaussianBlur(3)).resize(scene.size)
    scene = Image.blend(scene, glow, 0.28)
    paste(scene, marker(number), (240, 860), angle=-4, height=6)
    return jpeg(name, shot(scene, rng), taken)


def workstation(name: str, taken: datetime, *, screens: Sequence[Image.Image], number: int) -> Content:
    """A desk in a dim room, two lit screens on it, a keyboard before them."""
    rng = dice("workstation", name)
    scene = desk(rng, (62, 46, 34), (132, 100, 74))
    wall = blank((1280, 600), (112, 116, 122, 255))
    scene.alpha_composite(wall)
    for place, screen in enumerate(screens[:2]):
        frame = blank((560, 380), (12, 12, 14, 255))
        frame.paste(screen.convert("RGB").resize((532, 340), Image.Resampling.LANCZOS), (14, 14))
        foot = blank((200, 120), (20, 20, 22, 255))
        paste(scene, foot, (340 + 600 * place, 560), height=10)
        paste(scene, frame, (340 + 600 * place, 340), angle=2.2 - 4.4 * place, height=22)
    board = blank((620, 190), (34, 34, 37, 255))
    pen = ImageDraw.Draw(board)
    for row in range(5):
        for column in range(14):
            x, y = 12 + column * 43, 10 + row * 35
            pen.rounded_rectangle((x, y, x + 37, y + 29), 5, fill=(74, 76, 82, 255))
    paste(scene, board, (560, 790), angle=1.5, height=8)
    mouse = blank((90, 130))
    ImageDraw.Draw(mouse).rounded_rectangle((0, 0, 89, 129), 42, fill=(34, 34, 38, 255))
    paste(scene, mouse, (990, 800), angle=-10, height=8)
    paste(scene, marker(number), (1160, 780), angle=5, height=6)
    glow = scene.reduce(8).filter(ImageFilter.GaussianBlur(4)).resize(scene.size)
    return jpeg(name, shot(Image.blend(scene, glow, 0.3), rng), taken)
