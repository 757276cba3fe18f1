"""Photographs of what was seized: a telephone, sticks in their bag, a page of notes, a card, a print.

Here: the scenes. Not here: tables, shadows, grain and files (`photo`), rooms with their machines (`rooms`).
"""

import math
from collections.abc import Sequence
from datetime import datetime

from PIL import Image, ImageDraw, ImageFilter

from app.demo.content import Content, dice
from app.demo.photo import blank, desk, font, jpeg, marker, paste, ruler, scribble, shot, written

__all__ = ["bag", "card", "fingerprint", "notes", "phone"]

OAK = ((92, 62, 36), (176, 132, 88))
WALNUT = ((44, 30, 22), (104, 74, 52))
STEEL = ((96, 100, 104), (150, 154, 158))
Bubble = tuple[bool, str]


def _label(lines: Sequence[str]) -> Image.Image:
    sheet = blank((330, 36 + 26 * len(lines)), (250, 249, 244, 255))
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, 329, 8), fill=(176, 32, 36, 255))
    for row, line in enumerate(lines):
        written(pen, (14, 18 + 26 * row), line, 19, (24, 24, 28), bold=row == 0)
    return sheet


def _screen(size: tuple[int, int], clock: str, title: str, bubbles: Sequence[Bubble]) -> Image.Image:
    sheet = blank(size, (16, 22, 30, 255))
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, size[0], 92), fill=(24, 44, 54, 255))
    written(pen, (22, 14), clock, 17, (210, 220, 224))
    written(pen, (size[0] - 70, 14), "62 %", 17, (210, 220, 224))
    pen.ellipse((20, 44, 58, 82), fill=(214, 148, 52, 255))
    written(pen, (72, 50), title, 23, (240, 240, 236), bold=True)
    y = 112
    for mine, text in bubbles:
        lines = text.split("\n")
        wide = max(int(font(19).getlength(line)) for line in lines) + 30
        x = size[0] - wide - 16 if mine else 16
        tall = 24 * len(lines) + 18
        pen.rounded_rectangle((x, y, x + wide, y + tall), 14, fill=(22, 92, 80, 255) if mine else (44, 52, 62, 255))
        for row, line in enumerate(lines):
            written(pen, (x + 15, y + 7 + 24 * row), line, 19, (236, 238, 236))
        y += tall + 14
    return sheet


def phone(
    name: str, taken: datetime, *, title: str, bubbles: Sequence[Bubble], label: Sequence[str], number: int = 3
) -> Content:
    """A telephone on a table, its screen lit with a conversation, beside a marker, a label and a scale."""
    rng = dice("phone", name)
    scene = desk(rng, *OAK)
    body = blank((400, 800))
    pen = ImageDraw.Draw(body)
    pen.rounded_rectangle((0, 0, 399, 799), 54, fill=(58, 60, 64, 255))
    pen.rounded_rectangle((6, 6, 393, 793), 50, fill=(10, 10, 12, 255))
    body.paste(_screen((364, 744), f"{taken:%H:%M}", title, bubbles), (18, 28))
    pen.ellipse((192, 10, 206, 24), fill=(30, 34, 44, 255))
    # A crack from the corner, and the window's reflection across the glass.
    crack = [(18, 640)]
    for _ in range(9):
        crack.append((crack[-1][0] + rng.randrange(8, 24), crack[-1][1] + rng.randrange(4, 22)))
    pen.line(crack, fill=(168, 176, 184, 255), width=2)
    glare = blank(body.size)
    ImageDraw.Draw(glare).polygon([(230, 28), (382, 28), (382, 330), (18, 772), (18, 620)], fill=(255, 255, 255, 15))
    body.alpha_composite(glare)
    paste(scene, body, (560, 486), angle=rng.uniform(-9, -4), height=16)
    paste(scene, marker(number), (952, 250), angle=rng.uniform(-8, 8), height=6)
    paste(scene, _label(label), (1040, 500), angle=rng.uniform(-4, 6), height=3)
    paste(scene, ruler(9), (1010, 806), angle=rng.uniform(-2, 2), height=3)
    cable = ImageDraw.Draw(scene)
    sweep = [(60 + t * 2.4, 700 + 90 * math.sin(t / 26) + t * 0.9) for t in range(110)]
    cable.line([(x + 5, y + 9) for x, y in sweep], fill=(40, 26, 16, 255), width=13, joint="curve")
    cable.line(sweep, fill=(226, 226, 222, 255), width=11, joint="curve")
    return jpeg(name, shot(scene, rng), taken)


