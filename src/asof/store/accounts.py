"""Accounts and tokens as a store keeps them. Passwords and tokens are kept nowhere, only what proves them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from sqlalchemy import delete, insert, select

from . import schema
from .looking import Looking


@dataclass(frozen=True, slots=True)
class Account:
    """Who may use a server on this store. `secret` is the hash of the password; null: tokens alone."""

    name: str
    role: str
    secret: str | None = field(repr=False)
    created: str
    disabled: str | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """What stands for an account: a browser's session, or a program's token. `digest` is its SHA-256."""

    digest: str
    account: str
    kind: str
    label: str | None
    created: str
    expires: str | None


class Accounts(Looking):
    """Questions about accounts."""

    def has_accounts(self) -> bool:
        """Whether there is any, disabled or not."""
        return self._one(select(schema.accounts.c.name).limit(1)) is not None

    def accounts(self) -> list[Account]:
        """All of them, by name."""
        rows = self._connection.execute(select(schema.accounts).order_by(schema.accounts.c.name))
        return [Account(**row._mapping) for row in rows]

    def account(self, name: str) -> Account | None:
        """The account of this name."""
        row = self._connection.execute(select(schema.accounts).where(schema.accounts.c.name == name)).first()
        return None if row is None else Account(**row._mapping)

    def token(self, digest: str) -> Token | None:
        """The token with this digest, expired or not."""
        row = self._connection.execute(select(schema.tokens).where(schema.tokens.c.digest == digest)).first()
        return None if row is None else Token(**row._mapping)

    def tokens(self, account: str) -> list[Token]:
        """The tokens of an account, in the order in which they were made."""
        table = schema.tokens
        rows = self._connection.execute(select(table).where(table.c.account == account).order_by(table.c.created))
        return [Token(**row._mapping) for row in rows]


class AccountKeeping(Accounts):
    """What changes accounts and tokens."""

    def keep_account(self, account: Account) -> None:
        """Put an account there, in place of the one of its name."""
        table = schema.accounts
        if self.account(account.name) is None:
            self._connection.execute(insert(table), [asdict(account)])
        else:
            self._connection.execute(table.update().where(table.c.name == account.name).values(**asdict(account)))

    def keep_token(self, token: Token) -> None:
        """Put a token there."""
        self._connection.execute(insert(schema.tokens), [asdict(token)])

    def drop_token(self, digest: str) -> None:
        """Take a token away."""
        self._connection.execute(delete(schema.tokens).where(schema.tokens.c.digest == digest))

    def drop_tokens(self, account: str, kind: str | None = None) -> None:
        """Take the tokens of an account away, or those of one kind."""
        gone = delete(schema.tokens).where(schema.tokens.c.account == account)
        self._connection.execute(gone if kind is None else gone.where(schema.tokens.c.kind == kind))

    def drop_expired(self, now: str) -> None:
        """Take away what is no longer valid."""
        self._connection.execute(delete(schema.tokens).where(schema.tokens.c.expires <= now))
