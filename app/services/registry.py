"""Register what each domain contributes to answers that concern all of them.

A lower domain calls the common function (`pending_actions.of`, `global_search.search`, `calendar_entries.of`) and imports no domain above it.
Not here: the contributions (`services/<domain>/pending_actions.py`, `services/<domain>/global_search.py`).
"""

from app.services import calendar_entries, global_search, pending_actions
from app.services.calendar_entries import CalendarKind
from app.services.coordination import global_search as coordination_search
from app.services.coordination import pending_actions as coordination
from app.services.coordination.calendar import entries as coordination_calendar
from app.services.coordination.tasks import task_matters
from app.services.custody import pending_actions as custody
from app.services.ending import pending_actions as ending
from app.services.evidence import global_search as evidence_search
from app.services.evidence import origins
from app.services.evidence import pending_actions as evidence
from app.services.global_search import SearchKind
from app.services.notifications import pending_actions as notifications
from app.services.requests import calendar_entries as requests_calendar
from app.services.requests import global_search as requests_search
from app.services.requests import origins as request_origins
from app.services.requests import pending_actions as requests
from app.services.requests import recipients as request_recipients
from app.services.requests.notices import global_search as notices_search
from app.services.requests.notices import pending_actions as notices
from app.services.retention import calendar_entries as retention_calendar
from app.services.retention import pending_actions as retention
from app.services.sharing import calendar_entries as sharing_calendar
from app.services.sharing import pending_actions as sharing
from app.services.teams import calendar_entries as teams_calendar
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
        SearchKind.HEARING: requests_search.of_hearings,
        SearchKind.MEMBER: teams_search.of,
    }
    for kind, search in searches.items():
        global_search.register(kind, search)
    _register_calendar()
    task_matters.register("request", request_recipients.of_lines)
    task_matters.register("item", request_recipients.of_items)
    origins.register(request_origins.origins_of)


def _register_calendar() -> None:
    sources = {
        CalendarKind.TASK: coordination_calendar.of_tasks,
        CalendarKind.ACTION_DAY: coordination_calendar.of_action_days,
        CalendarKind.HEARING: requests_calendar.of_hearings,
        CalendarKind.REQUEST_DEADLINE: requests_calendar.of_deadlines,
        CalendarKind.DATA_LAPSE: requests_calendar.of_lapses,
        CalendarKind.RELEASE_END: sharing_calendar.of_releases,
        CalendarKind.CONSENT_ANSWER: sharing_calendar.of_answers,
        CalendarKind.CONSENT_END: sharing_calendar.of_consents,
        CalendarKind.RETENTION_REVIEW: retention_calendar.of_reviews,
        CalendarKind.NOTICE_REVIEW: requests_calendar.of_notices,
        CalendarKind.REQUEST_REVIEW: requests_calendar.of_ended_requests,
        CalendarKind.ACCESS_END: teams_calendar.of_access,
    }
    for kind, source in sources.items():
        calendar_entries.register(kind, source)
