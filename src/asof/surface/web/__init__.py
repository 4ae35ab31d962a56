"""The desk: pages over a store, made on the server. `app.create` puts them together; `asof serve` runs them."""
