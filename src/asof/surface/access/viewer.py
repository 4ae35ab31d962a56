"""Who asks: the account behind a request and what it may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request

Role = Literal["reader", "coder", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Viewer:
    """`name` is the account's; null where there are no accounts. `masked`: private people's names are not for them.

    `csrf` is what a form of this session carries along (its field `csrf`, or the header `X-CSRF-Token`); empty where
    none is needed. `session` is the token of the browser's session.
    """

    name: str | None
    role: Role
    masked: bool = False
    csrf: str = field(default="", repr=False)
    session: str | None = field(default=None, repr=False)

    def may(self, role: Role) -> bool:
        """Whether this viewer may do what that role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


LOCAL = Viewer(None, "admin")


def asking(request: Request) -> Viewer | None:
    """Who asks; null for a stranger, who sees nothing but the page where one signs in."""
    found = request.scope.get("asof.viewer")
    return found if isinstance(found, Viewer) else None


def viewer(request: Request) -> Viewer:
    """Who asks, as `Front` found out; a stranger is refused."""
    found = asking(request)
    if found is None:
        raise HTTPException(401, "Sign in first.")
    return found


def needs(request: Request, role: Role) -> Viewer:
    """Who asks, where they may do what that role may; else a refusal."""
    found = viewer(request)
    if not found.may(role):
        raise HTTPException(403, f"This needs the role {role}; {found.name} has the role {found.role}.")
    return found
