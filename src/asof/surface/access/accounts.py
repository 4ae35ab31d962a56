"""Accounts: made, changed, signed in to. Passwords are hashed with Argon2id, tokens are random and kept as SHA-256.

Who signs in wrongly is told one thing, after one amount of work, whether the account is there or not.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import replace
from datetime import timedelta
from functools import cache
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ...errors import NotFound, WrongUse
from ...store import Store
from ...store.accounts import Account, Token
from ..clock import now, written
from .viewer import ROLES

SESSION = timedelta(hours=14)  # a long day at a desk; then the password is asked for again
SHORTEST, LONGEST = 10, 1000  # characters of a password; the upper bound so that hashing one stays work of one kind
PREFIX = "asof_"  # how a token of a program begins, so that it is known where it is found by mistake
_NAME = re.compile(r"[\w.@+-]{1,64}\Z")
_hasher = PasswordHasher()  # Argon2id with the parameters of RFC 9106's second choice: 64 MiB each
_hashing = Semaphore(2)  # so many at once, whoever asks: 128 MiB


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


# ── passwords ────────────────────────────────────────────────────────────────────────────────────


def hashed(password: str) -> str:
    """What is kept of a password."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise WrongUse(f"A password has {SHORTEST} to {LONGEST} characters. Several words are easier to keep.")
    with _hashing:
        return _hasher.hash(password.encode("utf-8", "surrogatepass"))


@cache
def _nobodys() -> str:
    """The hash of a password that nobody has: checked where there is no account, so that this takes as long."""
    return hashed(secrets.token_urlsafe(32))


def right(secret: str | None, password: str) -> bool:
    """Whether this is the password. Without a secret none is, and finding that out takes as long."""
    checked = secret or _nobodys()
    try:
        with _hashing:
            found = _hasher.verify(checked, password[:LONGEST].encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return False
    return found and secret is not None


# ── accounts ─────────────────────────────────────────────────────────────────────────────────────


def add(store: Store, name: str, role: str, password: str | None) -> Account:
    """A new account; without a password it has tokens alone."""
    if not _NAME.match(name):
        raise WrongUse(f"{name!r} is no name for an account: letters, digits, and . _ @ + -, 64 at most.")
    made = Account(name, _role(role), None if password is None else hashed(password), written(now()))
    with store.writing() as tx:
        if tx.account(name) is not None:
            raise WrongUse(f"There is an account {name!r} already.")
        tx.keep_account(made)
    return made


def change(
    store: Store, name: str, *, role: str | None = None, password: str | None = None, disabled: bool | None = None
) -> Account:
    """Another role, another password (which ends its sessions), disabled (which ends all it has) or enabled again."""
    secret = None if password is None else hashed(password)
    with store.writing() as tx:
        account = tx.account(name)
        if account is None:
            raise NotFound(f"There is no account {name!r} in this store. `asof accounts list` shows them.")
        if role is not None:
            account = replace(account, role=_role(role))
        if secret is not None:
            account = replace(account, secret=secret)
            tx.drop_tokens(name, "session")
        if disabled is not None:
            account = replace(account, disabled=written(now()) if disabled else None)
            tx.drop_tokens(name)
        tx.keep_account(account)
    return account


def _role(role: str) -> str:
    if role not in ROLES:
        raise WrongUse(f"There is no role {role!r}. There are: {', '.join(ROLES)}.")
    return role


# ── tokens ───────────────────────────────────────────────────────────────────────────────────────


def give_token(store: Store, name: str, label: str | None = None, days: int | None = None) -> str:
    """A token for a program. It is shown this once."""
    token, made = PREFIX + secrets.token_urlsafe(32), now()
    expires = None if days is None else written(made + timedelta(days=days))
    with store.writing() as tx:
        account = tx.account(name)
        if account is None or account.disabled:
            raise NotFound(f"There is no account {name!r} in this store that may be used.")
        tx.keep_token(Token(digest(token), name, "api", label, written(made), expires))
    return token


def sign_in(store: Store, name: str, password: str) -> str | None:
    """A session of an account, as the token that its browser keeps; null where name and password do not go together."""
    with store.reading() as shelf:
        account = shelf.account(name[:64])
    usable = account is not None and account.disabled is None
    if not right(account.secret if account is not None and usable else None, password) or account is None:
        return None
    token, made = secrets.token_urlsafe(32), now()
    with store.writing() as tx:
        tx.drop_expired(written(made))
        tx.keep_token(Token(digest(token), name, "session", None, written(made), written(made + SESSION)))
    return token


def sign_out(store: Store, token: str) -> None:
    """End a session."""
    with store.writing() as tx:
        tx.drop_token(digest(token))


def holder(store: Store, token: str | None, kind: str) -> tuple[bool, Account | None]:
    """Whether the store has accounts, and whose valid token of this kind it is."""
    with store.reading() as shelf:
        if not shelf.has_accounts():
            return False, None
        found = None if token is None else shelf.token(digest(token))
        if found is None or found.kind != kind or (found.expires is not None and found.expires <= written(now())):
            return True, None
        account = shelf.account(found.account)
    return True, account if account is not None and account.disabled is None else None
