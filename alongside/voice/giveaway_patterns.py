"""What dates, times, numbers, places, names and rare roles look like when people in the UK write them. Pure.

Each pattern finds more than it should rather than less: what it finds is shown to the author, who decides. Nothing
is changed by it, and nothing is kept.
"""

from __future__ import annotations

import re

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ALSO_WORDS = r"(?:may|mar(?:ch)?)\b"  # months that are words too: only with a capital, or after 3rd or “3 of”
_TH = r"(?:st|nd|rd|th)"
_YEAR = r"(?:,?\s+(?:19|20)\d{2}\b)"
_PART = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"
_HOLIDAY = r"(?:christmas (?:day|eve)|boxing day|new year['’]?s (?:day|eve)|good friday|easter (?:sunday|monday))"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"

NUMERIC_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d{2})(?![\d/]|[.-]\d)")
DAY_AND_MONTH = re.compile(r"(?i:\b(?:on|since|from|until|till|by|before|after)\s+)(\d{1,2})/(\d{1,2})(?![\d/])")
DATES = (
    re.compile(rf"(?i)\b(?:{_DAY},?\s+)?(?:the\s+)?\d{{1,2}}{_TH}?(?:\s+of)?\s+{_MONTH}{_YEAR}?"),
    re.compile(rf"(?i)\b(?:{_DAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:{_TH}(?:\s+of)?|\s+of)\s+{_ALSO_WORDS}{_YEAR}?"),
    re.compile(rf"\b\d{{1,2}}\s+(?:May|Mar(?:ch)?)\b{_YEAR}?"),
    re.compile(rf"(?i)\b{_MONTH}\s+\d{{1,2}}{_TH}?\b(?!:){_YEAR}?"),
    re.compile(rf"\b(?:May|March)\s+\d{{1,2}}{_TH}?\b(?!:){_YEAR}?"),
    re.compile(rf"(?i)\b(?:{_MONTH}|may|march){_YEAR}"),
    re.compile(r"\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])\b"),
    re.compile(rf"(?i)\b(?:last|this|next|that|on(?:\s+the)?)\s+{_DAY}\b{_PART}"),
    re.compile(rf"(?i)\b{_DAY}\s+(?:morning|afternoon|evening|night)\b"),
    re.compile(rf"(?i)\bon\s+the\s+\d{{1,2}}{_TH}\b"),
    re.compile(rf"(?i)\b{_HOLIDAY}\b"),
    re.compile(r"(?i)\b(?:yesterday|last night|the day before yesterday)\b"),
)
TIMES = (
    re.compile(r"(?i)\b(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.?|p\.m\.?)(?!\w)"),
    re.compile(r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"),
    re.compile(r"(?i)\bat\s+(?:[01]?\d|2[0-3])\.[0-5]\d\b(?!\s*%)"),
    re.compile(r"(?i)\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:hours|hrs)\b"),
    re.compile(rf"(?i)\b(?:half|quarter|five|ten|twenty)\s+(?:past|to)\s+{_HOUR}\b"),
    re.compile(r"(?i)\bhalf\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"),
    re.compile(rf"(?i)\b{_HOUR}\s?o['’]?\s?clock\b"),
    re.compile(r"(?i)\bat\s+(?:noon|midday|midnight)\b"),
)
PHONE = re.compile(r"(?<![\w+])(?:\+44|0044|\(?0)[\d \u00a0()-]{8,18}\d(?!\d)")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@\w{3,}")
POSTCODE = re.compile(r"(?i)\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d(?!st|nd|rd|th)[ABD-HJLNP-UW-Z]{2})\b")
DISTRICT = re.compile(r"\b(?i:in|from|near|around)\s+((?:[BEGLMNSW]|[A-Z]{2})\d{1,2}[A-Z]?)\b(?!\s*\d[A-Z]{2})")

_MOST = 30  # letters of one name: without a limit, one endless word would take for ever
_CAP = rf"[A-ZÀ-ÖØ-Þ](?=[\w'’-]{{0,{_MOST}}}[a-zß-öø-ÿ])[\w'’-]{{1,{_MOST}}}"
_WORD = rf"[\w'’]{{1,{_MOST}}}"
_ROAD = r"(?:Road|Rd|Street|St|Lane|Avenue|Ave|Close|Crescent|Terrace|Grove|Mews|Drive|Gardens|Way|Court|Walk|Row)"
PLACES = (
    re.compile(rf"\b\d{{1,4}}[a-dA-D]?,?\s+(?:{_CAP}\s+){{1,3}}{_ROAD}\b"),
    re.compile(rf"\b(?!(?:The|This|That|Our|My|On|In|At|From)\s)(?:{_CAP}\s+){{1,3}}{_ROAD}\b"),
    re.compile(r"(?i)\b(?:flat|room|bed|bay|ward)\s+(?:number\s+|no\.?\s+)?\d{1,3}[a-d]?\b"),
)
NHS_NUMBER = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
NUMBERS = (re.compile(r"(?i)\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"),)
AGES = (
    re.compile(r"(?i)\b\d{1,3}[- ]year[s']*[- ]old\b"),
    re.compile(r"(?i)\baged?\s+\d{1,3}\b"),
    re.compile(r"(?i)\bI(?:['’]m| am)\s+\d{2}(?=\s*(?:[.,;!]|and\b|now\b|years\b|$))"),
)

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sister|Nurse|Matron|Rev|Reverend|Father|Sir|Dame|Lady|Lord"
    r"|Cllr|Councillor|Imam|Rabbi|Auntie|Aunt|Uncle)"
)
_KIN = (
    r"(?:son|daughter|child|mum|mam|mother|dad|father|husband|wife|partner|boyfriend|girlfriend|brother|sister|friend"
    r"|neighbour|mate|nan|gran|grandma|grandad|granddaughter|grandson|niece|nephew|cousin|carer|aunt|uncle)"
)
_WORKER = (
    r"(?:(?:key|support|social|care|night|youth|link)[ -]?worker|nurse|doctor|GP|CPN|consultant|psychiatrist"
    r"|psychologist|therapist|counsellor|manager|co-?ordinator|care co-?ordinator|receptionist|volunteer|mentor"
    r"|advocate|facilitator|worker)"
)
NAMED = (  # the first group is the name
    re.compile(rf"\b({_TITLE}\.?\s+{_CAP}(?:\s+{_CAP})?)"),
    re.compile(
        rf"(?:(?i:\b(?:my|his|her|our|their|the|a|an|your)\s+(?:{_KIN}|{_WORKER}),?"
        rf"\s+(?:is\s+)?(?:called\s+|named\s+)?))({_CAP}(?:\s+{_CAP})?)"
    ),
    re.compile(rf"(?:(?i:\b(?:called|named|name is|name['’]s)\s+))({_CAP}(?:\s+{_CAP})?)"),
)
CAPITALISED = re.compile(rf"\b{_CAP}(?:\s+{_CAP}){{0,3}}")
# names that are words too: at the beginning of a sentence they are not marked
_ALSO_WORDS_FIRST_TEXT = """
    Will Mark Grace May April June Hope Joy Rose Bill Sue Rob Art Pat Frank Dean Page Young Long White Black Brown Green
    King Day Bell Faith Ray Jack Drew Dawn Eve Iris Ivy Jade Pearl Ruby Penny Miles Max Chase An No So Do Le My He
    """
