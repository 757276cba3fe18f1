"""Draw QR codes (ISO/IEC 18004) as the page shows them."""

from itertools import groupby

import segno


def drawn(text: str, *, error: str) -> tuple[int, str]:
    """Return a QR code as its width in modules and an SVG path of its dark modules.

    Args:
        text: The text that the code says.
        error: Level of error correction: `l`, `m`, `q` or `h`.
    """
    matrix = segno.make_qr(text, error=error, boost_error=False).matrix
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, group in groupby(row):
            width = len(list(group))
            if dark:
                runs.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return len(matrix), "".join(runs)
