"""Words that are also names, and words that no name consists of.

A cut that fires only because the candidate happens to be called Grant would tell the ranking that the candidate
is called Grant. So where the context says "this is a person", these words are cut for everybody; elsewhere they
are kept for everybody.
"""

ALSO_NAMES: frozenset[str] = frozenset(
    # ordinary words
    "will grant rose page mark bill art frank chase clay brooks cooper carter hunter mason rich guy jack pat drew "
    "hope faith grace joy summer autumn april may june august dawn eve star sky skye iris ivy lily daisy violet "
    "heather holly hazel olive pearl ruby jade amber crystal jewel gemma opal coral destiny harmony melody carol "
    "christian angel dean earl duke king prince bishop pope abbott marshall sergeant major judge page young long "
    "short small little large moody savage strong best good goodman wise noble black white brown green gray grey "
    "blue gold silver stone wood woods field fields hill hills lake rivers banks branch brook forest marsh moss "
    "park parks bush reed reeds flowers bloom fisher baker cook butler carpenter gardener gardner potter porter "
    "miller taylor tailor smith weaver turner walker parker archer fletcher chandler cook sawyer tanner thatcher "
    "wright ward warden wells bell ball bond bird hawk wolf fox lamb swan drake finch sparrow robin martin jay wren "
    "early day days week winter winters weeks snow frost rain storm gale waters pool poole street lane church temple "
    "chapel hall house barn mills ford bridges bridge castle hood price rate cash penny money nichols cherry berry "
    "rice bean beans pepper sage rosemary basil ginger candy honey sugar coffey bacon lemon plum ware sharp keen swift "
    "quick blunt case chance sunny stormy rocky sandy misty dusty rusty ray rod rob sue bob bobby tony don dan dale van "
    "vance lance spear pierce pike gunner gunn cannon battle war peace love loving valentine paige mack moses "
    "noah job mercy patience prudence charity constance trinity genesis nevada grover miles power powers "
    "barber booker boss camp law laws link mann man means read reader rush sands self shade shields song spring "
    "stern tell trial tune vest view vu yu li lu ho ha ng ko chin chan chi bo "
    "kim lee han ma hu hong ping deja asia unique precious diamond princess heaven essence treasure ebony cinnamon "
    "christmas easter sunday monday friday noel gay pope singleton charm wilder darling gentry hardy merry bright light "
    "head hand hands foot shin tongue legg cross crossman bar barr bass pitt pitts post poster banner crane derrick "
    "trace tracy tracey sterling grand drum fiddler piper harper viola melody aria sonata piper reef bay cliff glen heath "
    "ridge dell vale dallas denver houston austin jackson madison lincoln washington jefferson monroe cleveland "
    "phoenix memphis savannah charlotte raleigh orlando aurora cheyenne dakota montana carolina virginia georgia "
    "florida tennessee louisiana brooklyn bronx chelsea london paris vienna florence milan rome verona sydney adelaide "
    "victoria alberta regina kingston hamilton windsor kent lancaster york chester lincoln carlisle berkeley stanford harvard "
    "oxford cambridge yale brown duke rice emory drexel tulane howard princeton columbia cornell dominic santiago "
    "diego francisco jose angeles israel jordan chad kenya india china holland france england ireland scotland wales "
    "germany spain "
    # employers and products
    "morgan stanley goldman sachs merrill lynch wells fargo dell ford chrysler lowe macy kohl wendy denny arby carl "
    "levi dick dillard nordstrom bloomingdale sears penney kroger walgreen johnson disney hilton marriott hyatt kelly "
    "robert harris kraft heinz nestle mars campbell kellogg hershey gerber boeing lockheed martin northrop grumman "
    "raytheon siemens bosch philips bell watson claude alexa siri sage ada pascal julia cassandra jenkins travis hudson "
    "ruby swift dart rust kotlin scala apollo athena atlas hermes jasper jasmine mocha pandas keras ray dask ansible chef "
    "puppet vagrant consul nomad terra maya blender rhino sketch axel sam trader joe papa john sam ben jerry hugo jekyll "
    "sherlock turing newton kepler ampere hopper volta pascal tesla lovelace blackwell fermi curie darwin edison galileo "
    "einstein gauss bayes markov fourier laplace kalman cohen jacob charles jean gene bud buddy norm norman max "
    "maxwell otto ernst young ernst deloitte price waterhouse mckinsey bain williams sonoma calvin klein ralph lauren tommy "
    "hilfiger kate spade marc jacobs michael kors henry ann ross marshall "
    "thomas reuters lloyd barclay baxter abbott eli lilly merck pfizer bristol myers stryker allen bradley black decker "
    "stanley baldwin wilson franklin templeton charles schwab edward jones vanguard fidelity raymond james dean witter".split()
)
"""Lower-case words, places, employers and products that are names of people as well."""

