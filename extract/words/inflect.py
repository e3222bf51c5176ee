"""The regular inflection of English verbs and nouns."""

VOWELS = "aeiou"
REGULAR_TOO = ("burn", "hang", "mow", "plead", "prove", "leap", "light", "learn", "dream", "wake", "strew", "wed")


def verb_forms(base: str, irregular: list[str] | None) -> dict[str, list[str]]:
    """The -s, -ed and -ing writings of a verb: {"VZ": [...], "VD": [...], "VN": [...], "VG": [...]}."""
    past = [past_form(base)] if irregular is None else [irregular[0]]
    participle = past if irregular is None else [irregular[1]]
    if base in REGULAR_TOO:
        past, participle = [*past, past_form(base)], [*participle, past_form(base)]
    return {"VZ": [s_form(base)], "VD": past, "VN": participle, "VG": ing_forms(base)}


def s_form(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def past_form(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    if base.endswith("ic"):
        return base + "ked"  # trafficked
    return (base + base[-1] if doubles(base) else base) + "ed"


def ing_forms(base: str) -> list[str]:
    if base.endswith("ie"):
        return [base[:-2] + "ying"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return [base[:-1] + "ing"]
    if base.endswith("ic"):
        return [base + "king"]
    return [(base + base[-1] if doubles(base) else base) + "ing"]


# verbs of two syllables that are stressed on the last, so that their last consonant doubles
STRESSED_LAST = (
    *("mit", "fer", "pel", "cur", "bel", "nap", "cqit", "llot", "bet", "gret", "trol", "ppal", "plot"),
    *("ecap", "argas"),  # kneecapped, teargassed
)


def doubles(base: str) -> bool:
    """A short verb that ends in one vowel and one consonant doubles it: stab, stabbed."""
    base = base.rpartition("-")[2].replace("qu", "q")  # machine-gun; acquit, acquitted: the u is no vowel here
    if len(base) < 3 or base[-1] in VOWELS + "wxy" or base[-2] not in VOWELS or base[-3] in VOWELS:
        return False
    syllables = sum(1 for left, right in zip(" " + base, base, strict=False) if right in VOWELS and left not in VOWELS)
    return syllables == 1 or base.endswith(STRESSED_LAST)


def singular(noun: str) -> str:
    """The singular of a regular plural; other words as they are."""
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "zes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1]
