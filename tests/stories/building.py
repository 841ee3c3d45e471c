"""Two charts built from an empty window with the keys alone, by somebody who reads the texts of samples 000 and 001."""

from collections.abc import Callable, Generator

from keyboard import Keys

Story = Generator[Callable[[], object], None, None]

FIRST, SECOND = "Kommundirektör", "Koncerndirektör"
FRAME = "Gemensamt ledarskap"
DAY = ("From", "3 april")
UNITS = {
    FIRST: (
        *("Social- och arbetsmarknadskontoret", "Kultur- och fritidskontoret", "Äldreomsorgskontoret"),
        *("Utbildningskontoret", "Gemensamma kontoret", "Personal & ledare", "Ekonomi & strategi"),
        *("Demokrati och integration", "Kommundelarna"),
    ),
    SECOND: (
        *("Miljökontoret", "Samhällsbyggnadskontoret", "Extern utveckling", "Ägarstyrning & finans"),
        "Bolagen i Telge koncernen",
    ),
}


def shared_leadership(keys: Keys) -> Story:
    """Sample 000: two directors share a mandate and have each one of their own."""
    yield from keys.first("Kommunfullmäktige")
    yield from keys.beside("Kommunstyrelsen", "Kommunstyrelsens ordförande", "Kommunala ledningsgruppen")
    yield from keys.beside("Södertälje kommun", "Visioner och mål", "Stadsdirektör", "Vd för Telge koncernen")
    yield from keys.beside("Chef för Utbildningskontoret", FIRST, SECOND)
    for post, units in UNITS.items():
        yield from keys.go_to(post)
        yield from keys.below(*units)
        yield from keys.go_to(post)
        yield from keys.lines_below("is responsible for", DAY)
    yield from keys.kinds("Staff unit", *UNITS[FIRST][5:8], *UNITS[SECOND][2:4])
    yield from keys.kinds("Counted set", UNITS[FIRST][8], UNITS[SECOND][4])
    yield from keys.facts(UNITS[SECOND][4], ("Sector", "Companies"))
    yield from keys.facts(UNITS[FIRST][8], ("Sector", "Administration"))
    yield from keys.kinds("Responsibility", "Visioner och mål")
    yield from keys.facts("Stadsdirektör", ("Status", "Unknown"))
    yield from keys.connect("Stadsdirektör", "becomes", FIRST, ("Text on the line", "utvecklas till"), DAY)
    yield from keys.connect("Stadsdirektör", "becomes", SECOND, ("Text on the line", "utvecklas till"), DAY)
    yield from _telge(keys)
    yield from _mandate(keys)
    yield from _holders(keys)
    yield from keys.lay_out()


def _telge(keys: Keys) -> Story:
    """The group of companies stands by itself, in the sector of the companies."""
    yield from keys.apart("Telge koncernen")
    yield from keys.kinds("Municipal group", "Telge koncernen")
    yield from keys.facts("Telge koncernen", ("Sector", "Companies"))
    yield from keys.facts("Vd för Telge koncernen", ("Sector", "Companies"))
    yield from keys.connect("Bolagen i Telge koncernen", "is part of", "Telge koncernen")
    yield from keys.connect("Vd för Telge koncernen", "leads", "Telge koncernen")
    yield from keys.connect("Södertälje kommun", "owns", "Telge koncernen")
    yield from keys.connect("Chef för Utbildningskontoret", "leads", "Utbildningskontoret")


def _mandate(keys: Keys) -> Story:
    yield from keys.connect(FIRST, "shares", SECOND, DAY)
    yield from keys.choose(FIRST, SECOND)
    yield from keys.facts_of_selected(DAY)
    yield from keys.frame(FRAME)
    yield from keys.facts(FRAME, DAY, ("Status", "Decided"))
    for task in (
        "utveckla kommunen under kommunstyrelsen",
        "leda kommunala ledningsgruppen",
        "bereda ärenden till kommunstyrelsen",
    ):
        yield from keys.task(FRAME, task, DAY)
    yield from keys.connect(FRAME, "reports to", "Kommunstyrelsen", ("Text on the line", "är underställt"), DAY)
    yield from keys.connect(FRAME, "prepares", "Kommunstyrelsen", DAY)
    yield from keys.connect(FRAME, "leads", "Kommunala ledningsgruppen", DAY)
    yield from keys.connect(FRAME, "leads", "Södertälje kommun", DAY)
    yield from keys.connect(
        "Kommunstyrelsen", "decides", FRAME, ("Text on the line", "beslutar"), ("Status", "Decided")
    )
    yield from keys.connect("Kommunstyrelsens ordförande", "chairs", "Kommunstyrelsen")
    yield from keys.connect("Kommunfullmäktige", "decides", "Visioner och mål")
    yield from keys.connect("Kommunstyrelsen", "decides", "Visioner och mål")


