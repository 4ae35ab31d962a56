"""Invented passages in the styles of wires, press releases, police, armies, relief updates and local papers.

Each with every statement that a careful reader keeps: who says it, and the words ("first … last").
Real places, made-up happenings and people.
"""

from __future__ import annotations

Expected = tuple[str, str]

PASSAGES: list[tuple[str, list[Expected]]] = [
    # Wires
    (
        "A grenade rolled under the third lorry near Gamboru shortly before dawn, and the drivers fled on foot, the "
        "commander of the Seventh Division, General Musa Bukar, told reporters in Maiduguri. One of the drivers is "
        "still missing, he added.",
        [
            ("Musa Bukar", "A grenade rolled under … fled on foot"),
            ("Musa Bukar", "One of the drivers is still missing"),
        ],
    ),
    (
        "Two of the patients hurt in Friday's blast at Jalula died overnight in Sulaymaniyah, bringing the toll to "
        "twelve, the head of the emergency hospital, Hawre Ahmed, said on Saturday. Six more remain in intensive care, "
        "and he expects to lose one of them.",
        [
            ("Hawre Ahmed", "Two of the patients … toll to twelve"),
            ("Hawre Ahmed", "Six more remain … lose one of them"),
        ],
    ),
    (
        "Manila will send two more cutters to the shoal this week, Defense Secretary Ramon Abad wrote on X. If the "
        'fishermen are touched, he said, "we will answer in kind."',
        [
            ("Ramon Abad", "Manila will send … this week"),
            ("Ramon Abad", "If the fishermen are touched … answer in kind"),
        ],
    ),
    (
        "In an audio recording sent to journalists, a man who described himself as a spokesman for the Azawad Front "
        "took responsibility for the raid on the camp, in which, he claimed, forty soldiers had died. Colonel Sekou "
        "Diarra called the figure an invention.",
        [("Azawad Front", "forty soldiers had died"), ("Sekou Diarra", "the figure an invention")],
    ),
    (
        "Dozens of families are said to have left Bunagana since Monday; the parish register lists 412 people.",
        [("parish register", "412 people")],
    ),
    (
        "Some 4,000 people have crossed the Wakhan since Sunday, the Red Crescent said, citing border guards.",
        [("Red Crescent", "Some 4,000 people … since Sunday")],
    ),
    (
        "A shell struck a bakery in Toretsk on Monday, wounding seven people, residents and a paramedic told the "
        "newspaper, while the regional governor said two shells had landed on a depot.",
        [
            ("residents and a paramedic", "A shell struck … wounding seven people"),
            ("regional governor", "two shells had landed on a depot"),
        ],
    ),
    (
        "A member of the village council put the number of dead at 17 and that of the missing at six.",
        [("a member of the village council", "the number of dead at 17 … at six")],
    ),
    (
        "The column had no tanks and never entered Kupiansk, said a spokesman for the brigade, Andriy Koval.",
        [("Andriy Koval", "The column had no tanks … entered Kupiansk")],
    ),
    (
        "Independent monitors quoted witnesses as saying that a drone circled for an hour before the strike.",
        [("witnesses", "a drone circled … before the strike")],
    ),
    (
        "The clinic in Djibo was empty when the shells fell, the mayor of the town, Idrissa Tamboura, insisted.",
        [("Idrissa Tamboura", "The clinic in Djibo … shells fell")],
    ),
    (
        "At least nine gendarmes were killed near Tillabéri, two security sources said on Tuesday. A third source put "
        "the toll at eleven.",
        [
            ("two security sources", "At least nine gendarmes … near Tillabéri"),
            ("third source", "the toll at eleven"),
        ],
    ),
    (
        "The ministry's tally counts 34 dead and 90 wounded since the fighting in Taiz resumed.",
        [("ministry", "34 dead and 90 wounded … resumed")],
    ),
    (
        '"We heard the engines first," said Farida Noor, who sells bread by the mosque. "Then the roof came down." '
        "Her brother was hurt, she said.",
        [
            ("Farida Noor", "We heard the engines first … roof came down"),
            ("Farida Noor", "Her brother was hurt"),
        ],
    ),
    (
        'The army dismissed the report as "propaganda from start to finish".',
        [("army", "propaganda from start to finish")],
    ),
    (
        'Asked whether the truce still held, the envoy, Petra Lindqvist, said that it did, "on paper".',
        [("Petra Lindqvist", "it did … on paper")],
    ),
    (
        "Israel had warned the residents of Srifa an hour before, an Israeli military spokesman said. A farmer there, "
        "Ali Dbouk, said nobody had been warned.",
        [
            ("Israeli military spokesman", "Israel had warned … an hour before"),
            ("Ali Dbouk", "nobody had been warned"),
        ],
    ),
    (
        "Eighteen migrants drowned off Sfax, the coast guard said in a post on Facebook, adding that four had been "
        "pulled alive from the water.",
        [
            ("coast guard", "Eighteen migrants drowned off Sfax"),
            ("coast guard", "four had been pulled alive from the water"),
        ],
    ),
    (
        "The convoy was not carrying arms, the Ethiopian foreign ministry's spokeswoman, Hirut Bekele, posted on "
        "Telegram late on Sunday.",
        [("Hirut Bekele", "The convoy was not carrying arms")],
    ),
    (
        "Gunmen on motorcycles killed at least 20 people in the Barsalogho area, local officials and a teacher who "
        "fled said on Thursday.",
        [("local officials and a teacher", "Gunmen on motorcycles … Barsalogho area")],
    ),
    (
        "Rescuers have pulled eleven people from the rubble of the school in Sagaing, the fire service says, and "
        "another five are thought to be trapped.",
        [("fire service", "Rescuers have pulled eleven people … school in Sagaing")],
    ),
    (
        "The rebels, who say they hold three villages north of Bria, released a video on Friday.",
        [("rebels", "they hold three villages north of Bria")],
    ),
    (
        '"It is over for us here," said one of the porters, a father of four. "Nobody will load a truck again."',
        [("one of the porters", "It is over for us here … load a truck again")],
    ),
    (
        "Seven hostages were freed near Bama, the governor's office announced, without saying whether money had "
        "changed hands.",
        [("governor's office", "Seven hostages were freed near Bama")],
    ),
    (
        'The opposition leader, Grace Nyathi, branded the vote "a theft in daylight".',
        [("Grace Nyathi", "the vote a theft in daylight")],
    ),
    (
        "General Castro Lemos told state radio that the garrison had held. He denied that any soldier had deserted.",
        [
            ("Castro Lemos", "the garrison had held"),
            ("Castro Lemos", "any soldier had deserted"),
        ],
    ),
    (
        'Three days of talks in Djibouti ended without a text. Both sides had been "close, very close", the '
        "mediator, Yusuf Abdi, said afterwards.",
        [("Yusuf Abdi", "Both sides had been … very close")],
    ),
    (
        "A drone fell on a kindergarten in Kherson but nobody was inside, its director, Olena Hnatiuk, told the "
        "broadcaster by phone.",
        [("Olena Hnatiuk", "A drone fell … nobody was inside")],
    ),
    (
        "Turkish jets hit eight targets in northern Iraq overnight, Ankara said. Kurdish security officials reported "
        "three dead.",
        [
            ("Turkey", "Turkish jets hit eight targets … overnight"),
            ("Kurdish security officials", "three dead"),
        ],
    ),
    (
        "The prime minister, visiting Gao for the first time since the siege, said that the road to Kidal would reopen "
        "within weeks.",
        [("prime minister", "the road to Kidal would reopen within weeks")],
    ),
    (
        "Police are searching for two men, Inspector Joyce Wanjala said, who were seen leaving on a blue motorcycle.",
        [("Joyce Wanjala", "Police are searching for two men … on a blue motorcycle")],
    ),
    (
        "At first light the bodies were carried to Arauca, the mother of one of them, Nubia Rincón, said: there were "
        "five, and none wore boots.",
        [("Nubia Rincón", "At first light the bodies … none wore boots")],
    ),
    # Relief updates
    (
        "An estimated 12,000 people have been displaced in Tillabéri since 3 March, according to local partners, "
        "citing village chiefs.",
        [("local partners", "An estimated 12,000 people … since 3 March")],
    ),
    (
        "The de facto authorities report that 41 houses were destroyed in Kunar. Two aid workers were among the "
        "injured, the Afghan Red Crescent has confirmed.",
        [
            ("de facto authorities", "41 houses were destroyed in Kunar"),
            ("Afghan Red Crescent", "Two aid workers were among the injured"),
        ],
    ),
    (
        "Since 1 May, at least 230 schools have closed in Kasaï, the UN children's agency estimates.",
        [("UN children's agency", "Since 1 May, at least 230 schools have closed in Kasaï")],
    ),
    (
        "• 19 people were killed and 44 injured in Hodeidah on 6 June, according to health partners.\n"
        "• The Ministry of Health reported 27 cases of cholera in the same week.",
        [
            ("health partners", "19 people were killed … 6 June"),
            ("Ministry of Health of Yemen", "27 cases of cholera in the same week"),
        ],
    ),
    (
        "Humanitarian partners estimate that 60 per cent of households in Jonglei have lost their cattle.",
        [("humanitarian partners", "60 per cent of households … lost their cattle")],
    ),
    (
        "IOM's tracking matrix recorded 5,400 new arrivals in Pemba between 2 and 9 April.",
        [("IOM", "5,400 new arrivals … 9 April")],
    ),
    (
        "Partners were unable to verify the number of dead. The next update will be issued on 3 May.",
        [],
    ),
    # Police, armies, ministries in their own voice
    (
        "It is untrue that officers fired on the mourners in Jos. Our men used tear gas, the commissioner, Haruna "
        "Gyang, stressed.",
        [("Haruna Gyang", "Our men used tear gas")],
    ),
    (
        "Certain foreign outlets, quoting so-called activists, have reported that 60 civilians died at Homs.",
        [("activists", "60 civilians died at Homs")],
    ),
    (
        "“We shall not rest until they are found,” the Inspector General, Peter Achol, stated.",
        [("Peter Achol", "We shall not rest until they are found")],
    ),
    (
        "The spokesman for the Northern Command, Lieutenant Colonel Arun Thapa, said in a statement that an outpost at "
        "Keran had come under mortar fire and that troops had replied.",
        [("Arun Thapa", "an outpost at Keran … troops had replied")],
    ),
    (
        "Preliminary investigations indicate that the suspects entered Garissa from the east, the police service said.",
        [("Kenyan police", "Preliminary investigations indicate … from the east")],
    ),
    (
        'Detective Chief Inspector Alan Moss said: "A 19-year-old man has been arrested. We are keeping an open mind '
        'about the motive."',
        [("Alan Moss", "A 19-year-old man … about the motive")],
    ),
    # Broadcasters, local papers, live pages
    (
        '"They took the boats," says Khin Lay, 44.\n\n'
        '"They took the nets as well."\n\n'
        "Her husband has not been seen since, she says.",
        [
            ("Khin Lay", "They took the boats"),
            ("Khin Lay", "They took the nets as well"),
            ("Khin Lay", "Her husband has not been seen since"),
        ],
    ),
    (
        '"There was one bang, then another, then screaming."\n\n'
        "Samir Touma was closing his shop in Baalbek when the first missile fell.\n\n"
        '"I ran the wrong way," he says.',
        [
            ("Samir Touma", "There was one bang, then another, then screaming"),
            ("Samir Touma", "I ran the wrong way"),
        ],
    ),
    (
        "Shops in Mitrovica will stay closed on Wednesday unless the checkpoint is lifted, their association's "
        "chairman, Besnik Gashi, warned.",
        [("Besnik Gashi", "Shops in Mitrovica … checkpoint is lifted")],
    ),
    (
        "They had been kept in a cellar, the freed nurses said. Four are still held, according to the bishop of "
        "Bamenda.",
        [
            ("freed nurses", "They had been kept in a cellar"),
            ("bishop of Bamenda", "Four are still held"),
        ],
    ),
    (
        "The death toll from the landslide stands at 63, the disaster agency said. It had earlier given a figure of "
        "48.",
        [("disaster agency", "The death toll from the landslide stands at 63")],
    ),
    (
        "My son never held a weapon, says his mother, Rahel Tesfaye. The army says he was a fighter.",
        [
            ("Rahel Tesfaye", "My son never held a weapon"),
            ("army", "he was a fighter"),
        ],
    ),
    (
        "No ransom was paid, according to the archdiocese, which negotiated. The union could not confirm this.",
        [("archdiocese", "No ransom was paid")],
    ),
    (
        "The interior ministry, quoting the provincial police, said the explosion in Kandahar had been caused by gas.",
        [("Ministry of Interior of Afghanistan", "the explosion in Kandahar had been caused by gas")],
    ),
    (
        "The Liwa Brigade, which claims it shot down a helicopter, has offered a truce of five days.",
        [("Liwa Brigade", "it shot down a helicopter")],
    ),
    (
        "The foreman of the crew, Desmond Pillay, who hid in a culvert, said six men were led away at gunpoint.",
        [("Desmond Pillay", "six men were led away at gunpoint")],
    ),
    (
        "Six men were led away at gunpoint, according to the foreman of the crew, Desmond Pillay, who hid in a "
        "culvert.",
        [("Desmond Pillay", "Six men were led away at gunpoint")],
    ),
    (
        "Cameroon's army acknowledged on Friday that one of those it had counted as a rebel was a schoolboy, and a "
        "court opened an inquiry.",
        [("Cameroonian army", "one of those it had counted as a rebel was a schoolboy")],
    ),
    (
        "Witnesses described men in black climbing over the wall. The guards ran, one of them told this newspaper.",
        [("a witness", "The guards ran")],
    ),
    (
        "No one was hurt in the shooting at the consulate in Lagos, a consular official, who asked not to be named, "
        "said.",
        [("a consular official", "No one was hurt … in Lagos")],
    ),
    (
        "The shelling of Tal Tamr began at noon and stopped at four, the war monitor, the Jazira Observatory, said in "
        "its daily note.",
        [("Jazira Observatory", "The shelling of Tal Tamr … stopped at four")],
    ),
    (
        '"The gate was open," a guard said. A second guard contradicted him: "The gate is never open."',
        [("a guard", "The gate was open"), ("a second guard", "The gate is never open")],
    ),
    (
        "A ship that left Latakia on Monday has not arrived, its owners say. It carried grain, they added, and a crew "
        "of fourteen.",
        [
            ("its owners", "A ship that left Latakia on Monday has not arrived"),
            ("its owners", "It carried grain … a crew of fourteen"),
        ],
    ),
    (
        "Armenia said two of its soldiers were wounded near Jermuk. Azerbaijan's defence ministry called the claim "
        '"a complete lie".',
        [
            ("Armenia", "two of its soldiers were wounded near Jermuk"),
            ("Azerbaijan's defence ministry", "the claim a complete lie"),
        ],
    ),
    (
        "The bridge at Malakal was reported to have been blown up. It was not clear by whom.",
        [],
    ),
    (
        "Nurses at the hospital in El Fasher speak of 30 amputations in a week.",
        [("nurses", "30 amputations in a week")],
    ),
    (
        "More than 1,900 journalists have been held since the coup, according to the Irrawaddy Watch, a monitoring "
        "group.",
        [("Irrawaddy Watch", "More than 1,900 journalists … since the coup")],
    ),
    # Courts, councils and summits
    (
        "A commission in Bălți found that the former minister had taken money for arms licences. His lawyer, "
        "Ion Rusu, said he would appeal.",
        [
            ("commission", "the former minister had taken money for arms licences"),
            ("Ion Rusu", "he would appeal"),
        ],
    ),
    (
        "Judge Marta Kovács ruled that the protesters had been held unlawfully for nine days.",
        [],  # a decision, not a claim
    ),
    (
        "Prosecutors allege he paid for the explosives. He has pleaded not guilty.",
        [("prosecutors", "he paid for the explosives")],
    ),
    (
        'The defendant told the court he had "signed what I was given".',
        [("the defendant", "he had … signed what I was given")],
    ),
    (
        '"This is not a trial, it is an errand," the defence lawyer, Nino Beridze, told reporters '
        "outside the court in Kutaisi.",
        [("Nino Beridze", "This is not a trial, it is an errand")],
    ),
    (
        "The interior ministry said 43 people had been detained. Rights groups put the number at more than 100.",
        [
            ("interior ministry", "43 people had been detained"),
            ("rights groups", "the number at more than 100"),
        ],
    ),
    (
        'Brussels described the verdict as "a grave step backwards" and said accession talks could not go on as '
        "before.",
        [
            ("Brussels", "the verdict as … a grave step backwards"),
            ("Brussels", "accession talks could not go on as before"),
        ],
    ),
    (
        'The American ambassador, Carl Whitfield, who attended the hearing, called it "neither fair nor quick".',
        [("Carl Whitfield", "it … neither fair nor quick")],
    ),
    (
        "Moscow said it would not recognise the ruling; Kyiv welcomed it.",
        [("Russia", "it would not recognise the ruling")],
    ),
    (
        'In his closing words, Davit Lomidze asked for nothing. "I would do it again," he said, "only sooner."',
        [("Davit Lomidze", "I would do it again … only sooner")],
    ),
    (
        "The public broadcaster reported that two officers had been suspended. The ministry would neither confirm nor "
        "deny it.",
        [("public broadcaster", "two officers had been suspended")],
    ),
    (
        "State television, citing the prosecutor, said that the bomb had been packed in a suitcase.",
        [("the prosecutor", "the bomb had been packed in a suitcase")],
    ),
    (
        "The sanctions will hurt nobody but farmers, the agriculture minister, Péter Balogh, complained in an "
        "interview with a weekly.",
        [("Péter Balogh", "The sanctions will hurt nobody but farmers")],
    ),
    (
        'The speaker of parliament said the law would be sent back "word for word", while the president\'s office '
        "said no veto had been decided.",
        [
            ("speaker of parliament", "the law would be sent back … word for word"),
            ("president's office", "no veto had been decided"),
        ],
    ),
    (
        "Three officers told the court under oath that nobody had ordered them to shoot.",
        [("three officers", "nobody had ordered them to shoot")],
    ),
    (
        "According to the indictment, the two men met in Batumi in March.",
        [("the indictment", "the two men met in Batumi in March")],
    ),
    (
        'The foreign minister of Estonia, Kersti Laan, wrote on X: "The verdict was written in advance."',
        [("Kersti Laan", "The verdict was written in advance")],
    ),
    (
        '"We were never told the charge" — Sopo Gelashvili, a student held for six days.',
        [("Sopo Gelashvili", "We were never told the charge")],
    ),
    (
        "Critics say the judge was appointed a week before the trial. Supporters of the government say he was simply "
        "free.",
        [
            ("critics", "the judge was appointed a week before the trial"),
            ("supporters", "he was simply free"),
        ],
    ),
    (
        "The prime minister has said that the border will stay closed until the two soldiers are returned.",
        [("prime minister", "the border will stay closed until the two soldiers are returned")],
    ),
    (
        'Mr Abaza, 61, a former colonel, denies the charge. "I was in Ankara," he told the judge. His passport, he '
        "added, would show it.",
        [("Abaza", "I was in Ankara"), ("Abaza", "His passport … would show it")],
    ),
    (
        "As many as 6,000 people marched through Yerevan, police said; organisers spoke of 20,000.",
        [("police", "As many as 6,000 people marched through Yerevan"), ("organisers", "20,000")],
    ),
    (
        "The army claimed to have killed 60 fighters. A rebel spokesman, Juma Lado, said eight had died.",
        [("army", "to have killed 60 fighters"), ("Juma Lado", "eight had died")],
    ),
    (
        "Villagers reported hearing three blasts before midnight.",
        [("villagers", "hearing three blasts before midnight")],
    ),
    (
        "The hospital's director confirmed to the agency that two more of the wounded had died.",
        [("director", "two more of the wounded had died")],
    ),
    (
        "In a statement issued late on Friday, the junta denied that its aircraft had been in the area.",
        [("junta", "its aircraft had been in the area")],
    ),
    (
        "We are aware of the reports from Kidal. Our teams treated 31 people there on Sunday, of whom four died, says "
        "Claire Dubois, the charity's coordinator in Mali.",
        [("Claire Dubois", "Our teams treated 31 people … four died")],
    ),
    (
        "The rebels' political wing, the Sool Council, said through its spokesman, Abdi Warsame, that the garrison had "
        "surrendered.",
        [("Sool Council", "the garrison had surrendered")],
    ),
    (
        "The Kremlin spokesman told journalists on a call that no invitation had been received. Asked if one was "
        'expected, he said: "We never guess."',
        [
            ("Kremlin spokesman", "no invitation had been received"),
            ("Kremlin spokesman", "We never guess"),
        ],
    ),
    (
        "A preliminary inquiry by the port authority suggests that the crane had not been inspected since 2019.",
        [("port authority", "the crane had not been inspected since 2019")],
    ),
    (
        "Both navies said the other had fired first.",
        [("both navies", "the other had fired first")],
    ),
    (
        "The monitors, in a report published on Monday, documented 47 cases of torture at the prison in Sednaya.",
        [("monitors", "47 cases of torture at the prison in Sednaya")],
    ),
    # Envoys, observers and streets
    (
        '"We will not sign under fire," the chief negotiator, Salem Bawazir, told the BBC in Muscat, adding that the '
        "other side had shelled Marib twice during the talks.",
        [
            ("Salem Bawazir", "We will not sign under fire"),
            ("Salem Bawazir", "the other side had shelled Marib twice during the talks"),
        ],
    ),
    (
        "Observers from the African Union said in a preliminary report that voting had been calm in Kisumu but late in "
        "Garissa.",
        [("observers", "voting had been calm in Kisumu but late in Garissa")],
    ),
    (
        "The opposition says 19 of its members have been arrested since Friday, among them its candidate for governor.",
        [("opposition", "19 of its members have been arrested … for governor")],
    ),
    (
        "A doctor at the Razi hospital, speaking on condition of anonymity, said that 14 bodies had been brought in "
        "with gunshot wounds.",
        [("a doctor", "14 bodies had been brought in with gunshot wounds")],
    ),
    (
        "Tehran insists the tanker was stopped for smuggling. Its owner, a company in Athens, says the papers were in "
        "order.",
        [("Iran", "the tanker was stopped for smuggling"), ("its owner", "the papers were in order")],
    ),
    (
        "The strike killed a commander named Abu Zaynab and two of his guards, the coalition announced in a statement "
        "on Telegram. The group has not commented.",
        [("coalition", "The strike killed a commander named Abu Zaynab and two of his guards")],
    ),
    (
        '"Nobody told us anything," complained one father, holding a photograph. "Not the school. Not the army."',
        [("one father", "Nobody told us anything … Not the army")],
    ),
    (
        'The U.N. special envoy, Amina Sy, warned the Security Council that the truce was "hanging by a thread".',
        [("Amina Sy", "the truce was … hanging by a thread")],
    ),
    (
        "Witnesses interviewed by this reporter recalled seeing men in plain clothes pull a woman into a van.",
        [],
    ),
    (
        "About 300 families had already left the valley, said Tursunbek Aliev, an elder, and those who stayed slept in "
        "their cars.",
        [("Tursunbek Aliev", "About 300 families had already left the valley")],
    ),
    (
        "India's army chief, General Vikram Rawal, said on Monday his troops had foiled an incursion near Uri, killing "
        'two infiltrators; Pakistan rejected the claim as "concocted".',
        [("Vikram Rawal", "his troops had foiled an incursion near Uri, killing two infiltrators")],
    ),
    (
        "The bodies bore burns, according to two nurses and a driver who carried them.",
        [("two nurses and a driver", "The bodies bore burns")],
    ),
    (
        '"They shot at the tyres first," recalled the bus driver, Mehmet Aydın, from his bed in Hakkari. He had '
        "counted six men, he said.",
        [
            ("Mehmet Aydın", "They shot at the tyres first"),
            ("Mehmet Aydın", "He had counted six men"),
        ],
    ),
    (
        "Talks on the dam would resume in Kampala on 3 July, the Egyptian irrigation ministry said, a day after Addis "
        "Ababa had ruled them out.",
        [("Egyptian irrigation ministry", "Talks on the dam would resume in Kampala on 3 July")],
    ),
    (
        "Both of the pilots are alive and in good health, their captors said in a video posted online on Saturday.",
        [("captors", "Both of the pilots are alive and in good health")],
    ),
    (
        "A source close to the presidency told the weekly that the general had been dismissed by telephone.",
        [("a source", "the general had been dismissed by telephone")],
    ),
    (
        "Three quarters of the harvest has been lost, the governor of Bakool, Nur Isse, estimated in a telephone "
        "interview.",
        [("Nur Isse", "Three quarters of the harvest has been lost")],
    ),
]