def bag(name: str, taken: datetime, *, label: Sequence[str], seal: str, number: int) -> Content:
    """Two sticks in a sealed evidence bag on a steel table."""
    rng = dice("bag", name)
    scene = desk(rng, *STEEL, grain=160)
    for turn, colour in enumerate([(24, 26, 30, 255), (138, 30, 34, 255)]):
        stick = blank((250, 78))
        pen = ImageDraw.Draw(stick)
        pen.rectangle((178, 14, 249, 64), fill=(196, 198, 202, 255))
        pen.rectangle((200, 24, 216, 34), fill=(70, 72, 76, 255))
        pen.rectangle((200, 44, 216, 54), fill=(70, 72, 76, 255))
        pen.rounded_rectangle((0, 0, 186, 77), 12, fill=colour)
        written(pen, (30, 26), "16 GB" if turn else "LAMPKIT", 24, (224, 224, 220))
        paste(scene, stick, (560 + 130 * turn, 470 + 150 * turn), angle=rng.uniform(-26, 30), height=9)
    film = blank((760, 640))
    pen = ImageDraw.Draw(film)
    pen.rounded_rectangle((0, 0, 759, 639), 14, fill=(226, 238, 246, 46), outline=(240, 246, 250, 150), width=3)
    pen.rectangle((0, 0, 759, 66), fill=(178, 34, 38, 228))
    written(pen, (24, 18), f"SEALED EVIDENCE   No. {seal}", 30, (255, 255, 255), bold=True)
    for _ in range(14):
        x, y = rng.randrange(20, 700), rng.randrange(90, 600)
        pen.line(
            [(x, y), (x + rng.randrange(-60, 90), y + rng.randrange(20, 90))],
            fill=(255, 255, 255, rng.randrange(26, 80)),
            width=rng.randrange(1, 5),
        )
    for bar in range(470, 720, 10):
        pen.rectangle(
            (bars := bar + rng.randrange(3), 560, bars + rng.choice([2, 3, 5, 6]), 616), fill=(12, 12, 14, 235)
        )
    paste(scene, film, (610, 500), angle=rng.uniform(-3, 3), height=4)
    paste(scene, _label(label), (470, 740), angle=2, height=2)
    paste(scene, marker(number), (1130, 250), angle=-6, height=6)
    paste(scene, ruler(8), (1060, 880), height=3)
    return jpeg(name, shot(scene, rng), taken)


def notes(
    name: str, taken: datetime, *, lines: Sequence[str], number: int, ink: tuple[int, int, int] = (28, 38, 96)
) -> Content:
    """A page of a ruled notebook with handwriting, on a dark table."""
    rng = dice("notes", name)
    scene = desk(rng, *WALNUT)
    sheet = blank((780, 880), (243, 238, 222, 255))
    pen = ImageDraw.Draw(sheet)
    for y in range(96, 870, 46):
        pen.line([(0, y), (780, y)], fill=(170, 192, 214, 255), width=2)
    pen.line([(92, 0), (92, 880)], fill=(214, 120, 120, 255), width=2)
    for hole in range(70, 860, 150):
        pen.ellipse((26, hole, 56, hole + 30), fill=(60, 42, 30, 255))
    for row, line in enumerate(lines):
        scribble(sheet, (112 + rng.randrange(-4, 10), 60 + 46 * row), line, rng, ink=ink)
    pen.arc((590, 690, 740, 840), 20, 352, fill=(146, 108, 66, 120), width=9)  # a cup stood here
    paste(scene, sheet, (560, 490), angle=rng.uniform(-3, 3), height=7)
    biro = blank((430, 26))
    pen = ImageDraw.Draw(biro)
    pen.rounded_rectangle((0, 2, 380, 24), 10, fill=(24, 44, 120, 255))
    pen.polygon([(380, 4), (428, 13), (380, 22)], fill=(200, 200, 204, 255))
    paste(scene, biro, (1090, 470), angle=68, height=7)
    paste(scene, marker(number), (1130, 190), angle=5, height=6)
    paste(scene, ruler(6), (1120, 880), height=3)
    return jpeg(name, shot(scene, rng), taken)


