"""Words that invented places are named after."""

SURNAMES = (
    "Ackroyd Baxter Calloway Dempsey Ellison Fairclough Gallagher Hargreaves Iqbal Jardine Kowalski Lombardi McAllister "
    "Nakamura O'Brien Pemberton Quigley Rosenthal Sutherland Takahashi Underwood Valentino Whitfield Yamamoto Zielinski "
    "Abbott Bellamy Carmichael Donnelly Esposito Fitzgerald Garibaldi Henderson Innes Jankowski Kaur Llewellyn MacLeod "
    "Novak Oyelaran Patel Romano Sharma Thistlewood Usman Vickers Wadsworth Xavier Youngblood Zanetti Murphy Chen Singh "
    "Roberts Hughes Stewart Campbell Fraser Reid Watson Marino Russo Delgado Ortiz Nguyen Tran Park Kim Cohen Levy"
).split()
FIRST = (
    (
        "Angelo Bella Charlie Dino Elena Frankie Gino Harry Isabella Joe Katie Luigi Maria Nonna Oscar Paulo Rosa Sal Tony "
        "Uncle_Ben Vito Wendy Ziggy Alfie Betty Carmen Dolores Eddie Florence George Hattie Jake Lola Mama_Rose Ned Pearl"
    )
    .replace("_", " ")
    .split(" ")
)
PLACES = (
    "Harbourside Walton Kirkdale Aintree Crosby Waterloo Everton Allerton Woolton Garston Speke Toxteth Wavertree Anfield "
    "Calderstones Greenbank Riverside Hillcrest Oakfield Meadowbank Northgate Southgate Eastfield Westbourne Millbrook "
    "Ferndale Ashgrove Brookside Elmwood Highfield Kingsway Queensbury Lakeview Maplewood Newhaven Parkside Ravenscroft "
    "Springfield Thornbury Upton Valleyfield Whitehaven Bayview Cedarhurst Fairmount Glenwood Stonebridge Clayton"
).split()
SAINTS = (
    "Mary John Peter Paul Andrew James Michael Anne Nicholas George Margaret Luke Mark Stephen Thomas Patrick Cuthbert "
    "Columba Giles Oswald Bride Ninian Philip Barnabas Catherine Helen Francis Joseph Bernadette Chad Aidan"
).split()
ADJECTIVES = (
    "Golden Silver Royal Black White Red Blue Green Jolly Merry Old Little Crooked Happy Lucky Flying Laughing Drunken "
    "Hidden Secret Rusty Velvet Crimson Sleepy Salty Wild Brave Broken Copper Ivory Emerald Painted Quiet Dancing"
).split()
NOUNS = (
    "Lion Swan Crown Anchor Ship Bell Fox Hound Horse Bull Eagle Stag Rose Thistle Oak Plough Barrel Lantern Spoon Fork "
    "Kettle Pelican Dragon Lotus Orchid Bamboo Olive Fig Lemon Truffle Pepper Saffron Basil Whisk Garden Palace Harbour "
    "Bean Cup Pot Wheel Star Moon Sun River Bridge Tower Castle Cottage Monkey Elephant Tiger Peacock Raven Otter"
).split()
FOREIGN = (
    "Bella Notte|Il Forno|La Piazza|Le Petit Jardin|L'Artiste|Casa Bonita|El Toro|Los Amigos|Taj Mahal|Koh Samui|Sakura|"
    "Hoshi|Golden Wok|Peking Garden|Saigon Star|Al Fresco|Da Vinci|San Marco|Trattoria Roma|Chez Pierre|Café Noir|"
    "La Crêperie|Le Bœuf|Mezze|Istanbul|Zaytoun|Bombay Nights|Spice Route|Himalaya|Masala|Kyoto|Hanoi|Seoul Kitchen|"
    "Tandoori Flame|Pho Viet|Dim Sum House|Tapas Brava|El Rincón|Piccolo Mondo|Osteria Verde|Sorrento|Amalfi|Capri|"
    "Vesuvio|Napoli|Milano|Toscana|Lucania|Côte d'Or|Brasserie Lyon|Bistro Paris|Le Dôme|L'Escargot|Rio Grande"
).split("|")
EATS = (
    "Restaurant Grill Bistro Kitchen Cafe Bar Diner Brasserie Trattoria Pizzeria Steakhouse House Tavern Room".split()
)
TRADES = (
    (
        "Books Bookshop Flowers Florist Hardware Jewellers Opticians Bakery Butchers Shoes Furniture Carpets Cycles Records "
        "Antiques Toys Pets Fabrics Gifts Stationery Lighting Kitchens Interiors Tailors Launderette Dry_Cleaners Barbers "
        "Hair_Salon Nails Tattoo Solicitors Accountants Estate_Agents Travel Pharmacy Motors Tyres Plumbing Electrical "
        "Photography Fishmonger Delicatessen Wines Vapes Phones Computers Gallery Framing Music Dentist Dental_Care"
    )
    .replace("_", "~")
    .split()
)
CHAINS = (
    "Brightway|Corner Fresh|Pattersons|Quickbite|Bean & Leaf|Northern Counties Bank|Royal Mersey Bank|Cashline|"
    "Halewood's|Sizzlers|Pizza Piazza|Suds & Duds|Shoe Depot|Merchant Union|Penny Bazaar|Kwik Print|Premier Lodge Inns|"
    "Comfy Stays|The Body Barn|Cloud Nine Coffee|Burger Barn|Mega Save|Bargain Buys|Specs Direct|Medicare Chemists|"
    "Greenfield Gym|Vision First|Fashion Lane|Sports World|Union Post|Fuel & Go|Star Fuel|Wrap It Up|Noodle Bar Co"
).split("|")
SUBTYPES = ("", "", "", "Express", "Local", "Metro", "Extra", "Superstore", "Central")
STREETS = (
    "High Church Station Victoria Park Queen King Mill Market Castle Bridge School Chapel Albert Wellington Nelson Duke "
    "Princes Hanover Frederick Thistle Rose Queensferry Morning Easter Lime Dale Bold Hope Canning Falkner Huskisson "
    "Peachtree Sunset Melrose Ventura Wilshire Broad Market Mission Valencia Lexington Madison Columbus Amsterdam Spring "
    "Walnut Chestnut Forbes Penn Liberty Smallman Butler Carson Murray Craig Baum Centre Highland Negley Ellsworth"
).split()
BRITISH_STREETS = "Street Street Street Road Road Lane Place Terrace Crescent Row Square Avenue Close Grove".split()
AMERICAN_STREETS = "Street Street Avenue Avenue Boulevard Road Drive Place Lane".split()
AMERICAN_CITIES = ("new york|new york city", "los angeles|la", "hollywood|west hollywood", "santa monica|", "atlanta|",
    "san francisco|s.f.", "las vegas|", "pasadena|", "beverly hills|los angeles", "brooklyn|new york", "studio city|los angeles")  # fmt: skip
