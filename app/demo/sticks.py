"""What lay on the media that were imaged: two sticks and a small boot volume, files deleted among them.

Here: contents. Not here: the file system (`filesystem`).
"""

from datetime import datetime, timedelta

from app.demo.chat import Conversation, chat_text
from app.demo.content import Content, dice
from app.demo.filesystem import Volume
from app.demo.scripts import PAYOUT
from app.demo.story import BACKEND, BERLIN, FRONT, HOST, PARIS, RELAY, WALLETS
from app.demo.table import movements, offers

__all__ = ["backend_boot", "lampkit", "quay"]


def _sealed(seed: str, size: int) -> bytes:
    """Something encrypted: a header that names the tool, and noise."""
    return b"age-encryption.org/v1\n-> X25519 (stanza removed by the laboratory)\n---\n" + dice(
        "sealed", seed
    ).randbytes(size)


def _public_key(who: str) -> bytes:
    return f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5{dice('key', who).randbytes(24).hex()} {who}\n".encode()


def lampkit(name: str, at: datetime) -> Content:
    """The stick with the house's keys: 512 KiB, a draft of pay-outs deleted."""
    volume = Volume("LAMPKIT", sectors=1024, serial=0x5A17C0DE, at=at - timedelta(days=400))
    readme = f"front {FRONT}  backend {BACKEND}  relay {RELAY}\r\nwireguard: 10.66.0.0/24, port 51820\r\nkeys only here. second copy: you know where\r\n"
    volume.add("read me first.txt", readme.encode(), at - timedelta(days=60))
    volume.add("KEYS/deploy.pub", _public_key("deploy@lantern"), at - timedelta(days=60))
    volume.add("KEYS/wick.pub", _public_key("wick@lantern"), at - timedelta(days=391))
    volume.add("KEYS/house wallet.age", _sealed("house", 6_000), at - timedelta(days=12))
    volume.add("KEYS/front and backend.age", _sealed("hosts", 9_000), at - timedelta(days=12))
    volume.add("WALLETS/addresses.txt", "\r\n".join(WALLETS).encode(), at - timedelta(days=30))
    draft = movements("payout-draft.csv", at - timedelta(days=40), WALLETS, 60)
    volume.add("WALLETS/payout-draft.csv", draft.data, at - timedelta(days=9), deleted=True)
    volume.add(
        "to do before friday.txt",
        b"rotate deploy key\r\ntell t. about the log-in of 22:14\r\nNOT the old wallet\r\n",
        at - timedelta(days=2),
        deleted=True,
    )
    return volume.image(name)


def backend_boot(name: str, at: datetime) -> Content:
    """The backend's boot volume with its configuration: 384 KiB."""
    volume = Volume("BACKEND", sectors=768, serial=0x0BACE2D1, at=at - timedelta(days=210))
    unit = f"[Interface]\nAddress = 10.66.0.2/24\nListenPort = 51820\n\n[Peer]\n# front\nEndpoint = {FRONT}:51820\nAllowedIPs = 10.66.0.1/32\n"
    volume.add("ETC/wg0.conf", unit.encode(), at - timedelta(days=47))
    settings = f"listen: {BACKEND}\npublic_name: {HOST}\nescrow:\n  release_after_hours: 72\n  fee_percent: 10\npayout: friday 14:00 utc\n"
    volume.add("ETC/lantern.yaml", settings.encode(), at - timedelta(days=5))
    volume.add("ETC/lantern.yaml.old", settings.replace("10\n", "8\n").encode(), at - timedelta(days=90), deleted=True)
    volume.add("DATA/offers.csv", offers("boot-offers.csv", 240).data, at - timedelta(days=1))
    volume.add(
        "escrow 2.11 changelog.txt",
        b"2.11  leap day fixed (again)\n2.10  fee by seller\n2.09  disputes close after 72 h\n",
        at - timedelta(days=5),
    )
    return volume.image(name)


def quay(name: str, at: datetime) -> Content:
    """A seller's stick: 384 KiB, with lists, a chat kept "for safety", and a Greek list deleted."""
    volume = Volume("SANS TITRE", sectors=768, serial=0x0F123456, at=at - timedelta(days=120))
    talk = Conversation(room="payout", start=at - timedelta(days=14), zone=PARIS, script=PAYOUT)
    volume.add("sauvegarde discussion.txt", chat_text("payout", talk).data, at - timedelta(days=8))
    volume.add("LISTES/ventes août.csv", offers("quay-offers.csv", 120).data, at - timedelta(days=6))
    volume.add(
        "LISTES/Κατάλογος πελατών.csv",
        "πλήθος;χώρα;τιμή\r\n140;Ελλάδα;1,10\r\n60;Κύπρος;0,95\r\n".encode(),
        at - timedelta(days=4),
        deleted=True,
    )
    volume.add(
        "bail local quai.txt",
        "3e étage, 41 m². Caution payée en deux fois.\r\n".encode("cp1252"),
        at - timedelta(days=33),
    )
    volume.add("umzug.txt", f"Dienstag 03:00 {BERLIN}, Adresse bleibt {BACKEND}\r\n".encode(), at - timedelta(days=20))
    return volume.image(name)
