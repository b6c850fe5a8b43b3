# ruff: noqa: RUF001
"""Invented people and their resumes in four layouts: what the generator of labelled pairs changes and renders."""

from dataclasses import dataclass
from random import Random

SPELLINGS = [
    ("Jürgen", "Müller", "Juergen Mueller"),
    ("Łukasz", "Wójcik", "Lukasz Wojcik"),
    ("Søren", "Kjærgaard", "Soren Kjaergaard"),
    ("Dmitry", "Shcherbakov", "Dmitrii Scherbakov"),
    ("Yuri", "Kuznetsov", "Yury Kuznecov"),
    ("Sergey", "Khrushchev", "Sergei Hruschev"),
    ("Evgeny", "Zhukov", "Evgenii Zhukov"),
    ("Oleksandr", "Kovalenko", "Aleksandr Kovalenko"),
    ("Giorgos", "Papadopoulos", "Georgios Papadopoylos"),
    ("Eleni", "Mpakogianni", "Eleni Bakogianni"),
    ("Ibrahim", "Şahin", "Ibrahim Sahin"),
    ("François", "Lefèvre", "Francois Lefevre"),
    ("José", "Núñez", "Jose Nunez"),
    ("Zoë", "Brontë", "Zoe Bronte"),
    ("Åsa", "Lindström", "Asa Lindstroem"),
    ("Đorđe", "Petrović", "Dorde Petrovic"),
    ("Nguyễn", "Đức", "Nguyen Duc"),
    ("Günther", "Größer", "Guenther Groesser"),
]
NICKNAMES = {
    "Robert": "Bob", "William": "Bill", "Elizabeth": "Liz", "Michael": "Mike", "Katherine": "Kate", "Thomas": "Tom",
    "Christopher": "Chris", "Alexander": "Alex", "Jennifer": "Jen", "Nicholas": "Nick", "Margaret": "Maggie",
}  # fmt: skip
GIVEN = [
    *NICKNAMES, "Anna", "Priya", "Mateus", "Ingrid", "Kwame", "Haruka", "Lucia", "Omar", "Chloe", "Diego", "Fatima",
    "Hannah", "Ravi", "Sofia", "Tomas", "Yara", "Emeka", "Leila", "Marco", "Noor", "Paulo", "Sinead", "Viktor",
    "Wanjiru",
]  # fmt: skip
FAMILY = [
    "Halvorsen", "Okonkwo", "Banerjee", "Lindqvist", "Ferreira", "Kowalczyk", "Ramanathan", "Takahashi", "Oyelaran",
    "Castellanos", "Dimitriou", "Abernathy", "Villanueva", "Szymanski", "Mukherjee", "Thorvaldsen", "Macfarlane",
    "Balakrishnan", "Novotny", "Hashemi", "Delacroix", "Grunwald", "Mbeki", "Santangelo", "Whitcombe", "Yamamoto",
    "Smith", "Zhang", "Kumar", "Garcia", "Nguyen", "Kim",
]  # fmt: skip
_FRONT = ["Harbour", "Quarry", "Fjordline", "Lumen", "Baltic", "Copper", "Meridian", "Orchard", "Pinewood", "Saffron",
          "Tidal", "Umbra", "Vellum", "Winter", "Zephyr", "Boreal", "Cobalt", "Driftwood", "Ember", "Fox"]  # fmt: skip
_BACK = ["Analytics", "Health", "Logistics", "Robotics", "Payments", "Mobility", "Research", "Insurance"]
_FORM = [" Ltd", " GmbH", " Inc.", "", "", ""]
EMPLOYERS = [f"{front} {back}{_FORM[(i + j) % 6]}" for i, front in enumerate(_FRONT) for j, back in enumerate(_BACK)]
SCHOOLS = [
    "University of Bergen", "University of Leeds", "University of Porto", "Delft University of Technology",
    "University of Warsaw", "Kyoto University", "University of Toronto", "University of Cape Town",
    "Technical University of Munich", "University of Nairobi", "Charles University", "University of Edinburgh",
]  # fmt: skip
TITLES = ["Software Engineer", "Machine Learning Engineer", "Data Scientist", "Research Engineer", "Data Engineer"]
_WORK = [
    "Built a retrieval service in Python that answers 40,000 questions a month.",
    "Fine-tuned small language models with LoRA and measured them on graded cases.",
    "Moved nightly pipelines to Airflow and halved their failures.",
    "Kept eleven services on Kubernetes through a change of data centre.",
    "Wrote the evaluation suite that every release waits for.",
    "Trained ranking models in PyTorch and cut latency by a third.",
]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NOW = 2026 * 12 + 9


