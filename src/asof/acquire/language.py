"""Is the text English? If it is surely not, in which language?

Function words decide, and cost nothing: a third of any English text, hardly any of another's. Only a
text that has few of them is shown to the statistical identifier (py3langid), which also names the
language. Short, mixed and list-like texts are given the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ..errors import RefusedReport

# The commonest English function words that are not words of other languages in Latin script as well
# ("in", "a", "on", "as", "die", "was", "is" are).
_FUNCTION = frozenset(
    "the of and to for that with by from at this are were had has have been said who which their they its it not but "
    "after when would will his her than into over more about between against during there before under other where "
    "while those these we you our your be he she or says if could should what told some all people".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# English news has 0.22 to 0.40, headlines alone 0.1; Scots and Dutch reach 0.04, others less.
ENGLISH = 0.14
FEWEST_WORDS = 12  # below, no refusal unless the script itself is foreign
SURE = 0.95  # the identifier's probability for a refusal: it is often wrong below on names and lists
SAMPLE = 40_000  # characters are enough to tell

_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "ko": "Korean", "ku": "Kurdish", "mk": "Macedonian", "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch",
    "no": "Norwegian", "nb": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "rw": "Kinyarwanda", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese", "am": "Amharic", "be": "Belarusian",
    "lt": "Lithuanian", "lv": "Latvian", "et": "Estonian", "ca": "Catalan", "af": "Afrikaans", "la": "Latin",
    "eo": "Esperanto", "eu": "Basque", "gl": "Galician", "mg": "Malagasy", "ht": "Haitian Creole",
}  # fmt: skip


def check(text: str) -> str | None:
    """`en` for English, None where it cannot be told; raises `RefusedReport` for another language."""
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    if english_share(words) >= ENGLISH and len(words) >= FEWEST_WORDS:
        return "en"
    foreign = _foreign_script(sample)
    if not words or (len(words) < FEWEST_WORDS and not foreign):
        return None
    code, probability = identify(sample)
    if code == "en":
        return "en" if probability >= SURE else None
    # A text with half the function words of English is mixed, or an English list of foreign names.
    if not foreign and (probability < SURE or english_share(words) >= ENGLISH / 2):
        return None
    raise RefusedReport(
        f"The report is in {_NAMES.get(code, f'another language ({code})')}; asof reads English only. "
        "Translate it, and give the translation with a note of the original."
    )


def is_foreign(paragraph: str) -> str | None:
    """The language of one paragraph of an otherwise English text, when it is surely another."""
    words = _WORD.findall(paragraph.lower())
    if len(words) < FEWEST_WORDS or english_share(words) >= ENGLISH / 4 or _is_list(paragraph, words):
        return None
    code, probability = identify(paragraph)
    return None if code == "en" or probability < SURE else _NAMES.get(code, code)


def english_share(words: Sequence[str]) -> float:
    """The share of English function words; single letters and the like count as words."""
    return sum(word in _FUNCTION for word in words) / len(words) if words else 0.0


def identify(text: str) -> tuple[str, float]:
    """The identifier's best guess and its probability."""
    code, probability = _identifier().classify(text)
    return str(code), float(probability)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _foreign_script(text: str) -> bool:
    """Whether most letters are not Latin."""
    letters = [letter for letter in text[:4000] if letter.isalpha()]
    return sum(letter > "ʯ" for letter in letters) > 0.6 * len(letters) if letters else False


def _is_list(paragraph: str, words: Sequence[str]) -> bool:
    """Whether most words are names: a list of the dead is English enough."""
    capitals = sum(word[0].isupper() for word in _WORD.findall(paragraph))
    return capitals > 0.4 * len(words) and not _foreign_script(paragraph)
