"""A camera that shows a picture of a code: one frame as Chromium reads it for tests (YUV4MPEG2)."""

from pathlib import Path
from typing import Final

import segno

WIDTH, HEIGHT = 640, 480
_MODULE: Final = 9


def film(text: str, to: Path, *, frames: int = 5) -> Path:
    """A film of a QR code of this text on grey paper, not quite in the middle."""
    rows = [list(row) for row in segno.make_qr(text, error="q", boost_error=False).matrix_iter(scale=_MODULE, border=4)]
    assert len(rows) < HEIGHT, "the code is larger than the picture"
    left, above = (WIDTH - len(rows)) // 2 + 17, (HEIGHT - len(rows)) // 2 - 5
    luma = [bytearray([150]) * WIDTH for _ in range(HEIGHT)]
    for y, row in enumerate(rows):
        luma[above + y][left : left + len(row)] = bytes(40 if dark else 215 for dark in row)
    frame = b"FRAME\n" + b"".join(luma) + bytes([128]) * (WIDTH * HEIGHT // 2)
    to.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode() + frame * frames)
    return to
