"""Invented passages about who the source is: unnamed ones, owners of lists and channels, counts that are told.

Real places, made-up happenings and people.
"""

from __future__ import annotations

from .quote_passages import Expected

SOURCES: list[tuple[str, list[Expected]]] = [
    # Those who give a name
    (
        "A man who identified himself as Abu Hamza said by phone that his group had taken the bridge at Anéfis.",
        [("Abu Hamza", "his group had taken the bridge at Anéfis")],
    ),
    (
        "A fishmonger known as Mama Tandi said on Friday that the boats had not come back.",
        [("Mama Tandi", "the boats had not come back")],
    ),
    (
        "The shells came from the ridge, says a teacher in Martuni who gives her name only as Anahit.",
        [("Anahit", "The shells came from the ridge")],
    ),
    (
        "The man who calls himself General Tiger boasted that his fighters had burned nine trucks near Ituri.",
        [("General Tiger", "his fighters had burned nine trucks")],
    ),
    # Verbs of one speaker, asides, leads
    (
        "The rebels claimed that 40 recruits had deserted and accused the governor of lying.",
        [("the rebels", "40 recruits had deserted")],
    ),
    (
        "This week, says Teresa Quispe, the mayor of Puno, 900 families have left their farms.",
        [("Teresa Quispe", "900 families have left their farms")],
    ),
    (
        "Governor Tomasz Lis on Facebook: two bridges were destroyed and one is closed.",
        [("Tomasz Lis", "two bridges were destroyed and one is closed")],
    ),
    (
        "Two boatmen had seen the raid. “They came from the marsh,” said one of them, a net maker.",
        [("a net maker", "They came from the marsh")],
    ),
    (
        "A nurse in Kaga said that the wells were dry. “We have one pump,” she said.",
        [("a nurse in Kaga", "the wells were dry"), ("a nurse in Kaga", "We have one pump")],
    ),
    # Those who give none
    (
        "The bridge was mined on Sunday night, two boatmen told the newspaper. The soldiers were drunk, one of them "
        "said.",
        [("two boatmen", "The bridge was mined on Sunday night"), ("a boatman", "The soldiers were drunk")],
    ),
    (
        "A senior officer, who asked not to be named because he was not allowed to speak, said that the raid had "
        "failed.",
        [("a senior officer", "the raid had failed")],
    ),
    (
        "The convoy never left the depot, says someone inside the ministry who has seen the logs.",
        [("someone inside the ministry", "The convoy never left the depot")],
    ),
    (
        "A priest of the town and a bus driver, reached separately by telephone, said that nine houses were on fire.",
        [("a priest and a bus driver", "nine houses were on fire")],
    ),
    (
        "At noon the station took a call from a man who gave his name as Abu Suleiman Katibat. He put the "
        "dead at nine.",
        [("Abu Suleiman Katibat", "the dead at nine")],
    ),
    (
        "The air force spoke of a depot. Its first assessment was that nobody had been hurt in Arbinda.",
        [("air force", "nobody had been hurt in Arbinda")],
    ),
    # Whose list, channel or picture it is
    (
        "Twenty-six people drowned off Zuwara, according to a list at Zuwara General Hospital that was seen by Sahel "
        "Wire.",
        [("Zuwara General Hospital", "Twenty-six people drowned off Zuwara")],
    ),
    (
        "Satellite images analysed by UNOSAT show 140 damaged houses in Kutum.",
        [("UNOSAT", "140 damaged houses in Kutum")],
    ),
    (
        "From the diocese we hear that nine nuns were taken from the convent at Makurdi.",
        [("the diocese", "nine nuns were taken from the convent")],
    ),
    (
        "We have learned from the district governor that the pass is closed.",
        [("the district governor", "the pass is closed")],
    ),
    # The source behind what it told
    (
        "Nineteen bodies were washed up at Zuwara. That is from the head of the Red Crescent, Salem Aradi.",
        [("Salem Aradi", "Nineteen bodies were washed up at Zuwara")],
    ),
    (
        "Forty families left Tabanovce before dawn. So says the mayor.",
        [("the mayor", "Forty families left Tabanovce before dawn")],
    ),
    (
        "The mayor, Ana Prodan, has seen the school. By her count nine pupils are missing.",
        [("Ana Prodan", "nine pupils are missing")],
    ),
    # Counts that are told
    (
        "The Rift Valley Rights Centre has documented the killing of at least 40 herders since March.",
        [("the Rift Valley Rights Centre", "the killing of at least 40 herders since March")],
    ),
    (
        "Doctors and firemen now agree on 22 wounded, four of whom are children.",
        [("doctors and firemen", "22 wounded, four of whom are children")],
    ),
    (
        "The rebels stick to their claim of sixty soldiers killed.",
        [("the rebels", "their claim of sixty soldiers killed")],
    ),
    (
        "The fire chief, Lola Cabrera, cut the police estimate of people trapped to nine from thirty.",
        [("Lola Cabrera", "the police estimate of people trapped to nine from thirty")],
    ),
    (
        "The army now accepts that 14 of its men were taken at Djibo.",
        [("Burkinabe army", "14 of its men were taken at Djibo")],
    ),
    ("The army has raised its own figure to 14.", []),
    ("The bomb in Pattani has now claimed nine lives.", []),
    # What belongs to the content, and what the report adds
    (
        'The minister, Ana Kovač, called it "a lie". But she also said that an inquiry had begun, and that two guards '
        "had been arrested.",
        [("Ana Kovač", "it … a lie"), ("Ana Kovač", "an inquiry had begun … two guards had been arrested")],
    ),
    (
        "A truck bomb killed nine people at a bank in Balad, two security sources said on Friday, hours after the "
        "group had claimed another attack.",
        [("two security sources", "A truck bomb killed nine people at a bank in Balad")],
    ),
    (
        'The bishop was not in the car, said Fr. Tomás Arias, the parish priest. "Pray for us," begged Maj. Gen. Luis '
        "Ortega.",
        [("Tomás Arias", "The bishop was not in the car"), ("Luis Ortega", "Pray for us")],
    ),
]