ALSO_TOOLS: frozenset[str] = frozenset(
    "alexa ansible athena blackwell cassandra chef claude consul dart dask hopper jenkins julia keras kotlin nomad "
    "pandas puppet ray ruby rust scala swift terra turing".split()
)
"""Lower-case names of people that name a tool as well: after "with" or "by" they are kept for everybody."""

FUNCTION_WORDS: frozenset[str] = frozenset(
    "he she her his him hers i we they them their it so no my me us you who what that this as".split()
)
"""Lower-case words that stand for a person called so only in the whole name ("Wei He", "An Do")."""

NEVER_NAMES: frozenset[str] = frozenset(
    "interventionist dev hygienist superintendent equipment construction desk dept department unix tools chef dental accountant accounting administrator administrative administration admin advisor adviser advocate agent aide "
    "analyst analytics apprentice architect architecture artist assistant associate attendant attorney auditor "
    "aviation banking bartender bookkeeper broker business buyer campaign captain care caregiver cashier certified "
    "chief clerk clinical coach computer consultant consulting contractor controller coordinator counsel counselor "
    "customer data database dentist designer design desktop developer development devops digital director dispatcher "
    "doctor driver economist editor education educator electrical electrician electronics embedded engineer engineering "
    "entrepreneur estimator executive experience expert facilitator fellow finance financial fitness flight foreman founder "
    "freelance freelancer frontend backend fullstack full-stack front-end back-end stack general generalist graduate graphic "
    "head-of health healthcare home human information infrastructure inspector instructor intern internship investigator "
    "it junior laboratory lawyer lead leader leadership learning lecturer librarian logistics machine machinist maintenance "
    "management manager manufacturing marketing mechanic mechanical media medical merchandiser ml ai mlops nlp llm "
    "mobile network nurse nursing office officer operations operator owner paralegal partner pharmacist physician pilot "
    "planner platform president principal private producer product production professional professor profile program "
    "programmer project public purchasing quality realtor recruiter recruitment relations representative research "
    "researcher resources restaurant resume résumé curriculum vitae cv retail sales school science scientist secretary "
    "security senior server service services site software solutions specialist staff strategist strategy student supervisor "
    "supply support surgeon system systems teacher teaching team technical technician technologist technology telecom "
    "teller therapist trainee trainer training transportation treasurer tutor underwriter vice video visual volunteer web "
    "welder writer summary skills education objective contact email e-mail phone address mobile tel date birth nationality "
    "gender status languages references interests confidential portfolio website linkedin github location personal "
    "details name names street avenue road city state country county united kingdom states america remote "
    "university college institute bachelor master masters bsc msc phd mba company inc llc ltd gmbh corp and the of for with "
    "in at to by or on as is".split()
)
"""Lower-case words of which a line that consists of a person's name never has one."""

PLACE_STARTS: frozenset[str] = frozenset(
    "san los las new united saint st. santa fort greater south north east west hong el mountain palo salt buenos rio são "
    "são kuala cape tel abu mexico ho costa puerto sri saudi great bay silicon".split()
)
"""Lower-case first words of places, for short header lines that are not names."""

PARTICLES: frozenset[str] = frozenset(
    "de da do dos das del della di du la le los las van von der den ter ten bin ibn al el y e af av zu zum mac o st "
    "san 't d abu ben bint".split()
)
"""Lower-case particles of surnames."""
