"""Screenshots: the marketplace in a browser, a seller's panel, a wallet, a terminal.

Here: flat pictures drawn with Pillow. Not here: photographs, which have light and grain.
"""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from app.demo.content import dice
from app.demo.photo import font, written

__all__ = ["market", "panel", "terminal", "wallet"]

SIZE = (1200, 780)
NIGHT, INK, FAINT, AMBER, GREEN, RED = (
    (18, 20, 26),
    (228, 226, 218),
    (138, 142, 150),
    (236, 170, 60),
    (92, 196, 120),
    (226, 92, 84),
)
BAR = (44, 47, 54)


def _browser(address: str, tab: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    sheet = Image.new("RGB", SIZE, NIGHT)
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, SIZE[0], 76), fill=BAR)
    pen.rounded_rectangle((12, 8, 300, 44), 8, fill=(64, 68, 76))
    pen.rectangle((12, 36, 300, 44), fill=(64, 68, 76))
    written(pen, (28, 15), tab, 16, INK)
    pen.rectangle((0, 40, SIZE[0], 78), fill=(64, 68, 76))
    pen.rounded_rectangle((110, 46, SIZE[0] - 60, 72), 12, fill=(36, 38, 44))
    written(pen, (128, 50), address, 15, FAINT)
    for x, sign in ((22, "<"), (52, ">"), (82, "o")):
        written(pen, (x, 47), sign, 19, INK)
    return sheet, pen


def _head(pen: ImageDraw.ImageDraw, handle: str) -> None:
    pen.polygon([(40, 112), (64, 98), (88, 112), (80, 146), (48, 146)], fill=AMBER)
    pen.rectangle((60, 116, 68, 140), fill=NIGHT)
    written(pen, (104, 106), "LANTERN", 32, INK, bold=True)
    for place, word in enumerate(("Browse", "Orders", "Escrow", "Messages", "Rules")):
        written(pen, (330 + 120 * place, 114), word, 19, AMBER if place == 0 else INK)
    written(pen, (SIZE[0] - 190, 114), handle, 19, GREEN)
    pen.line([(40, 164), (SIZE[0] - 40, 164)], fill=BAR, width=2)


def market(seed: str, *, address: str, handle: str, note: str) -> Image.Image:
    """The marketplace's list of offers, as a signed-in customer sees it."""
    rng = dice("market", seed)
    sheet, pen = _browser(address, "Lantern - browse")
    _head(pen, handle)
    pen.rounded_rectangle((40, 180, SIZE[0] - 40, 222), 6, fill=(58, 46, 24))
    written(pen, (56, 190), note, 18, AMBER)
    columns = (
        (40, "No."),
        (130, "Offer"),
        (560, "Country"),
        (680, "Sets"),
        (790, "Each, EUR"),
        (930, "Seller"),
        (1070, "Rating"),
    )
    for x, word in columns:
        written(pen, (x, 244), word, 16, FAINT)
    kinds = ("Mail accounts, with sent items", "Shop accounts, card stored", "VPN access, company", "Bank log-ins, no balance shown",
             "Streaming, yearly plan", "Remote desktop, 4 cores", "Cookies, last 30 days")  # fmt: skip
    for row in range(11):
        y = 276 + 43 * row
        if row % 2 == 0:
            pen.rectangle((40, y - 8, SIZE[0] - 40, y + 30), fill=(25, 28, 35))
        values = (
            str(rng.randrange(38000, 42000)), rng.choice(kinds), rng.choice(("DE", "NL", "FR", "CH", "DE, AT", "BE, NL")),
            str(rng.randrange(20, 4200)), f"{rng.uniform(0.4, 19):.2f}", rng.choice(("tallow", "bougie", "matchbox", "snuffer")),
        )  # fmt: skip
        for (x, _), value in zip(columns, values, strict=False):
            written(pen, (x, y), value, 17, INK)
        for star in range(rng.randrange(3, 6)):
            pen.ellipse((1072 + 18 * star, y + 3, 1084 + 18 * star, y + 15), fill=AMBER)
    return sheet


