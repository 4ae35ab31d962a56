"""Who puts out a report: a body that speaks for itself, or an outlet that tells of others.

Judges by the publisher's name, the title and the first line, as a reader would: "Ministry of Defence, Press Office",
"Press Statement on …", "FOR IMMEDIATE RELEASE". What the body calls itself in its text is the attribution's
business, and so is whether a monitor or an institute, which might be a newspaper's name, speaks there at all.
"""

from __future__ import annotations

import re

from .actors import fold, registry

# Words that tell no body from another.
SMALL = frozenset({"the", "of", "and", "for", "in", "on", "a", "an", "'s", "’s"})
# The part of a body that deals with the press speaks for the body.
_DESK = re.compile(
    r"[\s,;:|–-]*\b(?:(?:press|media|information|communications?|public (?:information|affairs|relations)|news"
    r"|strategic communications?|spokes(?:person|man|woman)(?:['’]s)?|war media|military media)"
    r"(?:\s(?:and|&)\s[a-z ]+?)?\s)(?:office|officer|desk|service|section|unit|team|bureau|cent(?:re|er)|department"
    r"|directorate|division|wing|cell|branch|secretariat|room|committee)\b.*$"
    r"|[\s,;:|–-]+(?:public affairs|public relations|public information|spokes(?:person|man|woman)"
    r"|(?:military|war|official|central) media)$",
    re.IGNORECASE,
)
# What can only be a body that acts, whatever else its name has in it.
_BODY = re.compile(
    r"\b(?:ministr(?:y|ies)|(?:department|directorate|office|secretariat|bureau|commission|council|committee|embassy"
    r"|mission|delegation|government|presidency|state|republic|municipality|governorate|diocese|parish|house) of"
    r"|(?:task|armed|security|defen[cs]e|special|police|border|peacekeeping|multinational|national|democratic|support"
    r"|joint|rapid|ground|naval|air|land|civil protection|self-defen[cs]e|resistance) (?:forces?|services?)"
    r"|general staff|chiefs of staff|(?:central|northern|southern|eastern|western|joint|high|general|supreme"
    r"|theat(?:re|er)|area|regional"
    r"|africa|pacific|indo-pacific|home front|special operations|police|military|army|air|strategic"
    r"|cyber|space|unified|operations|operational) command|(?:army|military|police|force|forces) headquarters"
    r"|united nations|african union|european (?:union|commission|external action)|prime minister|state house"
    r"|attorney general|high commissioner|foreign affairs|secretary[- ]general|coordination of humanitarian"
    r"|state department|foreign office|home office|white house|kremlin|national security council)\b",
    re.IGNORECASE,
)
# A word that makes a body of a name, unless the name is an outlet's ("Army Times", "Council Chronicle").
_BODIES = frozenset(
    """
    government presidency president premier chancellery cabinet governor governorate mayor municipality embassy
    consulate parliament senate assembly council commission committee directorate secretariat authority
    administration ministry prosecutor prosecutors court tribunal army military navy airforce militia police
    constabulary gendarmerie carabinieri coastguard command headquarters brigade brigades battalion division
    corps regiment garrison coalition taskforce intelligence prefecture sheriff crescent diocese parish
    archdiocese bishops federation confederation front party movement resistance spokesperson spokesman
    peacekeeping contingent emirate jihad armed
    """.split()
)
_PHRASES = re.compile(
    r"\b(?:red cross|air force|coast guard|national guard|border guards?|border service"
    r"|security (?:service|agency|council)|civil (?:defen[cs]e|protection)"
    r"|(?:disaster|emergency) (?:management|service|services|response)|fire (?:service"
    r"|brigade|department)|rescue service|ambulance service|medical corps|liberation army|people's army|supreme court"
    r"|correctional service|prison service|health service|immigration service)\b",
    re.IGNORECASE,
)
# A word of those who watch and count, and of some newspapers: they issue what they publish if it has them speak.
_WATCHERS = frozenset(
    """
    monitor monitors observatory watch tracker network centre center institute foundation project initiative group
    society association union syndicate alliance forum campaign data organisation organization agency service office
    unit board cluster consortium platform collective society clinic hospital university federation programme program
    rights medics doctors physicians survey archive database desk lab fund trust relief rescue response
    """.split()
)
_OUTLETS = re.compile(
    r"\b(?:news|newswire|newspapers?|wires?|times|post|herald|tribune|gazette|courier|chronicle|journal|review|reviews"
    r"|(?:press|news|information|telegraphic|telegraph) agency|press association|associated press|radio|radyo|r[aá]dio"
    r"|rtv|tv|television|broadcast(?:ing|er)|broadcasting (?:corporation|service)|fm|daily|weekly|telegraph|guardian"
    r"|observer|mail|standard|star|sun|express|mirror|globe|reporters?|dispatch|magazine|sentinel|ledger|examiner"
    r"|inquirer|argus|independent|nation|citizen|punch|vanguard|online|today|insider|advertiser|register|record|echo"
    r"|edition|reuters|afp|bbc|cnn|al jazeera|xinhua|tass|interfax|anadolu|deutsche welle|voice)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"^\W*(?:for immediate release|(?:joint |official |special )?(?:press|media|news) (?:statement|release|note"
    r"|communiqu[eé]|bulletin)|(?:joint |final |official |military |war )?communiqu[eé]"
    r"|(?:joint |official |military )statement"
    r"|statement (?:by|on|of|from|attributable|regarding|concerning)|readout of)",
    re.IGNORECASE,
)
_CHANNEL = re.compile(r"\b(?:press|media) (?:statement|release)\b|\bcommuniqu[ée]", re.IGNORECASE)
# Those whose own reports are press releases, even where nothing says so; a relief update is none.
_OFFICIAL = re.compile(
    r"^(?:the )?(?:ministry|government|office|embassy|presidency|permanent mission)\b"
    r"|\b(?:police|constabulary|gendarmerie|armed forces|defen[cs]e (?:forces?|services?)|command|coast ?guard)\b",
    re.IGNORECASE,
)
_OPERATION = re.compile(r"\s+[-–]?\s*operation\s+[A-Z].*$", re.IGNORECASE)
_FORM_OF_STATE = re.compile(
    r"^(?:the )?(?:[\w'’-]+ ){0,3}(?:republic|government|kingdom|state|union|federation|commonwealth) of (?:the )?",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"^(.+?)\s+(?:in|to)\s+(?:the\s+)?[A-Z][\w ]+$")


def body(publisher: str | None) -> str | None:
    """The body that the publisher's name is certain to be, without its press desk; null for an outlet."""
    if not publisher:
        return None
    name = publisher.strip()
    desk = _DESK.search(name)
    if desk is not None and name[: desk.start()].lower() in ("government", "federal government", "state"):
        return _plain(name)  # a body of its own: "Government Information Bureau"
    if desk is not None:
        return _plain(name[: desk.start()] or name)  # "Information Team of the Defence Services"
    if _BODY.search(name):
        return _plain(name)
    if _OUTLETS.search(name):
        return None
    words = set(re.findall(r"[\w'’]+", name.lower()))
    return _plain(name) if words & _BODIES or _PHRASES.search(name) or _known(name) else None


def outlet(name: str) -> bool:
    """Whether the name is certain to be an outlet's: "Reuters", "Gao Courier"."""
    return _OUTLETS.search(name) is not None


def watcher(publisher: str | None) -> str | None:
    """The name of one who might watch and count, and might be a newspaper as well: "Atlas Conflict Monitor"."""
    if not publisher or _OUTLETS.search(publisher):
        return None
    words = set(re.findall(r"[\w'’]+", publisher.lower()))
    return publisher.strip() if words & _WATCHERS else None


def statement(title: str | None, opening: str) -> bool:
    """Whether the report calls itself a release, communiqué or statement, in its title or its first line."""
    short = opening if len(opening.split()) < 10 else ""
    return any(_RELEASE.match(text) for text in (title or "", short))


def release(title: str | None, publisher: str | None, opening: str) -> str | None:
    """The channel of a report that its own author puts out: "press release", "communiqué"."""
    called = next((m for text in (title, publisher, opening) if text and (m := _CHANNEL.search(text))), None)
    if called is not None and (statement(title, opening) or body(publisher)):
        return "communiqué" if called.group().lower().startswith("communiqu") else "press release"
    official = publisher is not None and (_DESK.search(publisher) or _OFFICIAL.search(publisher)) is not None
    return "press release" if official or statement(title, opening) else None


def _plain(name: str) -> str:
    """The name without its operation and post abroad; a state behind a comma is whose body it is."""
    name = re.sub(r"^The ", "", _OPERATION.sub("", name).strip(" ,;:|–-"))
    first, comma, state = name.rpartition(", ")
    if comma and (known := _state(state)) is not None:
        return f"{first} of {known}"
    abroad = _ABROAD.match(name)
    return abroad.group(1) if abroad is not None and _known(abroad.group(1)) else name


def _state(words: str) -> str | None:
    plain = _FORM_OF_STATE.sub("", words)
    for text in (words, plain):
        for alias in registry().index.get(fold(text).split(" ")[0], ()):
            if alias.text == fold(text) and alias.entry.kind == "state" and alias.use == "name":
                return alias.entry.name
    return None


def _known(name: str) -> bool:
    """Whether the registry knows a body of this name that is no medium."""
    text = fold(name)
    for alias in registry().index.get(re.split(r"\W", text)[0], ()):
        if alias.text == text and alias.entry.kind == "organisation" and alias.entry.sector != "JRN":
            return True
    return False
