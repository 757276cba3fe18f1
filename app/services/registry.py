"""Register what each domain contributes to answers that concern all of them.

A lower domain calls the common function (`pending_actions.of`, `global_search.search`) and imports no domain above it.
Not here: the contributions (`services/<domain>/pending_actions.py`, `services/<domain>/global_search.py`).
"""

from app.services import global_search, pending_actions
from app.services.coordination import global_search as coordination_search
from app.services.coordination import pending_actions as coordination
from app.services.coordination.tasks import task_matters
from app.services.custody import pending_actions as custody
from app.services.ending import pending_actions as ending
from app.services.evidence import global_search as evidence_search
from app.services.evidence import origins
from app.services.evidence import pending_actions as evidence
from app.services.global_search import SearchKind
from app.services.notifications import pending_actions as notifications
from app.services.requests import global_search as requests_search
from app.services.requests import origins as request_origins
from app.services.requests import pending_actions as requests
from app.services.requests import recipients as request_recipients
from app.services.requests.notices import global_search as notices_search
from app.services.requests.notices import pending_actions as notices
from app.services.retention import pending_actions as retention
from app.services.sharing import pending_actions as sharing
from app.services.teams import global_search as teams_search
from app.services.teams import pending_actions as teams


def register_all() -> None:
    """Register the sources of all domains, once per process."""
    sources = {
        "teams": teams.of,
        "notifications": notifications.of,
        "sharing": sharing.of,
        "requests": requests.of,
        "notices": notices.of,
        "retention": retention.of,
        "evidence": evidence.of,
        "custody": custody.of,
        "coordination": coordination.of,
        "ending": ending.of,
    }
    for domain, source in sources.items():
        pending_actions.register(domain, source)
    searches = {
        SearchKind.EVIDENCE: evidence_search.of,
        SearchKind.REQUEST: requests_search.of,
        SearchKind.NOTICE: notices_search.of,
        SearchKind.TASK: coordination_search.of_tasks,
        SearchKind.MESSAGE: coordination_search.of_messages,
        SearchKind.OPERATION: coordination_search.of_operations,
        SearchKind.MEMBER: teams_search.of,
    }
    for kind, search in searches.items():
        global_search.register(kind, search)
    task_matters.register("request", request_recipients.of_lines)
    origins.register(request_origins.origins_of)
