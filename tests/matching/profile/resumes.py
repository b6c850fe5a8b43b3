# ruff: noqa: RUF001
"""Resumes of our own writing, in several layouts, with holes for who the person is."""

import re
import unicodedata
from string import Template

ONE_COLUMN = Template("""$name
Senior Machine Learning Engineer
$email | +44 7700 900123 | linkedin.com/in/$handle | Leeds, UK LS1 4DY | $pronouns

SUMMARY
$first has led a small team that runs retrieval services for eight years. Grant applications written twice; will
travel. Before that $first worked on search. Chase Bank and Long Lane Systems were clients.

EXPERIENCE
Senior Machine Learning Engineer                                   Jan 2021 - Present
Harbour Analytics, Leeds, UK
• Built a RAG service with LangChain and pgvector that answers 40,000 questions a month; latency fell by 35%.
• Will Rogers Hall was our first site: we page the on-call engineer by a rota that I wrote in Python.
• Fine-tuned Llama with LoRA; $first's evaluation set caught 12 regressions.
Machine Learning Engineer                                          Mar 2017 - Dec 2020
Rose & Long Ltd, York, UK
• Trained rankers in PyTorch on 3 GPUs, deployed with Docker and Kubernetes. Mark sheets were read by OCR.

EDUCATION
MSc Computer Science, $school, $graduated
SKILLS
Python, PyTorch, Ruby, Ray, Docker, Kubernetes, PostgreSQL
LANGUAGES
English (native), German (B2)
""")

FOOTED = Template("""CURRICULUM VITAE
Name: $name
Gender: $gender
Date of birth: 4 May 1988
Nationality: Irish
Email: $email
GitHub: $handle
Location: Dublin, Ireland

Professional Background
2019 – now: Data Engineer, Quayside Data Ltd
- Moved 40 pipelines from cron to Airflow and cut failures by half.
- $title $last trained the analysts; $pronoun also wrote the SQL style guide.
06/2015 - 11/2018: Analyst, Bank of the West Coast
- Wrote reports in SQL and Excel for the branch managers. The grant office was a user.

Academic Background
$school: BSc Mathematics ($graduated)

Publications
$last, $initial., Okafor, J. and Smith, P. (2021). Summaries that cite. Workshop on Retrieval.
$initial. $last and J. Okafor (2020). Chunks and windows.

References
Contact $first at any time. I am $first.

$name - Page 2
""")

THIRD_PERSON = Template("""${upper}
AI Platform Architect | Berlin, Germany | $email | $handle.dev
PROFILE
$name is an architect of agent platforms. $pronoun_cap has built tool-calling services and $their team calls
$them careful. With MCP and OpenAI models, $first built a support agent for 200 users.
Work History
Long River GmbH, Berlin
Principal Architect
April 2020 to present
• $first $last designed the agent runtime on Kubernetes; 99.9% uptime.
• Reviewed by $title $last for the board. Jordan and Austin are our test regions.
• Working with $first, I learned to write evaluations. (quoted from a colleague)
Bright Banks AG, Hamburg
Software Architect
2014 - 2020
• Designed event-driven services in Java and Kafka.
Education & Training
$school
Diplom Informatik
$graduated
© 2024 $name | ${glued}_Resume.pdf
""")

LAYOUTS = {"one column": ONE_COLUMN, "footed": FOOTED, "third person": THIRD_PERSON}

WOMAN = {
    "gender": "Female",
    "pronouns": "she/her",
    "pronoun": "she",
    "pronoun_cap": "She",
    "their": "her",
    "them": "her",
    "title": "Ms",
}
MAN = {
    "gender": "Male",
    "pronouns": "he/him",
    "pronoun": "he",
    "pronoun_cap": "He",
    "their": "his",
    "them": "him",
    "title": "Mr.",
}


def written(layout: str, *, first: str = "Maria", last: str = "Chen", **who: str) -> str:
    """One of the layouts, about one person."""
    plain = unicodedata.normalize("NFKD", f"{first}.{last}").encode("ascii", "ignore").decode().lower()
    email = re.sub(r"[^a-z.-]", "", plain)
    handle = email.replace(".", "").replace("-", "")
    values = {
        **WOMAN,
        "name": f"{first} {last}",
        "upper": f"{first} {last}".upper(),
        "first": first,
        "last": last,
        "initial": first[0],
        "handle": handle,
        "glued": f"{first}_{last}".replace(" ", "_"),
        "email": f"{email}@example.org",
        "school": "University of Leeds",
        "graduated": "2014",
        **who,
    }
    return LAYOUTS[layout].substitute(values)
