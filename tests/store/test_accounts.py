"""Accounts and tokens in the store, on both engines."""

from __future__ import annotations

from dataclasses import replace

from asof.store import Store
from asof.store.accounts import Account, Token

AT, LATER = "2026-05-06T08:00:00Z", "2026-05-06T22:00:00Z"


def test_accounts_are_kept_changed_and_listed_by_name(store: Store) -> None:
    awa, musa = Account("Awa", "coder", "$argon2id$x", AT), Account("musa", "reader", None, AT)
    with store.reading() as shelf:
        assert not shelf.has_accounts() and shelf.account("Awa") is None
    with store.writing() as tx:
        tx.keep_account(musa)
        tx.keep_account(awa)
    with store.writing() as tx:
        tx.keep_account(replace(musa, role="admin", disabled=LATER))
    with store.reading() as shelf:
        assert shelf.has_accounts()
        assert shelf.accounts() == [awa, replace(musa, role="admin", disabled=LATER)]
        assert shelf.account("Awa") == awa and shelf.account("awa") is None
    assert "argon2" not in repr(awa)


def test_tokens_are_found_by_their_digest_and_taken_away(store: Store) -> None:
    made = [Token(f"{n:064x}", "Awa", kind, None, AT, until)
            for n, (kind, until) in enumerate((("session", LATER), ("api", None), ("session", None)))]  # fmt: skip
    with store.writing() as tx:
        tx.keep_account(Account("Awa", "coder", None, AT))
        for one in made:
            tx.keep_token(one)
    with store.reading() as shelf:
        assert [shelf.token(one.digest) for one in made] == made
        assert {one.digest for one in shelf.tokens("Awa")} == {one.digest for one in made}
        assert shelf.token("0") is None and shelf.tokens("nobody") == []
    with store.writing() as tx:
        tx.drop_expired(AT)
        assert tx.token(made[0].digest) is not None
        tx.drop_expired(LATER)
        assert tx.token(made[0].digest) is None
        tx.drop_tokens("Awa", "session")
        assert tx.tokens("Awa") == [made[1]]
        tx.drop_token(made[1].digest)
        assert tx.tokens("Awa") == []
