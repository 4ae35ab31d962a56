"""The standing phrases of news that are about the report, not about the world.

Each list is one kind: what such a paragraph begins with (`$`: what all of it is). All are anchored at
the start and bounded, so that a long paragraph costs no more than a short one.
"""

from __future__ import annotations

import re

LONGEST = 360  # no standing phrase fills a longer paragraph


def _one_of(*phrases: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(phrases) + ")", re.I)


# ── headlines ────────────────────────────────────────────────────────────────────────────────────

# "UPDATE 2-", "CORRECTED (OFFICIAL)-", "WRAPUP 1-CORRECTED-": a word of the wires and a mark, without a space.
_SLUG = (
    r"(?:UPDATE|WRAPUP|REFILE|RPT|REPEAT|CORRECTED|CORRECTION|EXCLUSIVE|ANALYSIS|INSIGHT|FACTBOX|EXPLAINER|TIMELINE"
    r"|WIDER IMAGE|NEWSMAKER|PREVIEW|SNAPSHOT|FEATURE|INTERVIEW|LEAD|URGENT|ALERT|FLASH|BREAKING|NEWSFLASH"
    r"|CLARIFICATION|RECASTS?|OFFICIAL CORRECTION|ROUNDUP|SPECIAL REPORT|POLL)"
)
_WORD = (
    r"(?:LIVE(?:[ -]?(?:UPDATES?|BLOG|REPORT))?|BREAKING(?: NEWS)?|WATCH|JUST IN|DEVELOPING|UPDATED?|CORRECTED"
    r"|CORRECTION|EXPLAINED|OPINION|FACT ?CHECK|IN PICTURES|VIDEO|PHOTOS|PRESS RELEASE|NEWS RELEASE|PRESS STATEMENT"
    r"|MEDIA ADVISORY|AS IT HAPPENED|SITREP|FLASH UPDATE(?: (?:NO\. ?|#)?\d{1,3})?)"
)
_NUMBERED = r"(?: ?\d{1,2})?(?: ?\([A-Z ]{2,20}\))?"
HEADLINE_PREFIX = _one_of(
    rf"(?:(?-i:{_SLUG}{_NUMBERED}-\s?(?=\S))|{_SLUG}{_NUMBERED}(?:\s?[:–—|]|\s-\s)\s*){{1,3}}",
    r"\d(?:st|nd|rd|th) (?:LEAD|ROUNDUP|UPDATE)(?: \d)?\s?[:–—-]?\s+",
    rf"{_WORD}\s?(?:[:|•]|\s[-–—])\s*(?=\S)",
)
HEADLINE_SUFFIX = re.compile(
    r"\s+[-–—|]\s(?:live(?: (?:updates|blog|coverage))?|as it happened|(?:in )?(?:pictures|photos|video)"
    r"|what we know(?: so far)?)$",
    re.I,
)

# ── paragraphs ───────────────────────────────────────────────────────────────────────────────────

_WRONG = (
    r"(?:correct(?:s|ed|ing|ion)|amend(?:s|ed)|misstated|mis-?spelled|mis-?identified|incorrectly|wrongly|mistakenly"
    r"|erroneously)"
)
_PIECE = r"(?:version|story|article|report|item|headline|post|page|dispatch)"
CORRECTION = _one_of(
    r"(?P<label>[(\[*]{0,2}\s?(?:corrections?(?: and clarifications?)?|clarifications?|erratum|amendment)"
    r"(?:,? [^:.\n]{1,40})?\s?[:.–—]\s*|[(\[*]{0,2}\s?editor[’']?s?[’']? note(?:,? [^:.\n]{1,30})?\s?[:.–—]\s*)",
    r"[(\[*]{0,2}\s?(?:this|an?|the) "
    r"(?:(?:earlier|previous|original|first|prior) |\w+\.? \d{1,2}(?:st|nd|rd|th)?,? |\d{1,2} \w+ )?"
    rf"{_PIECE}\b[^.\n]{{0,70}}?\b{_WRONG}\b",
    rf"[(\[*]{{0,2}}\s?an? (?:earlier|previous|prior) version of (?:this|the|our) {_PIECE}\b",
    r"[(\[]\s?correct(?:s|ing|ed)\b",
    r"we have (?:since )?(?:corrected|amended)\b",
)

