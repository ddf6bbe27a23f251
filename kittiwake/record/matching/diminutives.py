"""First names that stand for each other: short forms, and spellings of one name. Small on purpose.

A pair that is missing costs a candidate; a pair that is wrong costs a worker's minute. Neither decides anything.
"""

from __future__ import annotations

FORMS = """
abdul abdullah abdallah abdulla
abigail abi abby abbie gail
adam adem adham
ahmed ahmad ahmet
aisha ayesha aysha aaisha aishah ayisha
alexander alex alec sandy xander lex alexandru
alexandra alex lexi lexie sandra sandy alexa
alfred alfie fred
alison ali alisha
amelia amy millie milly mia
andrew andy drew andrei andrej
anthony tony ant antony
archibald archie
arthur art artie
benjamin ben benny benji
bradley brad
cameron cam
catherine katherine kathryn catharine kate katie katy cathy kathy kat katarzyna kasia
charles charlie charley chaz
charlotte charlie lottie lotte
christina christine chris chrissy tina
christopher chris kit topher
connor conor conner
daniel dan danny daniyal
david dave davey dawid
dominic dom dominik
edward ed eddie ted teddy ned
eleanor ellie elle nell nora ella
elizabeth elisabeth liz lizzie beth betty eliza libby elsie ellie
emily em emmy millie
ethan eitan
fatima fatimah fatma
frances fran frankie francesca
frederick fred freddie freddy
gabriel gabe
gabrielle gabby gabi gabriella
george georgie
georgina georgia georgie gina
gregory greg
hannah hanna
harold harry hal
henry harry hal hank
hussein hussain husayn hossein
ibrahim ebrahim abraham
isaac ishaq isaak
isabella isabel isabelle bella izzy issy belle
jacob jake jakub kuba
jack jackson jak
james jim jimmy jamie jay
jasmine jas jasmin yasmin yasmine yasmeen
jennifer jen jenny
jessica jess jessie
jonathan john jon jonny
john johnny jack jon jan
joseph joe joey jo yusuf yousef yusef youssef
joshua josh
kayleigh kaylee kayley kayla
kimberley kim kimberly
laurence lawrence larry laurie
leonard leo len lenny
lillian lily lilly lillie
lucas luke lukasz luca luka
madeleine maddie maddy madeline madison
margaret maggie meg peggy margo daisy
mariam maryam miriam maria mary
matthew matt matty mateusz matei
maxwell max maximilian maksym
megan meg
michael mike mick mikey mickey michal mihai
mohammed muhammad mohamed mohammad muhammed mohamad mohamud muhammet mo md
natalie nat nataliya natalia
nathaniel nathan nat nate
nicholas nick nicky nikolas nicolas
nicola nicky nikki nicole
oliver ollie olly
olivia liv livvy
omar umar omer
oscar oskar
patricia pat trish tricia patsy
patrick pat paddy
peter pete piotr
philip phillip phil
rebecca becky becca bex rebekah
reece rhys reese
reginald reggie reg
richard rick rich ricky dick
robert rob bob bobby robbie bert
ronald ron ronnie
samantha sam sammy
samuel sam sammy
sarah sara sally
sean shaun shawn
sophia sophie sofia zofia
stephen steven steve stevie stefan
susan sue susie suzanne
theodore theo teddy ted
theresa teresa terri tess
thomas tom tommy tomasz
timothy tim timmy
tobias toby
valentina val
veronica ronnie
victoria vicky tori vikki wiktoria
vincent vinny vince
william will bill billy liam willy
yusra yousra
zachary zach zac zak zack
zainab zaynab zeinab zeynep
"""

GROUPS: dict[str, frozenset[int]] = {}
for number, line in enumerate(FORMS.split("\n")):
    for name in line.split():
        GROUPS[name] = GROUPS.get(name, frozenset()) | {number}


def are_forms_of_one_name(one: str, other: str) -> bool:
    """Both as `names.parts` gives them."""
    return bool(GROUPS.get(one, frozenset()) & GROUPS.get(other, frozenset()))
