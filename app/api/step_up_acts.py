"""The kind of act of each route that can demand a second factor again. The guard of the route demands it.

Not here: restricted releases, and recalls by a change of a release, which depend on the exhibit
(`services/sharing/releases.py`).
"""

from typing import Final

from fastapi.requests import HTTPConnection

from app.access.step_up import ActKind

_JIT: Final = "/api/jits/{jit}"
_ERASURES: Final = _JIT + "/ledger/entries/{position}/erasures"
ACTS: Final[dict[ActKind, frozenset[str]]] = {
    ActKind.RECALL: frozenset(
        {
            f"DELETE {_JIT}/evidence/{{evidence}}/releases/{{party}}",
            f"DELETE {_JIT}/notices/{{notice}}/releases/{{party}}",
            f"DELETE {_JIT}/requests/{{request}}/releases/{{party}}",
            f"POST {_JIT}/releases/bulk-recall",
            f"POST {_JIT}/consents/{{consent}}/withdrawal",
        }
    ),
    ActKind.ERASURE: frozenset(
        {
            f"POST {_JIT}/evidence/{{evidence}}/erasure",
            f"POST {_JIT}/evidence/{{evidence}}/erasure/confirmation",
            f"POST {_JIT}/evidence/{{evidence}}/erasure-agreement",
            f"POST {_ERASURES}",
            f"POST {_ERASURES}/{{erasure}}/agreement",
            f"POST {_ERASURES}/{{erasure}}/confirmation",
        }
    ),
    ActKind.EXPORT: frozenset({f"POST {_JIT}/exports"}),
    ActKind.SIGNING: frozenset({f"POST {_JIT}/channels/{{channel}}/messages/{{message}}/signatures"}),
    ActKind.MEMBER_CONFIRMATION: frozenset(
        {
            f"POST {_JIT}/members/confirmations",
            f"POST {_JIT}/members/{{member}}/confirmation",
            f"POST {_JIT}/members/{{member}}/role-changes/{{change}}/confirmation",
        }
    ),
    ActKind.KEYS_AND_POLICY: frozenset(
        {
            f"POST {_JIT}/signing/keys",
            f"POST {_JIT}/signing/keys/{{signing_key}}/revocation",
            f"PUT {_JIT}/signing/demand",
            f"PUT {_JIT}/four-eyes",
            f"PUT {_JIT}/reservation",
            f"PUT {_JIT}/filter-team",
            f"POST {_JIT}/access-rules",
            f"POST {_JIT}/access-rules/changes",
            f"PUT {_JIT}/access-rules/{{rule}}",
            f"DELETE {_JIT}/access-rules/{{rule}}",
            f"PUT {_JIT}/break-glass/{{party}}",
            f"POST {_JIT}/retention-rules",
            f"POST {_JIT}/witnesses",
            f"POST {_JIT}/witnesses/{{witness}}/removal",
        }
    ),
}
_KINDS: Final = {route: kind for kind, routes in ACTS.items() for route in routes}


def kind_of(connection: HTTPConnection) -> ActKind | None:
    """Return the kind of act of the route that a connection asks for, or `None`."""
    route = getattr(connection.scope.get("route"), "path", "")
    return _KINDS.get(f"{connection.scope.get('method', 'GET')} {route}")