CUISINES = (
    "italian|french|american|american (new)|californian|chinese|japanese|thai|indian|mexican|southwestern|seafood|"
    "steakhouses|delis|coffee shops|asian|greek|mediterranean|continental|cajun|barbecue|hamburgers|pizza|vietnamese"
).split("|")
SERVICES = (
    "Lunch Club|Befriending|Debt Advice|Food Bank|Community Garden|Walking Group|Chair Yoga|Knit and Natter|Men's Shed|"
    "Women's Group|Parent and Toddler Group|Youth Club|Homework Club|English Classes|Digital Skills|Job Club|CV Workshop|"
    "Counselling|Bereavement Support|Carers Support Group|Carers Assessment|Dementia Cafe|Memory Cafe|Stroke Support Group|"
    "Stop Smoking Service|Weight Management|Exercise on Referral|Swimming Lessons|Family Support|Domestic Abuse Support|"
    "Housing Advice|Benefits Advice|Welfare Rights|Energy Advice|Community Transport|Shopping Service|Handyperson Service|"
    "Home Library Service|Meals on Wheels|Respite Care|Day Centre|Supported Living|Advocacy|Mental Health Support|"
    "Crisis Cafe|Peer Support Group|Art Therapy|Singing for Wellbeing|Community Choir|Drama Group|Dance Class|Tai Chi|"
    "Pilates|Bowls Club|Football Training|Holiday Activities|Breakfast Club|After School Club|Nursery|Playgroup|"
    "Speech and Language Therapy|Health Visiting|Midwifery|Sexual Health Clinic|Needle Exchange|Drop-in|Warm Space|"
    "Repair Cafe|Clothes Bank|Baby Bank|Furniture Project|Credit Union|Volunteering Opportunities|Volunteer Driving|"
    "Legal Advice Clinic|Immigration Advice|Refugee Support|LGBT+ Group|Veterans Breakfast|Faith Group|Prayer Meeting|"
    "Allotments|Nature Walks|Cycling Group|Couch to 5k|Sight Loss Support|Hearing Aid Clinic|Sign Language Course"
).split("|")
ORGANISATIONS = (
    "Age Concern {place}|{place} Community Association|{place} Council for Voluntary Service|Friends of {place}|"
    "{place} Methodist Church|St {saint}'s Church|{place} Family Hub|{place} Children's Centre|{place} Library|"
    "Citizens Advice {place}|The {adjective} {noun} Project|{noun} Trust|{surname} Foundation|Mind in {place}|"
    "{place} Carers Centre|{place} Leisure Centre|{place} Borough Council|{place} and {other} NHS Foundation Trust|"
    "{place} Housing Association|{noun} Housing|{place} Youth Zone|YMCA {place}|{place} Sports Trust|{adjective} {noun} CIC|"
    "{place} Islamic Centre|{place} Women's Centre|Hope for {place}|{place} Foodbank|{surname} House|Home-Link {place}|"
    "{number} {place} Scout Group|{number} {place} Guides|{number} {place} Brownies"
).split("|")
COURSES = (
    "Watercolour|Pottery|Spanish|French|Conversational Italian|Guitar|Creative Writing|First Aid|Food Hygiene|Excel|"
    "Computing|Photography|Cake Decorating|Sewing|Upholstery|Bricklaying|Maths|English|Yoga|Pilates|Mindfulness|"
    "Understanding Anxiety|Confidence Building|Sleep Well|Drawing|Family History|Gardening|Cookery|Ukulele|Zumba"
).split("|")