@dataclass(frozen=True)
class Job:
    """A job by months since year 0; `end` is None while it lasts."""

    employer: str
    title: str
    start: int
    end: int | None


@dataclass(frozen=True)
class Someone:
    """An invented person as one resume presents them."""

    name: str
    email: str
    phone: str
    link: str
    jobs: tuple[Job, ...]
    school: str
    graduated: int


def someone(chance: Random, *, name: str = "") -> Someone:
    """A person with two to four jobs one after the other, the newest first."""
    name = name or f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    number = chance.randrange(10_000_000, 99_999_999)
    plain = "".join(letter for letter in name.lower() if letter.isascii() and letter.isalpha())
    begins = chance.randrange(2004, 2018)
    return Someone(
        name=name,
        email=f"{plain}{number % 997}@{chance.choice(['example.org', 'gmail.com', 'posteo.example', 'mail.example'])}",
        phone=f"+49 151 {number}",
        link=f"linkedin.com/in/{plain}-{number}" if chance.random() < 0.6 else "",
        jobs=career(chance, start=begins * 12 + chance.randrange(12)),
        school=chance.choice(SCHOOLS),
        graduated=begins,
    )


def career(chance: Random, *, start: int) -> tuple[Job, ...]:
    """Jobs from the month `start` until today."""
    jobs: list[Job] = []
    count = chance.randrange(2, 5)
    for number in range(count):
        last = number == count - 1
        end = min(start + chance.randrange(14, 60), NOW - 3)
        jobs.append(Job(chance.choice(EMPLOYERS), chance.choice(TITLES), start, None if last else end))
        start = end + chance.randrange(0, 3)
        if start >= NOW - 14:
            jobs[-1] = Job(jobs[-1].employer, jobs[-1].title, jobs[-1].start, None)
            break
    return tuple(reversed(jobs))


def render(person: Someone, *, layout: int, chance: Random) -> str:
    """The resume as text, in one of four layouts."""
    head = [each for each in (person.email, person.phone, person.link) if each]
    contact = [" | ".join(head), "\n".join(head), " · ".join(head), "\n".join(head)][layout]
    work = "\n\n".join(_job(job, layout, chance) for job in person.jobs)
    study = f"MSc Computer Science, {person.school}, {person.graduated}"
    skills = "Python, PyTorch, PostgreSQL, Kubernetes, Airflow"
    if layout == 3:
        parts = (f"{person.name}\n{contact}", f"EDUCATION\n{study}", f"WORK EXPERIENCE\n{work}", f"TOOLS\n{skills}")
        return "\n\n".join(parts) + "\n"
    headings = [("Summary", "Experience", "Education", "Skills"), ("PROFILE", "EMPLOYMENT", "EDUCATION", "SKILLS"),
                ("About", "Work history", "Education", "Tools")][layout]  # fmt: skip
    about = "Engineer who builds systems around language models and measures them."
    parts = zip(headings, (about, work, study, skills), strict=True)
    return f"{person.name}\n{contact}\n\n" + "\n\n".join(f"{heading}\n{text}" for heading, text in parts) + "\n"


def _job(job: Job, layout: int, chance: Random) -> str:
    start, end = _month(job.start, layout), "Present" if job.end is None else _month(job.end, layout)
    lines = "\n".join(f"- {each}" for each in chance.sample(_WORK, 2))
    head = [
        f"{job.title}, {job.employer}\n{start} - {end}",
        f"{job.employer}\n{job.title}\n{start} – {end}",
        f"{job.title} at {job.employer}\n{start} to {end}",
        f"{start} – {end}\n{job.title}, {job.employer}",
    ][layout]
    return f"{head}\n{lines}"


def _month(months: int, layout: int) -> str:
    year, month = divmod(months, 12)
    number, word = f"{month + 1:02}", _MONTHS[month]
    return [f"{word} {year}", f"{number}/{year}", f"{word[:3]} {year}", f"{number}.{year}"][layout]
