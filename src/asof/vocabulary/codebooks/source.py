"""YAML as plain values that know where they stand, so that every error can name its file and line.

Scalars stay text: `yes`, `no` and `2.0` are words here, and whoever wants a number asks for one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from ...errors import WrongUse
from .notation import nearest


class Text(str):
    """A scalar of a file, and where it stands."""

    __slots__ = ("file", "line")
    file: str
    line: int

    @classmethod
    def at(cls, value: str, file: str, line: int) -> Text:
        made = cls(value)
        made.file, made.line = file, line
        return made


def wrong(at: Any, message: str) -> WrongUse:
    """The error to raise for something that stands at this scalar."""
    where = f"{at.file}:{at.line}: " if isinstance(at, Text) and hasattr(at, "file") else ""
    return WrongUse(f"{where}{message}")


def read_yaml(path: Path) -> dict[Text, Any]:
    """The keys of a file with what stands below them."""
    file = str(path)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=loader)
    except UnicodeDecodeError as error:
        raise WrongUse(f"{file}: the file is not UTF-8 text ({error.reason} at byte {error.start}).") from None
    except OSError as error:
        raise WrongUse(f"{file}: the file cannot be opened: {error.strerror}.") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f":{mark.line + 1}" if mark else ""
        hint = 'What holds a colon, a brace or a % is put in quotation marks: "like {this}".'
        raise WrongUse(f"{file}{line}: this is not YAML: {error.problem}. {hint}") from None
    except yaml.YAMLError as error:
        raise WrongUse(f"{file}: this is not YAML: {error}.") from None
    if not isinstance(node, yaml.MappingNode):
        raise WrongUse(f"{file}: expected keys such as `name:` and `types:`, found none.")
    plain: dict[Text, Any] = _plain(node, file)
    return plain


def _plain(node: Any, file: str) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return Text.at(node.value, file, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file) for item in node.value]
    found: dict[Text, Any] = {}
    for key_node, value in node.value:
        key = _plain(key_node, file)
        if not isinstance(key, Text):
            raise WrongUse(f"{file}:{key_node.start_mark.line + 1}: a key must be a word.")
        if key in found:
            first = next(k for k in found if k == key)
            raise wrong(key, f"{str(key)!r} stands twice, first in line {first.line}. Each may stand once.")
        found[key] = _plain(value, file)
    return found


def keys(data: Any, allowed: Sequence[str], at: Any, name: str) -> dict[str, Any]:
    """The mapping, when all its keys are known."""
    if not isinstance(data, dict):
        raise wrong(data if isinstance(data, Text) else at, f"{name} has keys below it: {', '.join(allowed)}.")
    for key in data:
        if key not in allowed:
            raise wrong(key, f"{name} has no key {str(key)!r}.{nearest(key, allowed)}")
    return data


def below(data: Mapping[str, Any], key: str, at: Any) -> dict[Text, Any]:
    """What stands below a key that holds names of the writer's own; empty where the key is absent."""
    found = data.get(key, {})
    if not isinstance(found, dict):
        raise wrong(found if isinstance(found, Text) else at, f"`{key}` has names below it, each on a line of its own.")
    return found


def words(data: Any, at: Any) -> list[Text]:
    """A list of words."""
    if not isinstance(data, list) or not all(isinstance(item, Text) and item.strip() for item in data):
        raise wrong(
            data if isinstance(data, Text) else at, f"{str(at)!r} is a list: [one, two], or one a line after a dash."
        )
    return data


def listed(entry: Mapping[Any, Any], key: str) -> list[Text]:
    """The words below a key; none where it is absent."""
    return next((words(data, at) for at, data in entry.items() if at == key), [])


def texts(entry: Mapping[Any, Any], names: Collection[str]) -> dict[str, str]:
    """What these keys hold, where they stand: words of a person, never a list or nothing."""
    found = {key: data for key, data in entry.items() if key in names}
    for key, data in found.items():
        if not isinstance(data, Text) or not data.strip():
            raise wrong(key, f"{str(key)!r} is text: what is meant stands behind the colon.")
    return {str(key): str(data) for key, data in found.items()}


def number(data: Any, at: Any) -> float:
    """A number."""
    try:
        return float(data)
    except (TypeError, ValueError):
        raise wrong(data if isinstance(data, Text) else at, f"{str(at)!r} is a number, not {str(data)!r}.") from None
