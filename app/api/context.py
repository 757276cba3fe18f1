"""Holds the parts of the running program that routes use. `main.py` creates them."""

from dataclasses import dataclass

from fastapi.requests import HTTPConnection

from app.database import Database
from app.exports.seal import Sealing
from app.identity.links import Links
from app.ledger.checkpoints import Publisher
from app.ledger.keys import LedgerKeys
from app.ledger.signing.timestamps import Stamps
from app.ledger.witnesses.answers import Answers
from app.services.accounts.sessions import Authentication
from app.services.audit.access_log import AccessLog
from app.services.coordination.translations import Translator
from app.services.evidence.storage import Bounds
from app.services.notifications.mail_post import Post
from app.settings import Settings
from app.vault.bundle_store import BundleStore
from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class AppContext:
    """The application context. There is one per server process."""

    settings: Settings
    database: Database
    authentication: Authentication
    links: Links
    ledger_keys: LedgerKeys
    publisher: Publisher
    answers: Answers
    stamps: Stamps
    seal: Sealing
    vault: Vault
    access_log: AccessLog
    bounds: Bounds
    translator: Translator | None
    post: Post | None

    @property
    def bundles(self) -> BundleStore:
        """Return the store of export packages. It is on this disk even if objects are stored elsewhere."""
        return BundleStore(self.vault, self.settings.state / "exports")


def context_of(connection: HTTPConnection) -> AppContext:
    """Return the application context of a request or WebSocket."""
    context = connection.app.state.context
    assert isinstance(context, AppContext)
    return context
