"""Send a test message to an operator's own address, and say whether the mail server accepted it.

Not here: who may do this (`api/operator_guards.py`) and the connection to the mail server (`mail_post.py`).
"""

from app import clock
from app.access.seats import Person
from app.services.notifications.letters import test_letter
from app.services.notifications.mail_post import NotSentError, Post


async def send(post: Post, person: Person, locale: str) -> str | None:
    """Send the message; return `None` if the server accepted it, otherwise the problem without addresses."""
    try:
        message = test_letter(post.head, clock.new_id(), clock.now(), person.email, locale)
        await post.send(message, person.email)
    except NotSentError as error:
        return error.problem
    except ValueError:
        return "the address is none"
    return None
