"""A recording: what an intercepted line carries before and between voices, as a WAV file.

Here: ringing, dialled digits (DTMF, ITU-T Q.23) and the hiss of the line, 8,000 samples a second, eight bits. Not here:
speech; the transcript beside it says what was said.
"""

import io
import math
import wave

from app.demo.content import Content, dice

__all__ = ["recording"]

RATE = 8000
RINGING = (425, 425)
DIGITS = {digit: (row, column) for row, line in ((697, "123"), (770, "456"), (852, "789"), (941, "*0#"))
          for column, digit in zip((1209, 1336, 1477), line, strict=True)}  # fmt: skip


def _tone(pair: tuple[int, int], seconds: float) -> list[float]:
    one, two = (2 * math.pi * hertz / RATE for hertz in pair)
    return [math.sin(one * n) + math.sin(two * n) for n in range(int(RATE * seconds))]


def recording(name: str, digits: str) -> Content:
    """Two rings, the answer's click, the digits dialled into a menu, and silence on an open line."""
    rng = dice("recording", name)
    ring, pause = _tone(RINGING, 0.6), [0.0] * (RATE // 2)
    samples = [*ring, *pause, *ring, *pause[: RATE // 8], 3.0, -3.0, 2.0, *pause]
    for digit in digits:
        samples += [*_tone(DIGITS[digit], 0.09), *pause[: RATE // 12]]
    samples += pause * 2
    hiss = rng.randbytes(len(samples))
    data = bytes(
        min(255, max(0, round(128 + 26 * value + (noise - 128) / 42)))
        for value, noise in zip(samples, hiss, strict=True)
    )
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        sound.writeframes(data)
    return Content(name, "audio/wav", out.getvalue())
