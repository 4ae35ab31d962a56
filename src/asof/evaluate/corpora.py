"""The corpora's own counts as one kind of `Result`. Each corpus has its scorer in a module of its name."""

from __future__ import annotations

from pathlib import Path

from .result import Miss, Result, Score


def quotes(path: Path) -> Result:
    """PolNeAR: spans of content, source and cue, by overlap and exactly, as the whole reader finds them."""
    from ..registry import COMPONENTS, component
    from . import quotes

    names = list(COMPONENTS)
    components = [component(name) for name in names[: names.index("quotes") + 1]]
    result = Result("quotes")
    for exact in (False, True):
        counts, scored, failed = quotes.evaluate(path, components, exact)
        for role in quotes.ROLES:
            score = Score(counts.matched[role], counts.predicted[role], counts.gold[role])
            result.add(f"{role} {'exact' if exact else 'overlap'}", score)
        if not exact:
            result.notes.append(f"{scored} articles scored, {failed} without annotation")
    return result


def places(path: Path) -> Result:
    """LGL and GeoVirus, those that the folder has: names by exact span, and names put within 161 km."""
    from . import places

    result = Result("places")
    for corpus in ("LGL", "GeoVirus"):
        file = next((p for p in sorted(path.rglob("*.xml")) if p.stem.lower() == corpus.lower()), None)
        if file is None:
            result.notes.append(f"{corpus}: skipped, {path} has no {corpus.lower()}.xml")
            continue
        counts = places.evaluate(file, corpus)
        result.add(f"{corpus} recognised", Score(counts.right, counts.found, counts.gold))
        with_point = sum(name.point is not None for article in places.articles(file, corpus) for name in article.names)
        result.add(f"{corpus} within 161 km", Score(counts.located, counts.found, with_point))
        resolved = len(counts.errors)
        result.shares[f"{corpus}: Acc@161km"] = Score(counts.located, resolved, resolved)
        result.notes.append(f"{corpus}: {counts.articles} articles, AUC {counts.auc:.3f}")
        result.missing += [Miss(corpus, f"{corpus} recognised", "missed", "", "", line) for line in counts.missed]
        result.missing += [Miss(corpus, f"{corpus} recognised", "excess", "", "", line) for line in counts.excess]
        result.missing += [Miss(corpus, f"{corpus} within 161 km", "differs", "", "", line) for line in counts.far]
    return result


def times(path: Path) -> Result:
    """TimeML: spans of expressions, and the right value on those that overlap."""
    from . import times

    counts, scored, failed = times.evaluate(path)
    result = Result("times", notes=[f"{scored} documents scored, {failed} unreadable"])
    for layer in ("strict", "relaxed", "type", "value"):
        result.add(layer, Score(getattr(counts, layer), counts.found, counts.gold))
    result.shares["value, of those matched"] = Score(counts.value, counts.relaxed, counts.relaxed)
    result.missing += [Miss("all", "value", "differs", "", "", miss) for miss in sorted(counts.misses)]
    return result


def pronouns(path: Path) -> Result:
    """Pronouns that speak in PolNeAR: agreement with CoreNLP, which is a hint and no gold."""
    from . import pronouns

    result = Result("pronouns", notes=["CoreNLP's own guess is no gold: agreement is a warning light, not a score"])
    for case in pronouns.cases(path):
        result.add(case.pronoun, Score(int(case.agree), int(case.ours is not None), int(case.theirs is not None)))
        if not case.agree:
            words = " ".join(case.before.split())
            result.missing.append(Miss(case.article, case.pronoun, "differs", str(case.theirs), str(case.ours), words))
    return result
