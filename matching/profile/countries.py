"""Countries as resumes name them, and their ISO 3166 codes; US states and Canadian provinces tell the country too."""

COUNTRIES: dict[str, str] = {
    name: code
    for code, names in {
        "US": "usa|us|u.s.|u.s.a.|united states|united states of america|america", "GB": "uk|u.k.|united kingdom|great britain|england|scotland|wales|northern ireland",
        "IE": "ireland", "DE": "germany|deutschland", "FR": "france", "ES": "spain|españa", "PT": "portugal", "IT": "italy|italia",
        "NL": "netherlands|the netherlands|holland", "BE": "belgium", "CH": "switzerland|schweiz|suisse", "AT": "austria|österreich",
        "PL": "poland|polska", "SE": "sweden", "NO": "norway", "DK": "denmark", "FI": "finland", "CZ": "czech republic|czechia",
        "SK": "slovakia", "HU": "hungary", "RO": "romania", "BG": "bulgaria", "GR": "greece", "TR": "turkey|türkiye", "UA": "ukraine",
        "EE": "estonia", "LV": "latvia", "LT": "lithuania", "HR": "croatia", "RS": "serbia", "SI": "slovenia", "LU": "luxembourg",
        "CA": "canada", "MX": "mexico|méxico", "BR": "brazil|brasil", "AR": "argentina", "CL": "chile", "CO": "colombia", "PE": "peru",
        "IN": "india", "PK": "pakistan", "BD": "bangladesh", "LK": "sri lanka", "CN": "china", "JP": "japan", "KR": "south korea|korea",
        "TW": "taiwan", "HK": "hong kong", "SG": "singapore", "MY": "malaysia", "ID": "indonesia", "PH": "philippines", "VN": "vietnam",
        "TH": "thailand", "AU": "australia", "NZ": "new zealand", "ZA": "south africa", "NG": "nigeria", "KE": "kenya", "GH": "ghana",
        "EG": "egypt", "MA": "morocco", "TN": "tunisia", "IL": "israel", "AE": "uae|united arab emirates", "SA": "saudi arabia",
        "IR": "iran", "RU": "russia", "IS": "iceland", "MT": "malta", "CY": "cyprus", "ET": "ethiopia", "UG": "uganda", "RW": "rwanda",
    }.items()
    for name in names.split("|")
}  # fmt: skip
"""Lower-case country names to ISO 3166-1 alpha-2 codes."""

STATES: frozenset[str] = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC "
    "SD TN TX UT VT VA WA WV WI WY DC".split()
)
"""Codes of the states of the United States."""

PROVINCES: frozenset[str] = frozenset("AB BC MB NB NL NS ON PE QC SK YT".split())
"""Codes of the provinces of Canada."""

CITIES: dict[str, str] = {
    name: code
    for code, names in {
        "US": "san francisco|new york|new york city|seattle|boston|austin|chicago|los angeles|denver|atlanta|portland|pittsburgh|palo alto",
        "GB": "london|manchester|leeds|bristol|edinburgh|glasgow|cambridge|oxford|birmingham|liverpool|sheffield|nottingham|cardiff|belfast",
        "DE": "berlin|munich|münchen|hamburg|cologne|köln|frankfurt|stuttgart|dresden|leipzig|heidelberg|karlsruhe|tübingen",
        "FR": "paris|lyon|toulouse|grenoble|nantes|bordeaux|lille", "NL": "amsterdam|rotterdam|utrecht|eindhoven|delft", "IE": "dublin|cork|galway",
        "ES": "madrid|barcelona|valencia|seville", "PT": "lisbon|porto", "IT": "milan|rome|turin|bologna", "CH": "zurich|zürich|geneva|lausanne|basel|bern",
        "AT": "vienna|graz|linz", "SE": "stockholm|gothenburg|malmö", "DK": "copenhagen|aarhus", "NO": "oslo|bergen|trondheim", "FI": "helsinki|tampere|espoo",
        "PL": "warsaw|krakow|kraków|wroclaw|wrocław|gdansk|gdańsk|poznan", "CZ": "prague|brno", "HU": "budapest", "RO": "bucharest|cluj|cluj-napoca", "GR": "athens",
        "CA": "toronto|montreal|montréal|vancouver|ottawa|waterloo|calgary", "IN": "bangalore|bengaluru|hyderabad|pune|mumbai|delhi|new delhi|chennai|kolkata|gurgaon|noida",
        "SG": "singapore", "JP": "tokyo|osaka", "KR": "seoul", "CN": "beijing|shanghai|shenzhen|hangzhou", "AU": "sydney|melbourne|brisbane|perth", "NZ": "auckland|wellington",
        "IL": "tel aviv|haifa|jerusalem", "BR": "são paulo|sao paulo|rio de janeiro", "MX": "mexico city|guadalajara|monterrey", "AR": "buenos aires", "NG": "lagos|abuja",
        "KE": "nairobi", "ZA": "cape town|johannesburg", "EG": "cairo", "TR": "istanbul|ankara", "AE": "dubai|abu dhabi", "EE": "tallinn|tartu", "LT": "vilnius", "LV": "riga",
        "BE": "brussels|ghent|leuven|antwerp", "UA": "kyiv|kiev|lviv", "RS": "belgrade", "BG": "sofia", "HR": "zagreb", "SI": "ljubljana", "VN": "hanoi|ho chi minh city",
    }.items()
    for name in names.split("|")
}  # fmt: skip
"""Lower-case names of cities where AI work is often done, to their countries."""
