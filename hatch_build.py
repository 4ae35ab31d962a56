"""Build hook: compiles the gazetteer into the package, so that `pip install .` has it in the wheel."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("src/asof/vocabulary/places")


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `gazetteer.db` before a wheel or editable install, where it is absent or older than its tables."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        folder = Path(self.root) / FOLDER
        file = folder / "gazetteer.db"
        sources = [folder / "compile.py", *sorted(folder.glob("*.tsv"))]
        if not file.exists() or any(source.stat().st_mtime > file.stat().st_mtime for source in sources):
            self._compile(folder, file)
        build_data["artifacts"].append(str(FOLDER / file.name))

    def _compile(self, folder: Path, file: Path) -> None:
        # By its path: the package cannot be imported before it is built.
        spec = importlib.util.spec_from_file_location("compile_gazetteer", folder / "compile.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        module.compile_gazetteer(file)
