"""Build hook: compiles into the package what is not in the repository, so that `pip install .` has it in the wheel."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLACES = Path("src/asof/vocabulary/places")
PAGES = Path("src/asof/surface/web")


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the gazetteer, the outlines of countries and the pages' script before a wheel or editable install, each
    where it is absent or older than what it is made from."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        places, pages = Path(self.root) / PLACES, Path(self.root) / PAGES
        gazetteer, outlines, script = places / "gazetteer.db", pages / "outlines.db", pages / "static" / "htmx.min.js"
        if _stale(gazetteer, [places / "compile.py", *sorted(places.glob("*.tsv"))]):
            _module(places / "compile.py").compile_gazetteer(gazetteer)
        if _stale(outlines, [pages / "compile.py"]):
            _module(pages / "compile.py").compile_outlines(outlines)
        if _stale(script, [pages / "compile.py"]):
            _module(pages / "compile.py").copy_script(script)
        for made in (gazetteer, outlines, script):
            build_data["artifacts"].append(made.relative_to(self.root).as_posix())


def _stale(made: Path, sources: list[Path]) -> bool:
    return not made.exists() or any(source.stat().st_mtime > made.stat().st_mtime for source in sources)


def _module(path: Path) -> ModuleType:
    """A module by its path: the package cannot be imported before it is built."""
    name = f"asof_{path.parent.name}_compile"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
