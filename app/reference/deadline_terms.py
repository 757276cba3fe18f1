"""Terms of deadlines in the catalogue: how they are counted, what begins and ends them, who acts."""

from enum import StrEnum


class DeadlineBasis(StrEnum):
    """How a duration is counted."""

    HOURS = "hours"
    CALENDAR = "calendar"
    WORKING = "working"


class DeadlineEvent(StrEnum):
    """Events that start a deadline."""

    ISSUED = "issued"
    RECEIVED = "received"  # by the first authority or the provider
    RECEIVED_BY_COMPETENT = "received_by_competent"
    RECOGNISED = "recognised"
    NOTIFIED = "notified"  # the notified authority has received the notification
    CLARIFICATION_ASKED = "clarification_asked"
    ENFORCEMENT_ASKED = "enforcement_asked"  # the enforcing authority has received the order for its enforcement
    ENFORCER_ASKED = "enforcer_asked"  # the enforcing authority asks the issuing authority before it refuses
    ALL_INFORMATION = "all_information"  # all information required is with the executing authority
    SERVED = "served"  # the provider has been served
    PRESERVED = "preserved"
    DECIDED = "decided"
    SUSPECT_TOLD = "suspect_told"
    REMEDY_SOUGHT = "remedy_sought"
    LIMIT_ASKED = "limit_asked"  # the executing State asks to limit the period of a freezing order
    ARRESTED = "arrested"
    CONSENTED = "consented"
    FREE_TO_LEAVE = "free_to_leave"
    HEARING = "hearing"
    PAID = "paid"
    PUBLISHED = "published"
    CHALLENGE_RECEIVED = "challenge_received"
    CHALLENGE_ADMISSIBLE = "challenge_admissible"
    CHALLENGE_DECIDED = "challenge_decided"
    NEW_FACT = "new_fact"


class DeadlineActor(StrEnum):
    """Kinds of persons and bodies that have to act before a deadline."""

    ISSUING = "issuing"
    EXECUTING = "executing"
    NOTIFIED = "notified"
    PROVIDER = "provider"
    PERSON = "person"
    NCB = "ncb"
    CCF = "ccf"


class DeadlineEnd(StrEnum):
    """Events that complete a deadline."""

    ANSWERED = "answered"  # the item, or every item of the request, is answered
    ACKNOWLEDGED = "acknowledged"  # the receipt of the request is confirmed
    DECIDED = "decided"  # the other side decides about the item, or about every item
    CLARIFIED = "clarified"  # the question of the other side is answered
    RECORDED = "recorded"  # an act that no move states: a member records it
    EXPIRY = "expiry"  # a right ends with the period: nobody misses anything


class DeadlineCalendar(StrEnum):
    """Authority whose zone and public holidays count: Regulation (EEC, Euratom) No 1182/71, Articles 2 and 3."""

    EXECUTING = "executing"
    ISSUING = "issuing"


class LapseStop(StrEnum):
    """Events that keep preserved data beyond the end of their preservation."""

    RECEIPT = "receipt"  # the executing side has received a request for their production
    CONFIRMATION = (
        "confirmation"  # the addressee was told that production is requested: Regulation (EU) 2023/1543, Art. 11(1)
    )
