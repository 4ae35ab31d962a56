"""`python -m asof` is the command `asof`."""

from .surface.cli import main

if __name__ == "__main__":
    main(prog_name="asof")