def _holders(keys: Keys) -> Story:
    yield from keys.holder("Kommunstyrelsens ordförande", "Anders Lago", ("Party", "s"))
    both = (("Ulla-Marie Hellenberg", FIRST, "Chef för Utbildningskontoret"),)
    both += (("Kjell Hasslert", SECOND, "Vd för Telge koncernen"),)
    for name, new, old in both:
        yield from keys.holder(new, name, DAY, ("Status", "Decided"))
        yield from keys.holder(old, name)
        yield from keys.choose(new, old)
        yield from keys.do("one person", called="Say that they are one person")


OLD = ("Kommunledningskontoret", "Ekonomikontoret", "Personalkontoret")
NEW = "Kommunledningskontoret"
STAFF, PARTS, SERVICE = "Staben", "Avdelningarna", "Medborgarservice"
HEAD, DEPUTY, TEAM = "Kommunchef", "Biträdande kommunchef", "Kommunchefens ledningsgrupp"
LED, OTHERS = "Politisk kommunledning", "Övriga förvaltningar"
NEW_DAY = ("From", "2009-01-01")
POINTS = (
    *("Stadshusets reception", "Växel", "Servicekontor i Vittsjö", "Servicekontor i Hästveda"),
    *("Servicekontor i Sösdala", "Turistbyrå"),
)


def merger(keys: Keys) -> Story:
    """Sample 001: three offices become one, of a staff and six departments."""
    yield from keys.first("Kommunfullmäktige")
    yield from keys.beside("Kommunstyrelsen", "Fritidsnämnden", LED, "Strategisk funktion", "Folkhälsofrågor", *OLD)
    yield from keys.choose(*OLD)
    yield from keys.change("merge", NEW, NEW_DAY[1])
    yield from keys.below(STAFF, PARTS)
    yield from keys.below(SERVICE)
    yield from keys.below(*POINTS)
    yield from keys.kinds("Counted set", PARTS)
    yield from keys.kinds("Department", SERVICE)
    yield from keys.go_to(NEW)
    yield from keys.branch(NEW_DAY)
    yield from keys.apart(OTHERS)
    yield from keys.beside(HEAD, DEPUTY, "Ekonomichef", "Informationschef", "Stabschefer", TEAM)
    yield from keys.kinds("Responsibility", "Strategisk funktion", "Folkhälsofrågor")
    yield from keys.facts("Strategisk funktion", ("Status", "Decided"))
    yield from keys.connect("Strategisk funktion", "part of", OLD[0], ("Status", "Decided"), first=True)
    yield from keys.kinds("Counted set", LED, OTHERS, "Stabschefer")
    yield from keys.facts(PARTS, ("Number", "6"))
    yield from _heads(keys)
    yield from _tasks(keys)
    yield from _decisions(keys)
    yield from keys.lay_out()


def _heads(keys: Keys) -> Story:
    yield from keys.connect(HEAD, "leads", STAFF, NEW_DAY)
    yield from keys.connect(HEAD, "leads", TEAM)
    yield from keys.connect("Informationschef", "member", TEAM)
    yield from keys.connect("Stabschefer", "member", TEAM)
    yield from keys.connect(DEPUTY, "assists", HEAD)
    yield from keys.connect(DEPUTY, "coordinates", PARTS, NEW_DAY)
    yield from keys.holder(HEAD, "Johan Eriksson")
    yield from keys.holder("Informationschef", "Hanna Gardell")
    yield from keys.holder(DEPUTY, "Bengt-Arne Persson")
    yield from keys.holder("Ekonomichef", "Bengt-Arne Persson")
    yield from keys.choose(DEPUTY, "Ekonomichef")
    yield from keys.do("one person", called="Say that they are one person")


def _tasks(keys: Keys) -> Story:
    yield from keys.task(HEAD, "bilda ny förvaltning")
    yield from keys.task(PARTS, "löpande stöd och service", NEW_DAY)
    for task in ("långsiktiga strategiska frågor", "tidigt underlag i framtidsfrågor"):
        yield from keys.task(STAFF, task, NEW_DAY)
    for task in ("strategisk samhällsplanering", "miljöstrategiskt arbete", "samordning av EU-frågor"):
        yield from keys.task(NEW, task, NEW_DAY)


def _decisions(keys: Keys) -> Story:
    yield from keys.connect(
        "Kommunfullmäktige", "decides", "Strategisk funktion", ("From", "hösten 2007"), ("Status", "Decided")
    )
    yield from keys.connect("Kommunstyrelsen", "decides", NEW, ("From", "oktober 2008"), ("Status", "Decided"))
    yield from keys.connect("Fritidsnämnden", "responsible", "Folkhälsofrågor")
    yield from keys.connect(NEW, "responsible", "Folkhälsofrågor", ("Status", "Planned"))
    for source, kind, target in (
        (STAFF, "supports", "Kommunstyrelsen"),
        (STAFF, "informs", LED),
        (PARTS, "supports", LED),
        (PARTS, "supports", STAFF),
        (STAFF, "cooperates", PARTS),
        (PARTS, "supports", OTHERS),
        (STAFF, "cooperates", OTHERS),
    ):
        yield from keys.connect(source, kind, target, NEW_DAY)
