"""Who asks: the account behind a request and what it may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request

Role = Literal["reader", "coder", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Viewer:
    """`name` is the account's; null where there are no accounts. `masked`: private people's names are not for them."""

    name: str | None
    role: Role
    masked: bool = False

    def may(self, role: Role) -> bool:
        """Whether this viewer may do what that role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


LOCAL = Viewer(None, "admin")


def viewer(request: Request) -> Viewer:
    """Who asks; the middleware has found it out, and nobody is served without."""
    found = request.scope.get("asof.viewer")
    if not isinstance(found, Viewer):
        raise HTTPException(401, "Sign in first.")
    return found


def needs(request: Request, role: Role) -> Viewer:
    """Who asks, where they may do what that role may; else a refusal."""
    found = viewer(request)
    if not found.may(role):
        raise HTTPException(403, f"This needs the role {role}; {found.name} has the role {found.role}.")
    return found