def card(name: str, taken: datetime, *, words: Sequence[str], label: Sequence[str], number: int) -> Content:
    """A card with a wallet's recovery words, a third of them covered by tape before it was photographed."""
    rng = dice("card", name)
    scene = desk(rng, *OAK)
    sheet = blank((820, 500), (232, 226, 208, 255))
    pen = ImageDraw.Draw(sheet)
    written(pen, (36, 26), "RECOVERY  -  KEEP OFFLINE", 30, (60, 52, 40), bold=True)
    pen.line([(36, 74), (784, 74)], fill=(90, 80, 64, 255), width=3)
    for place, word in enumerate(words):
        x, y = 48 + 250 * (place % 3), 96 + 92 * (place // 3)
        covered = (place + 1) % 3 == 0
        scribble(sheet, (x, y), f"{place + 1}. {'' if covered else word}", rng, size=34, ink=(30, 30, 34))
        if covered:
            pen.rectangle((x + 56, y - 2, x + 226, y + 50), fill=(20, 20, 22, 255))
    paste(scene, sheet, (520, 440), angle=rng.uniform(-6, -2), height=4)
    paste(scene, _label(label), (930, 800), angle=3, height=2)
    paste(scene, marker(number), (1120, 230), angle=8, height=6)
    paste(scene, ruler(10), (380, 850), height=3)
    return jpeg(name, shot(scene, rng), taken)


def fingerprint(name: str, taken: datetime, *, label: Sequence[str]) -> Content:
    """A lifted print on its card: ridges about a core, broken here and there."""
    rng = dice("fingerprint", name)
    sheet = Image.new("L", (720, 900), 236)
    pen = ImageDraw.Draw(sheet)
    for ring in range(2, 46):
        wobble = [rng.uniform(-0.03, 0.03) for _ in range(5)]
        points = []
        for turn in range(0, 361, 4):
            angle = math.radians(turn)
            away = ring * 7 * (1 + sum(w * math.sin((k + 2) * angle) for k, w in enumerate(wobble)) * 0.3)
            # A whorl: the further out, the more the ridges lean over, arch above and run flat below.
            lean = 0.55 * math.exp(-ring / 14)
            x, y = away * math.cos(angle) * 0.8, away * math.sin(angle) * (1.12 if angle > math.pi else 0.98)
            points.append(
                (360 + x * math.cos(lean) - y * math.sin(lean), 410 + x * math.sin(lean) + y * math.cos(lean))
            )
        for start in range(0, len(points) - 6, 6):
            if rng.randrange(14):
                pen.line(points[start : start + 7], fill=rng.randrange(38, 96), width=3)
    mask = Image.new("L", sheet.size, 0)
    ImageDraw.Draw(mask).ellipse((150, 110, 570, 740), fill=255)
    worn = Image.composite(sheet, Image.new("L", sheet.size, 236), mask.filter(ImageFilter.GaussianBlur(26)))
    pen = ImageDraw.Draw(worn)
    pen.rectangle((20, 20, 699, 879), outline=90, width=3)
    for row, line in enumerate(label):
        pen.text((50, 770 + 30 * row), line, font=font(22), fill=40)
    return jpeg(name, worn.filter(ImageFilter.BoxBlur(0.7)), taken, camera="FLAT-600")
