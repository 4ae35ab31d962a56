"""What paragraphs that speak about the report, not about the world, begin with or consist of.

Each pattern is anchored and bounded, so that it costs the same on any paragraph.
"""

from __future__ import annotations

import re

HEADLINE_PREFIX = re.compile(
    r"(?:(?:UPDATE|WRAPUP|REFILE|RPT|REPEAT|CORRECTED|EXCLUSIVE|ANALYSIS|INSIGHT|FACTBOX|EXPLAINER|TIMELINE|WIDER IMAGE"
    r"|NEWSMAKER|PREVIEW|SNAPSHOT|FEATURE|INTERVIEW|LEAD|URGENT|ALERT|FLASH|BREAKING|NEWSFLASH|CLARIFICATION|RECAST"
    r"|RECASTS|OFFICIAL CORRECTION|ROUNDUP|SPECIAL REPORT|POLL|REUTERS \w+)"
    r"(?: ?\d{1,2})?(?: ?\([A-Z ]{2,20}\))?\s?(?:-|–|—|:|\|)\s*)+"
    r"|(?:\d(?:st|nd|rd|th)\s(?:LEAD|ROUNDUP|UPDATE)(?:\s\d)?\s?[:–—-]?\s+)"
    r"|(?:LIVE(?: ?(?:UPDATES?|BLOG|REPORT))?|BREAKING(?: NEWS)?|WATCH|JUST IN|DEVELOPING|UPDATED?|CORRECTED|CORRECTION|EXCLUSIVE"
    r"|EXPLAINER|EXPLAINED|ANALYSIS|OPINION|FACT ?BOX|FACT ?CHECK|TIMELINE|IN PICTURES|VIDEO|PHOTOS|READ|PRESS RELEASE"
    r"|NEWS RELEASE|PRESS STATEMENT|MEDIA ADVISORY|AS IT HAPPENED|SITREP|FLASH UPDATE(?: (?:NO\. ?|#)?\d+)?)"
    r"\s?(?::|\||•|\s[-–—])\s*(?=\S)",
    re.I,
)
CORRECTION = re.compile(
    r"(?P<label>[(\[*]?\s?(?:(?:correction|clarification|corrections and clarifications|correction and clarification|erratum)"
    r"(?:(?:,| -| –| —|\s\()?\s?[^:.\n]{0,50})?[:.–—]|editor[’']?s?[’']?\s+note(?:\s?[^:.\n]{0,30})?[:.–—]|amendment:|corrects?:)\s*)"
    r"|[(\[*]?\s?(?:this|an?|the)\s(?:\w+[.\s]\s?\d{1,2}(?:st|nd|rd|th)?,?\s|\d{1,2}\s\w+\s|(?:earlier|previous|original|first|prior)\s)?"
    r"(?:version|story|article|report|item|piece|headline|post|page|dispatch|text|statement)\b[^.\n]{0,70}?"
    r"\b(?:correct(?:s|ed|ing|ion)|amend(?:s|ed)|misstated|mis-?spelled|mis-?identified|incorrectly|wrongly|mistakenly|erroneously"
    r"|(?:this|of this)\s(?:story|article|report|page|post)\b)"
    r"|[(\[]\s?(?:corrects|correcting|corrected)\b"
    r"|we have (?:since )?(?:corrected|amended)\b",
    re.I,
)
CREDIT = re.compile(
    r"[(\[—–-]{0,2}\s?(?:(?:additional\s|further\s)?(?:reporting|writing|editing|compiled|written|edited|production|text|graphics?|research|translation)"
    r"(?:\sand\s(?:writing|reporting|editing|graphics?))?\s(?:and\s\w+\s)?(?:by|from)\s(?:[A-Z]|our|the|staff|the\s)"
    r"|reporting for [A-Z]|with (?:additional |further )?(?:reporting|files|inputs?|contributions?|information|material) (?:by|from)\b"
    r"|done (?:at|in)\s[A-Z]|issued (?:at|in|by)\s[A-Z]|given at\s[A-Z]|signed[:,]\s|our standards: )"
    r"|(?:\w+\s){0,6}(?:press|ap|afp|reuters|dpa)?\s?(?:writers?|journalists?|correspondents?|reporters?|staff)\s[^.\n]{0,160}contributed\sto\sthis\s(?:report|story|article)"
    r"|[^.\n]{0,160}\bcontributed\sto\sthis\s(?:report|story|article)\b"
    r"|[a-z]{2,5}(?:[-/][a-z]{1,5}){1,6}/?$",
    re.I,
)
SIGNATURE = re.compile(
    r"(?:the\s)?(?:(?:\w+\s){0,4}(?:press|communications?|media|information|public affairs|public relations|spokesperson[’']?s?)\s"
    r"(?:office|unit|department|service|division|directorate|team|section|desk|centre|center)(?:\s(?:of|for)\s.{0,60})?"
    r"|office of the (?:spokes\w+|press\s\w+|president|prime minister|minister|governor|secretary).{0,60}|the spokes(?:person|man|woman))[.,]?$",
    re.I,
)
NOTE = re.compile(
    r"\(\s?(?:adds?|updates?|updating|recasts?|refiles?|rewrites?|removes?|releads?|inserts?|fixes|clarifies|changes|deletes?|drops|repeats?"
    r"|writes?\s?-?thru|includes|incorporates|new throughout|with\s[^.]{0,40}(?:quotes?|reaction|background|details)|more details)\b"
    r"|(?:eds?|editors?|attention editors|note to editors|notes? to (?:the )?editors?|media contacts?|for (?:further|more) (?:information|details)"
    r"|press contacts?|contacts?|for media (?:inquiries|enquiries)|about [A-Z][\w ]{2,40})\s?[:,]"
    r"|for (?:further|more) (?:information|details),? (?:please )?(?:contact|visit|see|call)\b"
    r"|(?:all\s)?times?\s(?:are|is|given|shown|in)\s[^.\n]{0,60}(?:gmt|utc|local|time|bst|cet|eat|cat|est)\b|all times (?:gmt|utc|local|bst|cet|eat|cat)\b"
    r"|(?:newest|latest|most recent) (?:entries|updates?|posts?)(?: are| appear)? (?:first|on top|at the top)"
    r"|for immediate (?:release|distribution)|embargo(?:ed)?\b.{0,80}$|press release(?: no| n°|:|$|\s#)|(?:not|no longer) for (?:publication|release)"
    r"|(?:ref|reference)(?:\.| no)?\s?:|(?:- ?|— ?|\(|\*\s?)?(?:ends?|end of (?:statement|text|release))\s?(?:-|—|\)|\*|/)?\.?$|-\s?30\s?-$|[#*\s_=~.–—-]{2,40}$"
    r"|\(?(?:this is )?a? ?(?:breaking|developing) (?:news )?story\b|this (?:is a |story is )?(?:breaking|developing|being updated|has been updated)\b[^.]{0,60}\.?.{0,80}$"
    r"|(?:more|more details) (?:to follow|soon|shortly)\.{0,3}$|(?:this (?:live )?(?:page|blog|coverage) (?:is|has) (?:now )?(?:closed|ended))"
    r"|\(?\s?[$€£]?\s?1(?:\.0+)?\s?=\s"
    r"|(?:tel|phone|fax|e-?mail|website|web|twitter|whatsapp)\s?[:.]\s|https?://\S+$|\S+@\S+\.\w+$|@\w{2,30}$|\+\d[\d ()-]{6,20}$"
    r"|what we know(?: so far)?:?$",
    re.I,
)
BOILERPLATE = re.compile(
    r"(?:read(?: more| also| next| the full (?:story|article|report))?|also read|see also|must[- ]read|more on this(?: story)?|more (?:stories|news|coverage)|related(?: (?:stories|articles|topics|news|coverage|links|content))?"
    r"|recommended(?: (?:stories|for you))?|most (?:read|viewed|popular|shared)|trending(?: now)?|watch(?: more| now| live| this| the video)?|listen(?: to| now)?|go deeper|further reading|in this article|you may also (?:like|be interested in)|don[’']?t miss|editor[’']?s[’']? picks?|up next)\s?(?:[:|»>→].{0,200}|$)"
    r"|(?:follow|like|find|join|contact)\s(?:us|our|@?\w+ on (?:x|twitter|facebook|telegram|whatsapp|instagram))\b.{0,160}$"
    r"|(?:please )?(?:sign[- ]?up|subscribe|register|log ?in|sign in|click|tap)\s(?:here|for|to|now|up|below|on|today|or)\b.{0,200}$"
    r"|(?:get|receive)\s(?:the|our|all the)\s.{0,60}(?:newsletter|inbox|briefing|headlines|alerts|app)\b.{0,120}$"
    r"|(?:download|get|install)\s(?:the|our)\s.{0,30}app\b.{0,120}$|one email, .{0,60}$"
    r"|(?:share|print|save|comments?|tweet|email|copy link|whatsapp|facebook|advertisement|advertising|sponsored(?: content)?|ad feedback|skip (?:to|advertisement).{0,30}|back to top|load more|show more|view comments|leave a comment|story continues below.{0,30}|continue reading|article continues .{0,30}|loading\W{0,4})\W{0,3}$"
    r"|share (?:this|on|via|article|story)\b.{0,60}$"
    r"|(?:we|this (?:site|website)) uses? cookies\b.{0,300}$|(?:by (?:continuing|using|clicking)|accept (?:all )?cookies|your privacy)\b.{0,60}(?:cookies|website|site|agree|consent).{0,200}$"
    r"|(?:copyright\b|©|\(c\)\s?\d{4}).{0,200}$|.{0,120}\ball rights reserved\b.{0,80}$|.{0,60}©\s?\d{4}.{0,60}$"
    r"|(?:the )?(?:material|content) (?:may|on this|must) not be (?:published|reproduced).{0,200}$"
    r"|support (?:our|independent) journalism\b.{0,160}$|(?:donate|become a member|subscribe)\b.{0,40}$",
    re.I,
)
CAPTION = re.compile(
    r"(?:file ?(?:photo|image|picture|-)|photo(?:graph)?s?(?: credit| by| courtesy)?|image(?: caption| credit| source|s)?|picture|caption|video caption|media caption|credit|graphic|map|illustration)\s?(?::|\||-\s|—|,\s(?=[A-Z])).{0,400}$"
    r"|image caption,?\s.{0,300}$|.{10,300}(?:\[[^\]]{0,60}(?:/(?:reuters|afp|ap|getty(?: images)?|epa|anadolu|al jazeera|efe|dpa)|file)[^\]]{0,30}\]|\((?:ap|afp|reuters|epa|file|photo|getty)[ /][^)]{0,60}\)|\(photo(?: by|:)[^)]{0,80}\)|(?:reuters|afp|epa)/[A-Z][\w. ]{2,40}|(?:via )?getty images|/ ?afp(?: via getty images)?)\W{0,3}$",
    re.I,
)
# Crossheads and labels of sections, in any capitals, that say nothing by themselves.
SECTION = re.compile(
    r"(?:\d{1,2}\.?\s)?(?:highlights?|key (?:points?|messages?|facts|figures|developments|takeaways)|summary|background|context|overview|situation(?: overview| update)?|at a glance|introduction|conclusion|statement|timeline|q&a|analysis|humanitarian (?:needs|response|situation|access|impact)|response|needs|gaps(?: (?:&|and) constraints)?|impact|funding|coordination|general|recommendations|what happened\??|what(?:’|')?s next\??|why it matters|the big picture|the latest(?: developments)?|here(?:’|')?s the latest.{0,40})\s?:?$",
    re.I,
)
