"""The list of all routers; a new module of routes gets one line here.

Not here: the routes (`api/`, `realtime/socket.py`), and the middleware (`main.py`).
"""

from typing import Final

from fastapi import APIRouter

from app.api import documents, health, page
from app.api.accounts import administration, demonstration, me, sessions, setup, tokens
from app.api.audit import access_log, exports, ledger, proofs, tiles, witnesses
from app.api.coordination import (
    actions,
    briefings,
    calendar_feeds,
    channels,
    global_search,
    messages,
    my_tasks,
    operations,
    outcomes,
    overview,
    pending_actions,
    signing,
    tasks,
)
from app.api.custody import copies, disclosures, fixity, handovers, openings, physical_custody, working_sessions
from app.api.ending import closing
from app.api.evidence import (
    acquisitions,
    decisions,
    derivations,
    evidence,
    files,
    flags,
    imports,
    labels,
    saved_views,
)
from app.api.notifications import alerts, notification_preferences, notifications
from app.api.reference import administration as reference_administration
from app.api.reference import allocations
from app.api.reference import reading as reference_reading
from app.api.reference import reports as reference_reports
from app.api.reference import uses as reference_uses
from app.api.requests import (
    admissibility,
    advice,
    connector,
    deadlines,
    form_documents,
    forms,
    hearings,
    linked,
    method_record,
    notice_imports,
    notice_parts,
    notice_reviews,
    notices,
    reciprocity,
    register,
    requests,
    reviews,
    uses,
)
from app.api.retention import field_erasures, retention
from app.api.sharing import (
    access_rules,
    consents,
    emergency_access,
    four_eyes,
    privilege_review,
    releases,
    reservations,
    simulations,
    verifications,
    waiting_releases,
)
from app.api.teams import controllers, invitations, jits, leaving, member_imports, members, parties, working_hours
from app.realtime import socket

#: The page is last, because it matches every remaining path.
ROUTERS: Final[tuple[APIRouter, ...]] = (
    sessions.router,
    tokens.router,
    me.router,
    my_tasks.router,
    notification_preferences.router,
    demonstration.router,
    setup.router,
    administration.router,
    reference_reading.router,
    reference_reports.router,
    reference_reports.operator_router,
    reference_administration.router,
    reference_uses.router,
    allocations.router,
    jits.router,
    parties.router,
    leaving.router,
    members.router,
    member_imports.router,
    invitations.router,
    overview.router,
    pending_actions.router,
    global_search.router,
    working_hours.router,
    briefings.router,
    notifications.router,
    evidence.router,
    saved_views.router,
    imports.router,
    files.router,
    acquisitions.router,
    labels.router,
    fixity.router,
    flags.router,
    releases.router,
    access_rules.router,
    reservations.router,
    four_eyes.router,
    retention.router,
    privilege_review.router,
    simulations.router,
    decisions.router,
    waiting_releases.router,
    verifications.router,
    controllers.router,
    openings.router,
    working_sessions.router,
    alerts.router,
    closing.router,
    emergency_access.router,
    consents.router,
    copies.router,
    physical_custody.router,
    handovers.router,
    derivations.router,
    disclosures.router,
    tasks.router,
    channels.router,
    messages.router,
    signing.router,
    calendar_feeds.router,
    calendar_feeds.public,
    operations.router,
    actions.router,
    outcomes.router,
    advice.router,
    deadlines.router,
    uses.router,
    register.router,
    reciprocity.router,
    reviews.router,
    requests.router,
    hearings.router,
    admissibility.router,
    method_record.router,
    linked.router,
    forms.router,
    form_documents.router,
    connector.router,
    notice_reviews.router,
    notices.router,
    notice_parts.router,
    notice_imports.router,
    ledger.router,
    tiles.router,
    proofs.router,
    field_erasures.router,
    witnesses.router,
    exports.router,
    access_log.router,
    socket.router,
    health.router,
    documents.router,
    page.router,
)
