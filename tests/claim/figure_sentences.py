"""Invented sentences in the styles of wires, monitors, armies and police, each with the figures that it states.

Real places, made-up happenings. A sentence with an empty list has numbers that count nobody.
"""

from __future__ import annotations

Expected = tuple[str, int | None, int | None, int | None]


def exactly(measure: str, value: int) -> Expected:
    return measure, value, value, value


def at_least(measure: str, low: int) -> Expected:
    return measure, low, None, None


def at_most(measure: str, high: int) -> Expected:
    return measure, None, high, None


def between(measure: str, low: int, high: int) -> Expected:
    return measure, low, high, None


def about(measure: str, value: int) -> Expected:
    return measure, None, None, value


def vaguely(measure: str) -> Expected:
    return measure, None, None, None


SENTENCES: list[tuple[str, list[Expected]]] = [
    (
        "Three suicide bombers attacked a police station in Maiduguri on Friday, killing nine officers and "
        "injuring 21 others, police said.",
        [exactly("attackers", 3), exactly("killed", 9), exactly("injured", 21)],
    ),
    (
        "At least 17 worshippers died and more than 40 were wounded when a blast tore through a mosque in Peshawar.",
        [at_least("killed", 17), at_least("injured", 41)],
    ),
    (
        "The death toll from Tuesday's bombing has climbed to 63, up from 58 earlier in the day.",
        [exactly("killed", 63), exactly("killed", 58)],
    ),
    (
        "Officials put the death toll at 112 and the number of injured at 300.",
        [exactly("killed", 112), exactly("injured", 300)],
    ),
    (
        "Gunmen on motorbikes abducted 35 schoolgirls from a boarding school in Zamfara state.",
        [exactly("abducted", 35)],
    ),
    (
        "Israeli strikes on Khan Younis killed at least 25 people, including nine children, medics said.",
        [at_least("killed", 25), exactly("killed", 9)],
    ),
    ("Fifteen bodies were recovered from the rubble of the apartment block in Kharkiv.", [exactly("killed", 15)]),
    (
        "Rescuers pulled six survivors from the rubble, while a dozen people remain trapped.",
        [exactly("rescued", 6), exactly("trapped", 12)],
    ),
    (
        "Ukraine's air force said it shot down 43 of 50 drones launched by Russia overnight.",
        [exactly("intercepted", 43), exactly("launched", 50)],
    ),
    (
        "Russia fired 12 missiles and 96 drones at Ukraine overnight, and air defences downed 80 of the drones.",
        [exactly("launched", 12), exactly("launched", 96), exactly("intercepted", 80)],
    ),
    ("No casualties were reported.", [exactly("casualties", 0)]),
    ("There were no injuries, the governor said.", [exactly("injured", 0)]),
    ("Police arrested 120 protesters during clashes in Nairobi.", [exactly("arrested", 120)]),
    ("Nearly 3,000 families have been displaced by the fighting since January.", [about("displaced", 3000)]),
    ("Some 250,000 people have fled their homes in Ituri province, the UN said.", [about("displaced", 250_000)]),
    ("The two sides exchanged 150 prisoners each on Sunday.", [exactly("released", 150)]),
    (
        "Hamas released three hostages on Saturday in exchange for 183 Palestinian prisoners.",
        [exactly("released", 3)],
    ),
    (
        "The militants claimed to have killed 20 soldiers and captured four others.",
        [exactly("killed", 20), exactly("captured", 4)],
    ),
    ("Eight people are missing after a boat capsized off the coast.", [exactly("missing", 8)]),
    ("The army lost 11 men in the ambush.", [exactly("killed", 11)]),
    ("The ambush left five soldiers dead and seven wounded.", [exactly("killed", 5), exactly("injured", 7)]),
    (
        "A car bomb left at least eight people dead and dozens injured in Mogadishu.",
        [at_least("killed", 8), vaguely("injured")],
    ),
    (
        "Two women and a child were killed when a shell hit a house in Donetsk.",
        [exactly("killed", 2), exactly("killed", 1)],
    ),
    ("A soldier was killed and two others were hurt by a landmine.", [exactly("killed", 1), exactly("injured", 2)]),
    ("One person was killed and four were injured.", [exactly("killed", 1), exactly("injured", 4)]),
    ("Adam Idris, 34, a baker with two sons, walked 12 km to the camp on 4 May.", []),
    ("The T-72 tank was built in 1984 and cost $2 million; 40 percent of them are gone.", []),
    ("The home side won 3-1 after Silva scored two goals from 12 shots in the second half.", []),
    ("Add three eggs, 200 grams of flour and two spoons of sugar, then rest for 30 minutes.", []),
    ("Between 20 and 30 rebels were killed in the raid, the army said.", [between("killed", 20, 30)]),
    ("Up to 40 people may have been killed, a local leader said.", [at_most("killed", 40)]),
    ("As many as 60 people are feared dead after a landslide in Chin state.", [at_most("killed", 60)]),
    ("Security forces detained five suspects over the attack.", [exactly("arrested", 5)]),
    (
        "More than 50,000 people have been killed in Gaza since the war began, according to the health ministry.",
        [at_least("killed", 50_001)],
    ),
    ("The toll could rise, as 30 people are still unaccounted for.", [exactly("missing", 30)]),
    (
        "Thousands of people marched through Tbilisi on Saturday, and police detained 26 of them.",
        [vaguely("protesters"), exactly("arrested", 26)],
    ),
    ("The UN refugee agency has delivered 600 tents to Adré.", [exactly("aid", 600)]),
    ("The strike destroyed 14 houses and damaged a school.", [exactly("destroyed", 14)]),
    (
        "The attack wounded 22 people, three of them seriously, the mayor said.",
        [exactly("injured", 22), exactly("injured", 3)],
    ),
    ("Of the 48 people killed, 30 were civilians.", [exactly("killed", 48), exactly("killed", 30)]),
    (
        "The blast killed 14 people and wounded 46, with six in critical condition.",
        [exactly("killed", 14), exactly("injured", 46), exactly("injured", 6)],
    ),
    ("Six peacekeepers, all from Nepal, were killed.", [exactly("killed", 6)]),
    ("A third person died of his injuries in hospital on Monday.", [exactly("killed", 3)]),
    ("At least 10 people have been killed and another 25 injured.", [at_least("killed", 10), exactly("injured", 25)]),
    ("The number of displaced people has passed 1.2 million.", [at_least("displaced", 1_200_001)]),
    (
        "The health ministry said 31 bodies had arrived at hospitals in the past 24 hours, along with 89 injured.",
        [exactly("killed", 31), exactly("injured", 89)],
    ),
    (
        "The fighting has killed dozens of civilians and forced tens of thousands to flee.",
        [vaguely("killed"), vaguely("displaced")],
    ),
    ("Ten ministers held talks with three ambassadors for two hours in Geneva.", []),
    (
        "The shelling claimed seven lives, among them those of two medics.",
        [exactly("killed", 7), exactly("killed", 2)],
    ),
    ("Four militants surrendered to the army in Borno.", [exactly("surrendered", 4)]),
    ("The navy rescued 23 crew members from the burning tanker.", [exactly("rescued", 23)]),
    ("Seven of the nine hostages have been freed.", [exactly("released", 7)]),
    ("The government announced that it will release 400 prisoners next week.", [exactly("promised_release", 400)]),
    ("France will send 200 troops to the border.", [exactly("deployed", 200)]),
    ("Kenya deployed 400 police officers to Haiti in June.", [exactly("deployed", 400)]),
    (
        "The army said that it had killed 'several' insurgents and seized 12 rifles.",
        [vaguely("killed"), exactly("seized", 12)],
    ),
    ("If fighting resumes, 2 million people could be displaced, aid agencies warned.", []),
    ("The attackers burned 40 homes and stole 200 cattle.", [exactly("destroyed", 40)]),
    (
        "Airwars assessed that between 7 and 12 civilians died, including four children and two women.",
        [between("killed", 7, 12), exactly("killed", 4), exactly("killed", 2)],
    ),
    ("Monitors recorded 214 ceasefire violations in a week.", [exactly("attacks", 214)]),
    ("A woman was shot dead and her husband wounded at a checkpoint near Hebron.", [exactly("killed", 1)]),
    ("Hospital officials said they had received the bodies of 13 people.", [exactly("killed", 13)]),
    ("Casualties: 7 killed, 15 wounded.", [exactly("killed", 7), exactly("injured", 15)]),
    ("Blast in Kabul kills 8, wounds 20", [exactly("killed", 8), exactly("injured", 20)]),
    ("12 dead, scores hurt in Aleppo clashes", [exactly("killed", 12), vaguely("injured")]),
    ("Philippines: 5 soldiers slain in Sulu ambush", [exactly("killed", 5)]),
    ("Death toll in Turkey quake tops 5,000", [at_least("killed", 5001)]),
    (
        "The strike killed a Hezbollah commander and wounded two of his guards, a security source said.",
        [exactly("killed", 1), exactly("injured", 2)],
    ),
    ("Nobody was hurt in the attack.", [exactly("injured", 0)]),
    ("The ministry did not say how many people were killed.", []),
    ("He said the 12 soldiers who died were heroes.", [exactly("killed", 12)]),
    (
        "Thirty-two people were taken to hospital, nine of them in serious condition.",
        [exactly("injured", 32), exactly("injured", 9)],
    ),
    ("Seventy protesters remain in detention.", [exactly("arrested", 70)]),
    ("Two years after the attack that killed 80 people, families gathered at the site.", [exactly("killed", 80)]),
    ("The coalition carried out 15 airstrikes on Hodeidah.", [exactly("attacks", 15)]),
    ("The UN Security Council voted 14-0 to adopt Resolution 2735.", []),
    ("Three hundred and forty-two houses were destroyed in the village.", [exactly("destroyed", 342)]),
    ("The Houthis said they had shot down an American drone, the 15th since November.", []),
    (
        "The operation resulted in the arrest of 11 suspected smugglers and the rescue of 27 migrants.",
        [exactly("arrested", 11), exactly("rescued", 27)],
    ),
    (
        "Of those, 19 died on the spot and five succumbed to their wounds in hospital.",
        [exactly("killed", 19), exactly("killed", 5)],
    ),
    ("An estimated 800,000 people, half of them children, face hunger.", []),
    (
        "Eleven miners are still trapped underground after 14 were brought out alive.",
        [exactly("trapped", 11), exactly("rescued", 14)],
    ),
    ("The blast, which injured 37, happened at 8:30 a.m. near 45 King Street.", [exactly("injured", 37)]),
    ("Police shot and killed two men and arrested a third.", [exactly("killed", 2)]),
    (
        "Clashes killed 4 soldiers, 2 policemen and 11 attackers.",
        [exactly("killed", 4), exactly("killed", 2), exactly("killed", 11)],
    ),
    (
        "Malian troops and their Russian allies executed at least 40 villagers, Human Rights Watch said.",
        [at_least("killed", 40)],
    ),
    ("Afghan officials said 1.5m people had returned from Iran this year.", [exactly("returned", 1_500_000)]),
    ("South Sudan: 38 killed in cattle raid, says county commissioner", [exactly("killed", 38)]),
    ("Initial reports of 20 deaths were revised down to 12.", [exactly("killed", 20), exactly("killed", 12)]),
    ("Fewer than 10 people were wounded.", [at_most("injured", 9)]),
    (
        "No fewer than 33 persons were killed by bandits in Katsina, residents told reporters.",
        [at_least("killed", 33)],
    ),
    ("Of the dead, 14 were women.", [exactly("killed", 14)]),
    (
        "A suicide bomber blew himself up outside a court in Quetta on Monday, killing 12 people, most of "
        "them lawyers, and wounding more than two dozen, officials said. Three policemen were among the "
        "dead. Hospital spokesman Karim Baloch said 27 wounded had been brought in, five of them in "
        "critical condition.",
        [
            exactly("killed", 12),
            at_least("injured", 25),
            exactly("killed", 3),
            exactly("injured", 27),
            exactly("injured", 5),
        ],
    ),
    (
        "Two gunmen opened fire at a checkpoint outside Jenin. One attacker was killed and the other was "
        "arrested, the army said. Four soldiers were lightly hurt.",
        [exactly("attackers", 2), exactly("killed", 1), exactly("injured", 4)],
    ),
    (
        "The boat was carrying 87 people when it sank off Zuwara. Coastguards picked up 22 survivors and "
        "recovered 14 bodies; the rest are presumed drowned.",
        [exactly("rescued", 22), exactly("killed", 14)],
    ),
    (
        "Nigeria's army said troops had killed 38 fighters, arrested 102 suspects and rescued 64 kidnapped "
        "people in the past week.",
        [exactly("killed", 38), exactly("arrested", 102), exactly("rescued", 64)],
    ),
    (
        "Since 1 January, OCHA has recorded 1,312 security incidents affecting aid workers, 41 of whom were "
        "killed and 77 injured.",
        [exactly("attacks", 1312), exactly("killed", 41), exactly("injured", 77)],
    ),
    (
        "An estimated 6.7 million people are internally displaced in Sudan, including 3.1 million children.",
        [about("displaced", 6_700_000), exactly("displaced", 3_100_000)],
    ),
    (
        "The hospital received 19 dead and 63 injured from the strike on the school, its director said.",
        [exactly("killed", 19), exactly("injured", 63)],
    ),
    (
        "At least four people, including a pregnant woman and two children, were killed in an overnight "
        "drone attack on Odesa.",
        [at_least("killed", 4), exactly("killed", 1), exactly("killed", 2)],
    ),
    (
        "The president said 46,000 Ukrainian soldiers had been killed since the start of the invasion, and "
        "nearly 380,000 wounded.",
        [exactly("killed", 46_000), about("injured", 380_000)],
    ),
    (
        "Kenyan police shot dead three demonstrators and wounded at least 10 in Kisumu, witnesses said. "
        "Police put the number of dead at one.",
        [exactly("killed", 3), at_least("injured", 10), exactly("killed", 1)],
    ),
    ("The two countries swapped 307 prisoners each in the largest exchange of the war.", [exactly("released", 307)]),
    (
        "The Taliban freed two American hostages in return for an Afghan jailed in California.",
        [exactly("released", 2)],
    ),
    ("Some 40,000 demonstrators took to the streets of Belgrade.", [about("protesters", 40_000)]),
    (
        "The quake killed 2,900 and injured 5,500 others; tens of thousands have been left homeless.",
        [exactly("killed", 2900), exactly("injured", 5500), vaguely("displaced")],
    ),
    (
        "Hezbollah said it fired 60 rockets at an Israeli base. The Israeli military said 55 were intercepted.",
        [exactly("launched", 60), exactly("intercepted", 55)],
    ),
    ("Iran launched more than 180 ballistic missiles at Israel on Tuesday.", [at_least("launched", 181)]),
    (
        "Ukraine launched 144 drones at Russian regions overnight; Moscow said all were shot down.",
        [exactly("launched", 144)],
    ),
    (
        "The Russian defence ministry said its air defences destroyed 85 Ukrainian drones.",
        [exactly("intercepted", 85)],
    ),
    (
        "About 1,200 people were killed and 251 taken hostage in the October 7 attack, according to Israeli tallies.",
        [about("killed", 1200), exactly("abducted", 251)],
    ),
    (
        "Of the 251 people taken hostage, 58 are still in Gaza, 34 of whom the army says are dead.",
        [exactly("abducted", 251), exactly("killed", 34)],
    ),
    (
        "A 12-year-old boy and his 40-year-old father were wounded when a mine exploded 3 km from the village.",
        [exactly("injured", 1)],
    ),
    ("Gunmen seized 21 passengers from two buses on the Bamenda road.", [exactly("abducted", 21)]),
    (
        "The blaze at the camp, home to 12,000 refugees, left one child dead and destroyed 350 shelters.",
        [exactly("killed", 1), exactly("destroyed", 350)],
    ),
    (
        "Seven people were sentenced to death over the 2015 attack, in which 130 people died.",
        [exactly("sentenced", 7), exactly("killed", 130)],
    ),
    ("The minister denied that 200 protesters had been killed.", [exactly("killed", 200)]),
    ("No one was killed, but 14 people suffered burns.", [exactly("killed", 0), exactly("injured", 14)]),
    ("There have been no reports of casualties.", [exactly("casualties", 0)]),
    ("The group said none of its fighters was killed.", [exactly("killed", 0)]),
    (
        "Colombia's ELN rebels handed over eight captured soldiers to the Red Cross in Arauca.",
        [exactly("released", 8)],
    ),
    ("The junta has pledged to release 600 political prisoners by April.", [exactly("promised_release", 600)]),
    ("Pakistan has expelled more than 800,000 Afghans since 2023.", [at_least("expelled", 800_001)]),
    ("The WFP plans to reach 1.2 million people with food aid by June.", [exactly("aid_planned", 1_200_000)]),
    ("Aid workers distributed food to 5,400 households in Kaya last week.", [exactly("aided", 5400)]),
    (
        "Lebanon's health ministry said 3 people were killed in an Israeli strike on Tyre and 7 others "
        "injured, revising an earlier toll of 2 dead.",
        [exactly("killed", 3), exactly("injured", 7), exactly("killed", 2)],
    ),
    (
        "The number of people killed in the floods rose to 95 from 83 on Sunday, with 42 still missing.",
        [exactly("killed", 95), exactly("killed", 83), exactly("missing", 42)],
    ),
    ("Officials had initially said that 16 people died.", [exactly("killed", 16)]),
    (
        "Troops foiled an attack on the base and killed 'scores' of insurgents, recovering 14 AK-47 rifles "
        "and two gun trucks.",
        [vaguely("killed"), exactly("seized", 14)],
    ),
    (
        "A total of 27 people were killed, among them 11 women and 4 children.",
        [exactly("killed", 27), exactly("killed", 11), exactly("killed", 4)],
    ),
    ("The dead included nine women and three children.", [exactly("killed", 9), exactly("killed", 3)]),
    ("Among the wounded were two journalists.", [exactly("injured", 2)]),
    ("Nine of the victims were under 18.", [exactly("killed", 9)]),
    ("All 12 crew members were rescued.", [exactly("rescued", 12)]),
    ("Both pilots were killed.", []),
    ("Hundreds of Rohingya have fled to Bangladesh since Friday.", [vaguely("displaced")]),
    ("Half a million people have been uprooted by the conflict.", [exactly("displaced", 500_000)]),
    ("The protest drew 2,000 people.", [exactly("protesters", 2000)]),
    (
        "Four Filipino soldiers and 13 Abu Sayyaf militants died in the clash.",
        [exactly("killed", 4), exactly("killed", 13)],
    ),
    (
        "Militants ambushed a convoy near Gao, leaving 8 dead and 17 missing.",
        [exactly("killed", 8), exactly("missing", 17)],
    ),
    ("They found 5 bodies in a mass grave in Tarhuna.", [exactly("killed", 5)]),
    ("A 32nd victim died in hospital on Tuesday.", [exactly("killed", 32)]),
    (
        "The UN mission said it had verified 142 civilian deaths and 1,060 injuries in March.",
        [exactly("killed", 142), exactly("injured", 1060)],
    ),
    ("Civilian casualties rose to 350 in May.", [exactly("casualties", 350)]),
    ("The strikes caused 12 deaths.", [exactly("killed", 12)]),
    ("Police said they were holding 18 people in connection with the riot.", [exactly("held", 18)]),
    ("Forty-six people have been charged over the killing of the lawmaker.", [exactly("charged", 46)]),
    ("He had fathered three children and owned two shops; his four brothers emigrated in 1998.", []),
    ("The company cut 1,200 jobs and closed 14 stores as sales fell 8 percent.", []),
    (
        "Striker Amadou Keita scored two goals, the second a shot from 25 metres, as the Lions attacked for "
        "90 minutes and beat Ghana 2-0 before 40,000 fans.",
        [],
    ),
    ("Roast two chickens for 90 minutes; kill the heat after 10 and serve six people.", []),
    ("Scientists found 12 new species of frogs in three valleys.", []),
    (
        "Parliament voted 212 to 145, with three abstentions, to extend the mandate of 650 peacekeepers.",
        [exactly("abstentions", 3)],
    ),
    ("Ukrainian forces hit two refineries and an airfield in Russia's Saratov region, 600 km from the border.", []),
    ("UN experts say at least 4,000 Rwandan troops are fighting alongside M23.", []),
    ("The convoy of 30 trucks carrying food reached Kadugli.", []),
    (
        "The war has left 50,000 dead and 10,000 missing, the ministry says.",
        [exactly("killed", 50_000), exactly("missing", 10_000)],
    ),
    (
        "Fifteen people have been killed and 32 hurt, 11 of them critically, since Thursday.",
        [exactly("killed", 15), exactly("injured", 32), exactly("injured", 11)],
    ),
    (
        "Thirteen protesters were killed on Tuesday, bringing the total to 36.",
        [exactly("killed", 13), exactly("killed", 36)],
    ),
    ("The latest deaths take to 43 the number of people killed in a week of unrest.", [exactly("killed", 43)]),
    ("So far 61 bodies have been pulled from the river.", [exactly("killed", 61)]),
    ("The militia has 3,000 fighters and controls four towns.", []),
    ("Burkina Faso's army freed 27 hostages held since August.", [exactly("released", 27)]),
    (
        "Ten of the 14 miners trapped in the shaft were rescued alive.",
        [exactly("rescued", 10), exactly("trapped", 14)],
    ),
    ("Rebels shelled the town with 30 mortar rounds, injuring a nurse.", [exactly("injured", 1)]),
    (
        "The RSF said it captured 500 soldiers and destroyed 60 vehicles in Babanusa.",
        [exactly("captured", 500), exactly("destroyed", 60)],
    ),
    ("Syria: 9 killed, 14 wounded as truck bomb hits Azaz", [exactly("killed", 9), exactly("injured", 14)]),
    ("Gaza toll passes 60,000, health ministry says", [at_least("killed", 60_001)]),
    ("Two dead, four missing after landslide", [exactly("killed", 2), exactly("missing", 4)]),
    ("Mexico finds 32 bodies in clandestine graves", [exactly("killed", 32)]),
    ("India evacuates 1,500 citizens from Sudan", [exactly("evacuated", 1500)]),
    ("US imposes sanctions on seven Iranian officials", [exactly("sanctioned", 7)]),
    (
        "Myanmar's junta bombed a monastery in Sagaing, killing 23 people who had sought shelter there, a "
        "rescue worker said on Friday.",
        [exactly("killed", 23)],
    ),
    (
        "Haitian police and gangs exchanged fire for six hours; 11 gang members were killed and two officers wounded.",
        [exactly("killed", 11), exactly("injured", 2)],
    ),
    (
        "The Philippine navy said three of its sailors were injured when a Chinese vessel rammed their boat.",
        [exactly("injured", 3)],
    ),
    (
        "Police in Lagos fired tear gas at about 500 demonstrators and took 12 people into custody.",
        [about("protesters", 500), exactly("arrested", 12)],
    ),
    (
        "Two people are dead and three are in hospital after a shooting in Marseille.",
        [exactly("killed", 2), exactly("injured", 3)],
    ),
    ("Local media reported six deaths.", [exactly("killed", 6)]),
    (
        "Doctors Without Borders said its teams treated 163 people for gunshot wounds after the raid.",
        [exactly("injured", 163)],
    ),
    (
        "The governor said 18 had died, up from an earlier count of 11.",
        [exactly("killed", 18), exactly("killed", 11)],
    ),
    ("At least 70 people have died so far, but the toll is expected to rise.", [at_least("killed", 70)]),
    (
        "The ministry said 47 civilians, 12 of them minors, had been killed by landmines since the ceasefire.",
        [exactly("killed", 47), exactly("killed", 12)],
    ),
    (
        "Sixteen Turkish soldiers and as many as 25 Kurdish fighters died in the battle for the hill.",
        [exactly("killed", 16), at_most("killed", 25)],
    ),
    ("Ethiopian troops massacred hundreds of civilians in the town, Amnesty said.", [vaguely("killed")]),
    (
        "Rescue workers have retrieved nine bodies and are searching for 30 missing miners.",
        [exactly("killed", 9), exactly("missing", 30)],
    ),
    (
        "The police chief said 14 suspects were in custody and three remained at large.",
        [exactly("arrested", 14), exactly("at_large", 3)],
    ),
    (
        "An air strike on a wedding in Herat killed one woman and injured her two daughters.",
        [exactly("killed", 1), exactly("injured", 2)],
    ),
    ("The bomber also died.", []),
    (
        "Over 300 Nigerian schoolboys were freed on Thursday, a week after they were abducted by gunmen.",
        [at_least("released", 301)],
    ),
    (
        "Fighting between two clans in Jonglei has displaced 22,000 people and killed at least 56.",
        [exactly("displaced", 22_000), at_least("killed", 56)],
    ),
    ("The strike hit a bus, killing its driver and eight passengers.", [exactly("killed", 8)]),
    ("In all, 412 people were killed in March, the highest monthly toll in two years.", [exactly("killed", 412)]),
    ("Nearly a quarter of the 1,600 victims were under 18.", []),
    ("Seoul said 1,100 North Korean soldiers had been killed or wounded.", [exactly("casualties", 1100)]),
    (
        "Russia suffered 1,200 casualties in a single day, Kyiv's general staff claimed.",
        [exactly("casualties", 1200)],
    ),
    ("Ambulances evacuated 37 wounded from the front line.", [exactly("injured", 37)]),
    (
        "The ship, with 25 crew on board, was struck by a missile; one sailor is missing and two were burned.",
        [exactly("missing", 1), exactly("injured", 2)],
    ),
    (
        "Government forces killed 15 al-Shabab militants in an operation in Middle Shabelle, state radio reported.",
        [exactly("killed", 15)],
    ),
    (
        "Al-Shabab claimed it killed 57 Kenyan soldiers; Nairobi acknowledged nine deaths.",
        [exactly("killed", 57), exactly("killed", 9)],
    ),
    ("The commission documented 233 extrajudicial executions in 2019.", [exactly("killed", 233)]),
    ("Six more people died overnight, taking the toll to 29.", [exactly("killed", 6), exactly("killed", 29)]),
    (
        "The death toll stands at 88, with 214 injured and 31 missing, the civil defence agency said.",
        [exactly("killed", 88), exactly("injured", 214), exactly("missing", 31)],
    ),
    (
        "Officials said 21 people had been confirmed dead and 9 were missing.",
        [exactly("killed", 21), exactly("missing", 9)],
    ),
    (
        "An explosion at a fuel depot killed at least 20 and left nearly 300 with burns.",
        [at_least("killed", 20), about("injured", 300)],
    ),
    ("Tens of thousands have been forced from their homes.", [vaguely("displaced")]),
    ("Only one of the 12 men on the truck survived.", []),
    (
        "Four hostages, including two French nationals, were released.",
        [exactly("released", 4), exactly("released", 2)],
    ),
    (
        "The army said two soldiers and 13 'terrorists' were killed in a gun battle in North Waziristan.",
        [exactly("killed", 2), exactly("killed", 13)],
    ),
    ("Five were killed on the spot while another succumbed to injuries later.", [exactly("killed", 5)]),
    (
        "The attack on the village left 26 people, including six women, dead.",
        [exactly("killed", 26), exactly("killed", 6)],
    ),
    (
        "Taliban gunmen stormed the base, killing more than 140 soldiers, the deadliest such attack since 2001.",
        [at_least("killed", 141)],
    ),
    (
        "Two of the wounded later died, bringing the death toll to seven.",
        [exactly("killed", 2), exactly("killed", 7)],
    ),
    (
        "Of 60 people on board, 45 were rescued and 10 bodies were recovered.",
        [exactly("rescued", 45), exactly("killed", 10)],
    ),
    (
        "The United Nations has confirmed the deaths of 1,500 civilians, though it says the real figure is higher.",
        [exactly("killed", 1500)],
    ),
    (
        "Shelling of the village of Verbove killed a 63-year-old woman and injured two men aged 45 and 51, "
        "prosecutors said.",
        [exactly("killed", 1), exactly("injured", 2)],
    ),
    ("Ukraine returned the bodies of 45 Russian soldiers.", []),
    ("France has withdrawn 1,000 troops from Niger.", [exactly("withdrawn", 1000)]),
    ("Some 4,500 police were deployed for the march.", [about("deployed", 4500)]),
    ("The group has been accused of abducting 40 boys.", [exactly("abducted", 40)]),
    ("Prosecutors say he ordered the killing of 21 villagers in 2003.", [exactly("killed", 21)]),
    (
        "Three workers were kidnapped from a site in Tillabéri; two have since been freed.",
        [exactly("abducted", 3), exactly("released", 2)],
    ),
    ("A curfew was imposed after 8 people died in two days of protests.", [exactly("killed", 8)]),
    ("He was sentenced to 12 years and fined 3,000 dollars; his 2 co-defendants got six.", []),
    ("Inflation hit 34 percent and 60 bakeries closed in the capital of 5 million people.", []),
    ("The museum welcomed 1.2 million visitors, and 34 paintings were restored.", []),
    ("The virus has infected 340 people and killed 12 since May.", [exactly("killed", 12)]),
    ("The midfielder was injured in the 12th minute and three players were sent off.", []),
    ("The film, which won four awards, follows two brothers who kill a policeman in 1970s Rome.", []),
    ("One in five soldiers is a woman.", []),
    ("The council has 15 members, five of them permanent.", []),
    ("Fifty years ago, four students were shot dead at the university.", [exactly("killed", 4)]),
    ("The US military said it carried out a strike that killed three men on a boat.", [exactly("killed", 3)]),
    ("It was the 12th such attack, and the death count now stands at more than 40.", [at_least("killed", 41)]),
    ("Residents of the camp, home to 85,000 people, said they had counted 17 graves.", []),
]
