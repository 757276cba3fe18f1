"""Conversations as a messenger exports them: JSON with offsets, and the text form with local times.

Here: a script (one `who: words` a line) laid out in time. Not here: the scripts (`scripts`).
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from app.demo.content import Content, dice, text

__all__ = ["Conversation", "chat_json", "chat_text"]

NIGHT = (1, 8)  # hours in which nobody writes


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A room, when its first message came, in which zone its exporter's device stood, and the script."""

    room: str
    start: datetime
    zone: str
    script: str
    device: str = "telephone"

    def lines(self) -> list[tuple[datetime, str, str]]:
        """When (in the device's zone), who, what. Seconds to hours lie between messages, and the nights."""
        rng, at = dice("chat", self.room), self.start.astimezone(ZoneInfo(self.zone))
        out = []
        for line in self.script.strip().splitlines():
            who, _, words = line.partition(": ")
            out.append((at, who.strip(), words.strip()))
            at = (at.astimezone(UTC) + timedelta(seconds=rng.choice([9, 14, 31, 52, 95, 240, 1900, 7400]))).astimezone(
                at.tzinfo
            )
            if NIGHT[0] <= at.hour < NIGHT[1]:
                at = at.replace(hour=NIGHT[1], minute=rng.randrange(60))
        return out


def chat_json(name: str, talk: Conversation) -> Content:
    """The export for machines; each time with the offset of its day."""
    lines = talk.lines()
    rng = dice("chat-ids", name)
    body = {
        "export": {
            "device": talk.device,
            "time_zone": talk.zone,
            "first": lines[0][0].isoformat(),
            "last": lines[-1][0].isoformat(),
        },
        "room": {"name": talk.room, "participants": sorted({who for _, who, _ in lines})},
        "messages": [
            {"id": rng.randbytes(8).hex(), "at": at.isoformat(), "from": who, "text": words, "edited": False}
            for at, who, words in lines
        ],
    }
    return text(name, json.dumps(body, ensure_ascii=False, indent=1) + "\n", media_type="application/json")


def chat_text(name: str, talk: Conversation) -> Content:
    """The export for people: local times without a zone, which its first line names."""
    lines = [f"Export of «{talk.room}», times of {talk.zone}", ""]
    lines += [f"[{at:%d.%m.%Y, %H:%M:%S}] {who}: {words}" for at, who, words in talk.lines()]
    return text(name, "\n".join(lines) + "\n")