_WORK = (
    r"(?:reporting|writing|editing|compiled|written|edited|production|translation|research|graphics?)"
    r"(?: and (?:writing|reporting|editing|graphics?))?"
)
CREDIT = _one_of(
    rf"[(\[–—-]{{0,2}}\s?(?:additional |further )?{_WORK} (?:and \w+ )?(?:by|from) (?:[A-Z]|our|the|staff)",
    r"[(\[–—-]{0,2}\s?reporting for [A-Z]",
    r"[(\[–—-]{0,2}\s?with (?:additional |further )?(?:reporting|files|inputs?|contributions?|material) (?:by|from)\b",
    r"(?:done|issued|given) (?:at|in) [A-Z][\w’' -]{2,30}[,.]?(?: (?:on |this )?\d.{0,30})?$",
    r"signed[:,] ",
    r"our standards: ",
    r"[^.\n]{2,160} contributed to this (?:report|story|article)\b",
    r"[a-z]{2,5}(?:[-/][a-z]{1,5}){1,6}/?$",  # initials of editors: "str-abc/de"
)
SIGNATURE = _one_of(
    r"(?:the )?(?:\w+ ){0,4}(?:press|communications?|media|information|public affairs|public relations)"
    r" (?:office|unit|department|service|division|directorate|team|section|desk|centre|center)"
    r"(?: (?:of|for) .{1,60})?[.,]?$",
    r"office of the (?:spokes\w+|press \w+|president|prime minister|minister|governor|secretary).{0,60}$",
    r"the spokes(?:person|man|woman)[.,]?$",
)

NOTE = _one_of(
    # what changed since the last version of a wire story
    r"\(\s?(?:adds?|updates?|updating|recasts?|refiles?|rewrites?|removes?|releads?|inserts?|fixes|clarifies|changes|deletes?"
    r"|drops|repeats?|writes? ?-?thru|includes|incorporates|new throughout|more details"
    r"|with [^.]{0,40}(?:quotes?|reaction|background|details))\b",
    # to editors, journalists and readers
    r"(?:eds?|(?:attention )?editors?|notes? to (?:the )?editors?|(?:media |press )?contacts?"
    r"|about [A-Z][\w ]{2,40})\s?:",
    r"for (?:further|more|additional|media) (?:information|details|inquiries|enquiries|queries)\b",
    r"for immediate (?:release|distribution)",
    r"embargo(?:ed)?\b.{0,80}$",
    r"(?:press|news) release(?: (?:no|n°|#).{0,30})?[.:]?$",
    r"not for (?:publication|release|distribution)",
    r"(?:tel|phone|fax|e-?mail|website|whatsapp)\s?[:.] ",
    r"(?:ref|reference)(?:\.| no\.?)?\s?: ",
    r"https?://\S+$|\S+@\S+\.\w+$|@\w{2,30}$|\+\d[\d ()-]{6,20}$",
    # of live pages
    r"(?:all |the )?times? (?:(?:are|is|given|shown|in|here|below) ){1,3}(?:\w+ ){0,3}(?:time |local )?\(?"
    r"(?:gmt|utc|bst|cet|eat|cat|est\b|edt|et\b|local(?: time)?\s?[(.,;]|local(?: time)?$)",
    r"all times (?:gmt|utc|local|bst|cet|eat|cat)\b",
    r"(?:newest|latest|most recent) (?:entries|updates?|posts?)(?: are| appear)? (?:first|on top|at the top)",
    r"(?:this is )?a (?:breaking|developing) (?:news )?story\b",
    r"this (?:is a |story is |is )?(?:breaking|developing|being updated)\b",
    r"more (?:details )?(?:to follow|soon|shortly)\W{0,4}$",
    r"this (?:live )?(?:page|blog|coverage) (?:is|has) (?:now )?(?:closed|ended)",
    # ends, rules, rates of exchange
    r"[#*\s_=~.–—-]{2,40}$",
    r"\(?\s?[$€£]?\s?1(?:\.0+)?\s?= ",
)

END = _one_of(r"[-–—(*/]{0,3}\s?(?:ends?|end of (?:the )?(?:statement|text|release))\s?[-–—)*/]{0,3}\.?$|-\s?30\s?-$")
_CONTACT = re.compile(
    r"\b[\w.+-]{1,40}@[\w-]{1,40}\.\w|\b(?:Tel|Phone|Mob|Mobile|Cell)\b[.:]|\+\d{1,3}[ (-]\d[\d ()-]{6,16}"
)