ALSO_WORDS_FIRST = frozenset(_ALSO_WORDS_FIRST_TEXT.split())
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?\n])[\s“\"'(]*$")
# common ones; those that are words too, like Will or Grace, are left out
_FIRST_NAMES_TEXT = """
    Adam Ahmed Aisha Alan Alice Ali Alison Amanda Amina Amir Amy Andrea Andrew Angela Anita Ann Anna Anne Anthony Asif
    Barbara Ben Beth Brian Callum Carol Caroline Catherine Charlotte Chloe Chris Christine Claire Colin Craig Daniel
    Darren Dave David Debbie Deborah Denise Derek Diane Donna Dorothy Edward Elaine Elizabeth Emily Emma Eric Fatima
    Fiona Gareth Gary Gemma Geoff George Gillian Graham Hannah Harry Hassan Heather Helen Hussain Ian Ibrahim Imran
    Jacqueline James Jane Janet Jason Jean Jennifer Jenny Jessica Jill Joan Joanne John Jonathan Joseph Josh Joyce
    Julia Julie Karen Kate Katie Keith Kelly Kevin Khadija Kieran Laura Lauren Lee Leanne Lesley Liam Linda Lisa Louise
    Lucy Luke Lynn Maria Marie Margaret Martin Mary Maryam Matt Matthew Maureen Megan Michael Michelle Mike Mohamed
    Mohammed Muhammad Nadia Natalie Neil Niamh Nicola Nigel Oliver Olivia Omar Pamela Patel Patricia Paul Pauline Peter
    Philip Priya Rachel Raj Rebecca Richard Robert Roger Ryan Samantha Samuel Sandra Sarah Scott Sean Shirley Siobhan
    Simon Sophie Stephen Steve Steven Stuart Susan Suzanne Thomas Tim Tina Tom Tony Tracey Tracy Valerie Victoria
    Wendy Yusuf Yvonne Zainab Zoe Alex Arthur Amelia Ella Ruby Joe Noah Sam
    """
FIRST_NAMES = frozenset(_FIRST_NAMES_TEXT.split())
_NOT_NAMES_TEXT = """
    The This That These Those They There Then When Where What Who Why How But And So She He It We You Your Our My His
    Her Their Please Thank Thanks Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April
    May June July August September October November December English British Scottish Welsh Irish Polish Urdu Punjabi
    Bengali Arabic French Muslim Christian Jewish Hindu Sikh Christmas Easter Ramadan Eid Diwali Street Road House Also
    After Before Because If In On At For From Not No Yes Nobody Somebody Everyone Last Next
    """
NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())

_NOT_PEOPLE = (
    r"(?:things?|ways?|times?|reasons?|problems?|places?|options?|choices?|answers?|differences?|questions?|bits?"
    r"|parts?|days?|help|other|bus|buses|rooms?|trouble|downside|good|bad|real|issue|issues|food|phone|number|one day)"
)
_ONE_OF = (
    r"(?:matron|chair|chairman|chairwoman|chief executive|director|receptionist|caretaker|cook|chaplain|pharmacist"
    r"|treasurer|secretary|founder|(?:ward|team|deputy|service|house|home|general|assistant|night|office) manager)"
)
ROLES = (
    re.compile(
        rf"(?i)\b(?:the|an?|my|your|his|her) only (?!{_NOT_PEOPLE}\b){_WORD}"
        rf"(?:[ -](?!(?:who|that|and|but|is|was|in|to|at|on|with)\b){_WORD}){{0,2}}"
    ),
    re.compile(rf"(?i)\bhead of (?:the )?{_WORD}"),
    re.compile(rf"(?i)\b(?:the|our|your|my) {_ONE_OF}\b"),
    re.compile(
        r"(?i)\bI(?:['’]m| am| was) (?:the|a) (?:(?:former|first|only) )?"
        r"(?:chair|chairman|chairwoman|trustee|governor|councillor|director)\b"
    ),
)