def panel(seed: str, *, address: str, handle: str) -> Image.Image:
    """A seller's panel: turnover by week as bars, what is owed, the latest orders."""
    rng = dice("panel", seed)
    sheet, pen = _browser(address, "Lantern - seller")
    _head(pen, handle)
    cards = (
        ("Held in escrow", "0.8412 BTC"),
        ("Paid out, 30 days", "3.2070 BTC"),
        ("Fee to the house", "10 %"),
        ("Disputes open", "2"),
    )
    for place, (word, value) in enumerate(cards):
        x = 40 + 285 * place
        pen.rounded_rectangle((x, 184, x + 265, 270), 8, fill=(28, 31, 39))
        written(pen, (x + 18, 196), word, 16, FAINT)
        written(pen, (x + 18, 222), value, 27, RED if word.startswith("Disputes") else INK, bold=True)
    written(pen, (40, 292), "Turnover by week, EUR", 17, FAINT)
    for week in range(26):
        x, tall = 44 + 26 * week, rng.randrange(40, 130) + 5 * week
        pen.rectangle((x, 620 - tall, x + 18, 620), fill=(150, 112, 48))
    pen.line([(40, 622), (724, 622)], fill=FAINT)
    for step in range(5):
        written(pen, (732, 612 - 62 * step), f"{step * 4} k", 14, FAINT)
    written(pen, (800, 292), "Latest orders", 17, FAINT)
    for row in range(12):
        y = 324 + 34 * row
        written(pen, (800, y), f"#{rng.randrange(10**5):05d}", 16, INK)
        written(pen, (890, y), f"customer_{rng.randrange(10**4):04d}", 16, INK)
        written(pen, (1050, y), *rng.choice((("released", 16, GREEN), ("in escrow", 16, AMBER), ("disputed", 16, RED))))
    written(pen, (40, 664), "Pay-out every Friday 14:00 UTC.  Wallet changes need 72 hours.", 17, FAINT)
    return sheet


def wallet(seed: str, *, addresses: Sequence[str]) -> Image.Image:
    """A desktop wallet: balance, receive address, history."""
    rng = dice("wallet", seed)
    sheet = Image.new("RGB", (980, 640), (244, 244, 242))
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, 980, 40), fill=(58, 62, 70))
    written(pen, (18, 10), "wallet_3 - regtest", 18, (240, 240, 240))
    pen.rectangle((0, 40, 210, 640), fill=(226, 227, 228))
    for place, word in enumerate(("History", "Send", "Receive", "Addresses", "Coins")):
        written(pen, (28, 70 + 46 * place), word, 20, (30, 34, 42), bold=place == 0)
    written(pen, (240, 64), "Balance", 17, (110, 114, 120))
    written(pen, (240, 86), "4.10773210 BTC", 36, (24, 28, 34), bold=True)
    for row in range(11):
        y = 158 + 41 * row
        amount = rng.uniform(-0.6, 0.9)
        pen.line([(240, y + 33), (950, y + 33)], fill=(216, 217, 218))
        written(pen, (240, y + 6), rng.choice(addresses)[:34] + "...", 16, (60, 64, 72))
        colour = (28, 128, 70) if amount > 0 else (170, 50, 44)
        pen.text((950, y + 4), f"{amount:+.8f}", font=font(18), fill=colour, anchor="ra")
    return sheet


def terminal(lines: Sequence[str]) -> Image.Image:
    """A terminal window in Pillow's bitmap face, which knows Latin-1; up to 100 columns, twice enlarged."""
    face = ImageFont.load_default_imagefont()
    small = Image.new("RGB", (600, 11 * len(lines) + 24), (12, 14, 18))
    pen = ImageDraw.Draw(small)
    for row, line in enumerate(lines):
        colour = (120, 210, 140) if line.startswith(("$", "#")) else (214, 216, 218)
        pen.text((8, 8 + 11 * row), line, font=face, fill=colour)
    return small.resize((small.width * 2, small.height * 2), Image.Resampling.NEAREST)
