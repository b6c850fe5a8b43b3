"""Structured resumes of our own writing, whole and in parts."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

RESUME: dict[str, Any] = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "will rose-okafor",
        "label": "Machine learning engineer",
        "image": "",
        "email": "will@example.org",
        "phone": "+44 7700 900123",
        "url": "https://will.example.org",
        "summary": "I build retrieval services.\n\nWill writes the evaluation first. I will travel.",
        "location": {"address": "4 Lamb Row", "postalCode": "LS1 4DY", "city": "Leeds", "countryCode": "GB"},
        "profiles": [
            {"network": "GitHub", "username": "python", "url": "https://github.com/python"},
            {"network": "Mastodon", "username": "roseoak77", "url": ""},
        ],
    },
    "work": [
        {
            "name": "Harbour Analytics",
            "position": "Senior Engineer",
            "location": "Leeds, UK",
            "startDate": "2021-03-15",
            "summary": "Ran the retrieval team.\nSkills",
            "highlights": [
                "Built a RAG service in Python for 40,000 users",
                "Experience",
                "roseoak77 merged 300 changes",
            ],
        },
        {
            "name": "Harbour Analytics",
            "position": "Engineer",
            "startDate": "2018",
            "endDate": "2021",
            "highlights": ["Since 2019 - 2020 I trained rankers in PyTorch"],
        },
        {
            "name": "Rose & Long Ltd",
            "position": "Analyst",
            "startDate": "2020-06",
            "endDate": "2020-09",
            "highlights": [],
        },
        {"name": "Kiln Works"},
        {},
    ],
    "volunteer": [{"organization": "Code Barn", "position": "Mentor", "startDate": "2016-01", "endDate": "2017-12-05"}],
    "education": [
        {
            "institution": "Ashgrove Academy of Engines",
            "area": "Forestry",
            "studyType": "Master",
            "startDate": "2014",
            "endDate": "2016-07",
            "score": "Distinction",
            "courses": ["Trees and graphs at Ashgrove Academy of Engines"],
        }
    ],
    "awards": [{"title": "Best paper", "date": "2019-11-01", "awarder": "Graph Days", "summary": "For trees."}],
    "certificates": [{"name": "CKA", "date": "2022-05", "issuer": "CNCF", "url": "https://certs.example.org/1"}],
    "publications": [
        {"name": "Chunks", "publisher": "Retrieval Notes", "releaseDate": "2020-10-01", "summary": "On chunks."}
    ],
    "skills": [{"name": "Machine learning", "level": "Expert", "keywords": ["PyTorch", "Python"]}, {"name": "SQL"}],
    "languages": [{"language": "English", "fluency": "Native speaker"}, {"language": "Esperanto", "fluency": "B2"}],
    "interests": [{"name": "Bees", "keywords": ["Hives", "Honey"]}],
    "references": [{"name": "Odile Marchetti", "reference": "Odile Marchetti says: one of the best."}],
    "projects": [
        {
            "name": "Treehouse",
            "description": "A graph store.",
            "highlights": ["12 contributors"],
            "keywords": ["Rust", "graphs"],
            "startDate": "2019-08-24",
            "url": "https://treehouse.example.org",
            "roles": ["Lead"],
            "entity": "Open Barn",
            "type": "library",
        }
    ],
    "meta": {
        "canonical": "https://will.example.org/cv.json",
        "version": "v1.0.0",
        "lastModified": "2025-01-01T00:00:00",
    },
}

LINKEDIN: Mapping[str, str] = {
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
        "Twitter Handles,Websites,Instant Messengers\n"
        'Mira,Halvorsen,,,4 May,"Engineer, agents","Builds agents.\nWrites evaluations.",Software,,'
        '"Oslo, Norway",[mirahal],"[COMPANY:https://mira.example.org]",\n'
    ),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Lumen Desk,Staff Engineer,"Owns the agent platform.\n- Wrote 1,400 graded cases in Python\n'
        '- Cut wrong tool calls by 31%","Oslo, Norway",Mar 2021,\n'
        "Lumen Desk,Engineer,,Oslo,2018,Mar 2021\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        'Nordhavn Tekniske,2013,2018,,"MSc, Informatics",Chess\n'
    ),
    "Skills.csv": "Name\nPython\nKubernetes\n",
    "Languages.csv": "Name,Proficiency\nNorwegian,Native or bilingual proficiency\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\nCKA,,CNCF,May 2022,,1\n",
}

EUROPASS = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"
    xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
  <hr:DocumentID schemeID="1" schemeName="DocumentIdentifier" schemeAgencyName="EUROPASS"/>
  <CandidatePerson>
    <PersonName><oa:GivenName>Ilse</oa:GivenName><hr:FamilyName>Vandamme</hr:FamilyName></PersonName>
    <Communication><ChannelCode>Email</ChannelCode><oa:URI>ilse@example.org</oa:URI></Communication>
    <Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>32</CountryDialing>
      <oa:DialNumber>470 12 34 56</oa:DialNumber></Communication>
    <Communication><ChannelCode>Web</ChannelCode><oa:URI>https://ilse.example.org</oa:URI></Communication>
    <Communication><Address><oa:AddressLine>Hoogstraat 9</oa:AddressLine><oa:CityName>Gent</oa:CityName>
      <CountryCode>be</CountryCode><oa:PostalCode>9000</oa:PostalCode></Address></Communication>
    <NationalityCode>BE</NationalityCode><hr:BirthDate>1988-05-04</hr:BirthDate><GenderCode>female</GenderCode>
    <PrimaryLanguageCode>nld</PrimaryLanguageCode>
  </CandidatePerson>
  <CandidateProfile languageCode="en">
    <hr:ExecutiveSummary>&lt;p&gt;Trains small models.&lt;/p&gt;</hr:ExecutiveSummary>
    <EmploymentHistory>
      <EmployerHistory><hr:OrganizationName>Kanaal Labs</hr:OrganizationName>
        <PositionHistory><PositionTitle typeCode="FREETEXT">Research engineer</PositionTitle>
          <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2019-09</hr:FormattedDateTime></eures:StartDate>
            <hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
          <oa:Description>&lt;p&gt;Leads fine-tuning.&lt;/p&gt;
            &lt;ul&gt;&lt;li&gt;Fine-tuned Llama with LoRA&lt;/li&gt;&lt;/ul&gt;</oa:Description>
          <City>Gent</City><Country>be</Country></PositionHistory></EmployerHistory>
      <EmployerHistory><hr:OrganizationName>Kanaal Labs</hr:OrganizationName>
        <PositionHistory><PositionTitle>Analyst</PositionTitle>
          <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2016</hr:FormattedDateTime></eures:StartDate>
            <eures:EndDate><hr:FormattedDateTime>2019</hr:FormattedDateTime></eures:EndDate>
            <hr:CurrentIndicator>false</hr:CurrentIndicator></eures:EmploymentPeriod></PositionHistory></EmployerHistory>
    </EmploymentHistory>
    <EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Scheldehof</hr:OrganizationName>
      <AttendancePeriod><StartDate><hr:FormattedDateTime>2012</hr:FormattedDateTime></StartDate>
        <EndDate><hr:FormattedDateTime>2016-06-30</hr:FormattedDateTime></EndDate><Ongoing>false</Ongoing></AttendancePeriod>
      <EducationDegree><hr:DegreeName>MSc Linguistics</hr:DegreeName></EducationDegree>
    </EducationOrganizationAttendance></EducationHistory>
    <PersonQualifications>
      <PersonCompetency><CompetencyID schemeName="eng"/><hr:TaxonomyID>language</hr:TaxonomyID>
        <CompetencyDimension><Score><hr:ScoreText>C1</hr:ScoreText></Score></CompetencyDimension>
        <CompetencyDimension><Score><hr:ScoreText>B2</hr:ScoreText></Score></CompetencyDimension></PersonCompetency>
      <PersonCompetency><hr:TaxonomyID>digital</hr:TaxonomyID><hr:CompetencyName>PyTorch</hr:CompetencyName></PersonCompetency>
    </PersonQualifications>
  </CandidateProfile>
</Candidate>
"""


def json_resume(resume: Any = None) -> bytes:
    """A resume as the bytes of a file."""
    return json.dumps(RESUME if resume is None else resume).encode()


def linkedin(*, without: str = "", folder: str = "", preamble: str = "", **more: str) -> bytes:
    """An export with every file but one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in {**LINKEDIN, **more}.items():
            if name != without:
                container.writestr(f"{folder}{name}", preamble + content)
    return buffer.getvalue()