_READ = (
    r"(?:read(?: more| also| next| the full (?:story|article|report))?|also read|see also|must[- ]read"
    r"|more on this(?: story)?|more (?:stories|news|coverage)"
    r"|related(?: (?:stories|articles|topics|news|coverage|links|content))?"
    r"|recommended(?: (?:stories|for you))?|most (?:read|viewed|popular|shared)|trending(?: now)?"
    r"|watch(?: more| now| live| this| the video)?|listen(?: to| now)?|go deeper|further reading|in this article"
    r"|you may also (?:like|be interested in)|don[’']?t miss|editor[’']?s[’']? picks?|up next)"
)
BOILERPLATE = _one_of(
    rf"{_READ}\s?(?:[:|»>→].{{0,200}})?$",
    r"(?:follow|find|join|like) (?:us|@?\w+ on (?:x|twitter|facebook|telegram|whatsapp|instagram))\b.{0,160}$",
    r"follow our .{0,80}(?:coverage|channel|page|blog)\b.{0,80}$",
    r"(?:please )?(?:sign[- ]?up|subscribe|log ?in|sign in|click|tap) (?:here|for|to|now|up|below|on|or)\b.{0,200}$",
    r"(?:get|receive) (?:the|our|all the) .{0,60}(?:newsletter|inbox|briefing|headlines|alerts|app)\b.{0,120}$",
    r"download (?:the|our) .{0,30}app\b.{0,120}$",
    r"(?:share|print|save|comments?|tweet|email|copy link|whatsapp|facebook|advertisement|advertising"
    r"|sponsored(?: content)?|ad feedback|skip (?:to .{0,30}|advertisement)|back to top"
    r"|load more|show more|view comments|leave a comment"
    r"|(?:story|article) continues below.{0,30}|continue reading|loading)\W{0,3}$",
    r"share (?:this|on|via|article|story)\b.{0,60}$",
    r"(?:we|this (?:site|website)) uses? cookies\b.{0,300}$",
    r"(?:by (?:continuing|using|clicking)|accept (?:all )?cookies|your privacy)\b"
    r".{0,60}(?:cookies|website|site|agree|consent).{0,200}$",
    r"(?:copyright\b|©|\(c\) ?\d{4}).{0,200}$|.{0,60}(?:all rights reserved\b|©\s?\d{4}).{0,80}$",
    r"(?:the |this )?(?:material|content) (?:may|must) not be (?:published|reproduced).{0,200}$",
    r"support (?:our|independent) journalism\b.{0,160}$|(?:donate|become a member|subscribe)\b.{0,40}$",
)

CAPTION = _one_of(
    r"(?:file ?(?:photo|image|picture)|photo(?:graph)?s?(?: credit| by| courtesy)?|image(?: caption| credit| source)?"
    r"|picture|(?:video |media )?caption|credit|graphic|map|illustration)\s?(?:[:|]|-\s|—|,\s?(?-i:[A-Z]))",
)
# The end of a caption: who took the picture.
CAPTION_END = _one_of(
    r".*\[[^\]]{0,60}(?:/\s?(?:reuters|afp|ap|getty(?: images)?|epa|anadolu|efe|dpa)|file(?: photo)?)[^\]]{0,30}\]\W?$",
    r".*\((?:ap|afp|reuters|epa|getty) (?:photo|images?|file)?[ /]?[^)]{0,50}\)\W?$",
    r".*\(photo(?: by)?:? [^)]{2,60}\)\W?$",
    r".*(?:reuters|afp|epa)/(?-i:[A-Z])[\w. ]{2,40}$",
    r".*[/|,.] ?(?:via )?(?:getty images|afp via getty images)\W?$",
)
SECTION = _one_of(
    r"(?:highlights?|key (?:points?|messages?|facts|figures|developments|takeaways)|summary|background|context|overview"
    r"|situation(?: overview| update)?|at a glance|introduction|conclusion|statement|timeline|q&a|analysis"
    r"|humanitarian (?:needs|response|situation|access|impact)|response|needs|gaps(?: (?:&|and) constraints)?|impact"
    r"|funding|coordination|general|recommendations|what happened\??|what we know(?: so far)?|what[’']s next\??"
    r"|why it matters|the big picture|the latest(?: developments)?|here[’']s the latest.{0,40})\s?:?$",
)


def is_correction(paragraph: str) -> bool:
    """`Correction, 11 March: …`, `This story corrects …`, `Editor's note: …`."""
    return CORRECTION.match(paragraph) is not None


def is_credit(paragraph: str) -> bool:
    """Who reported, wrote, edited or issued it."""
    return CREDIT.match(paragraph) is not None


def is_note(paragraph: str) -> bool:
    """What changed, whom to call, which zone the times are in, and other words to the reader of the page."""
    if is_surrounding(paragraph) or is_caption(paragraph):
        return True
    if END.match(paragraph) or (len(paragraph) < LONGEST and _CONTACT.search(paragraph)):
        return True
    return NOTE.match(paragraph) is not None and not is_correction(paragraph)


def is_surrounding(paragraph: str) -> bool:
    """What a site puts around any article: cookies, newsletters, links to follow, copyright."""
    return len(paragraph) < LONGEST and BOILERPLATE.match(paragraph) is not None


def is_caption(paragraph: str) -> bool:
    """The words under a picture."""
    if len(paragraph) > LONGEST:
        return False
    return CAPTION.match(paragraph) is not None or CAPTION_END.match(paragraph[-120:]) is not None
