"""Reports and judgments made of our own sentences: the same seed gives the same text, of any length."""

import random
from collections.abc import Iterator

PLACES = ("Varena", "Lower Tesk", "Port Amary", "Dolina", "Kesh Valley", "Saint Orrin", "Marabel", "Ustra")
COUNTRIES = ("Kenya", "Georgia", "Peru", "Nepal", "Mali", "Kazakhstan", "Colombia", "Myanmar")
PEOPLE = ("Nadia Brennick", "Tomas Ilvane", "Amara Okoli", "Rustam Sadyr", "Elena Vukas", "Josef Harrand")
BODIES = (
    "the Ministry of Interior", "the Varena Human Rights Centre", "the National Police", "the Supreme Court",
    "the Prosecutor General's Office", "the UN Human Rights Office", "the Committee against Torture",
)
VICTIMS = ("civilians", "protesters", "detainees", "women", "children", "prisoners", "journalists", "villagers")
HARMS = ("killed", "injured", "detained", "tortured", "beaten", "displaced", "abducted", "arrested", "evicted")
CHARGES = ("murder", "mass riots", "abuse of power", "torture", "unlawful detention", "extortion")
MONTHS = ("January", "March", "April", "June", "August", "September", "November", "December")

# each {slot} is drawn anew; some 23 claims in 1,000 words, as in a release full of figures (judgments have 10 or less)
SENTENCES = (
    "At least {n} {victims} were {harm} in {place} on {day} {month} {year}.",
    "{Body} said that {n} people had been {harm}, among them {few} {victims}.",
    "According to {body}, between {few} and {n} {victims} were {harm} during the operation.",
    "{few} of the {n} {victims} were released without charge in {month} {year}.",
    "A court in {place} sentenced {few} officers to {years} years in prison for {charge}.",
    "No one has been charged over the deaths, and {body} has not answered a letter of {day} {month}.",
    "Dozens of {victims} fled towards {place}, where local families took them in.",
    "{person}, {age}, said that the soldiers came to the house before dawn and asked for the brother.",
    "The road from {place} was closed for weeks, and the market stayed empty.",
    "{person} described the cell as dark, wet and without any window.",
    "The authorities should open an independent inquiry and make its findings public.",
    "{Body} denied the allegations and called the report unfounded.",
    "Witnesses told the researchers that the gates had been locked from the outside.",
    "The families asked for the bodies of their relatives, but nobody at the hospital would answer them.",
    "In {country}, the law forbids the use of statements that were taken under duress.",
    "Lawyers for the accused asked that the hearing be postponed because the file had not been shown to them.",
    "The Court notes that the applicant complained under Article 3 of the Convention.",
    "About {percent} per cent of those held in {place} had not seen a judge, {body} reported.",
    "The court ordered the State to pay EUR {money} to each applicant in respect of non-pecuniary damage.",
    "The number of complaints rose from {few} in {earlier} to {n} in {year}.",
    "{person} has not been allowed to see a lawyer of her own choice since the arrest.",
    "The building stands at the end of a lane behind the old customs house in {place}.",
    "His mother keeps the letter in a drawer and reads it to every visitor who asks about him.",
    "{Body} published a statement in which it regretted the delay but gave no reason for it.",
    "Under the Constitution of {country}, everyone has the right to be heard by an independent tribunal.",
    "The researchers spoke with witnesses separately, in a language that they understood, and explained the purpose.",
    "Neither the police nor {body} replied to the questions that were sent to them in writing.",
    "By {month} the fields around {place} lay fallow, and many shops had put up their shutters.",
    "The judge refused to hear the recording, saying that it had been obtained without a warrant.",
    "Medical staff described how patients were turned away because there was neither light nor water.",
    "{person}, a teacher from {place}, had never taken part in politics before that summer.",
    "Observers were allowed into the courtroom but were not permitted to take notes.",
    "The law was amended in {month} {year} after pressure from {body}.",
    "Relatives travelled from village to village with photographs, asking whether anyone had seen their sons.",
    "In its reply, {body} argued that the applicants had failed to exhaust domestic remedies.",
    "The commander was transferred to another province and has since been promoted.",
    "Journalists who tried to reach {place} were stopped at a checkpoint and told to turn back.",
    "The decision was read out in an empty room, and the text has still not been made public.",
    "International law requires that force be used only where it is strictly necessary and proportionate.",
    "{person} now lives abroad and asked that the name of the village be left out.",
    "The report draws on interviews, court files, satellite images and photographs taken by residents.",
    "A lawyer for the families said that the evidence had been kept from them until the last day.",
    "The river changes its course every spring, and with it the border that the farmers respect.",
    "The government should ratify the treaty, repeal the decree and give the commission access to all prisons.",
    "No explanation was given for the transfer, which separated the mothers from their infants.",
    "The prosecutor closed the file in {month} {year} without questioning the guards who had been on duty.",
    "Those who returned found the school without a roof and the well filled with stones.",
    "The Court reiterates that the burden of proof lies with the authorities who hold a person in custody.",
)


def report(words: int, seed: int = 1) -> str:
    """A report of at least so many words: a title, a dateline, paragraphs of three to six sentences."""
    draw = random.Random(seed)
    title = f"{draw.choice(COUNTRIES)}: No Answer for Families in {draw.choice(PLACES)}"
    opening = f"({draw.choice(PLACES)}, {draw.choice(MONTHS)} {draw.randint(1, 28)}, {draw.randint(2015, 2024)}) – "
    paragraphs = [opening + " ".join(sentences(draw, 3))]
    count = len(paragraphs[0].split())
    while count < words:
        paragraphs.append(" ".join(sentences(draw, draw.randint(3, 6))))
        count += len(paragraphs[-1].split())
    return "\n\n".join([title, *paragraphs]) + "\n"


def sentences(draw: random.Random, number: int) -> Iterator[str]:
    return (draw.choice(SENTENCES).format_map(slots(draw)) for _ in range(number))


def slots(draw: random.Random) -> dict[str, object]:
    body, few, year = draw.choice(BODIES), draw.randint(2, 30), draw.randint(2012, 2024)
    return {
        "n": f"{draw.randint(31, 4000):,}", "few": few, "years": draw.randint(2, 25),
        "percent": draw.randint(3, 95), "money": f"{draw.randint(10, 900) * 100:,}", "age": draw.randint(17, 80),
        "day": draw.randint(1, 28), "month": draw.choice(MONTHS), "year": year, "earlier": year - draw.randint(1, 6),
        "victims": draw.choice(VICTIMS), "harm": draw.choice(HARMS), "charge": draw.choice(CHARGES),
        "place": draw.choice(PLACES), "country": draw.choice(COUNTRIES),
        "person": draw.choice(PEOPLE), "body": body, "Body": body[0].upper() + body[1:],
    }
