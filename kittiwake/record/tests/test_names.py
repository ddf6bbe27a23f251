import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kittiwake.record.matching import display_name, parts, split_name
from kittiwake.record.matching.diminutives import FORMS, GROUPS, are_forms_of_one_name


@pytest.mark.parametrize(
    ("listed", "shown"),
    [
        ("MCDONALD-SMITH", "McDonald-Smith"),
        ("mcdonald", "McDonald"),
        ("MACDONALD", "MacDonald"),
        ("MACKENZIE", "MacKenzie"),
        ("MACEY", "Macey"),
        ("MACHIN", "Machin"),
        ("O'BRIEN", "O'Brien"),
        ("O’NEILL", "O’Neill"),
        ("D'SOUZA", "D'Souza"),
        ("SHA'NIA", "Sha'nia"),
        ("DE SOUZA", "De Souza"),
        ("VAN DER BERG", "van der Berg"),
        ("ZOË", "Zoë"),
        ("İBRAHİM", "İbrahim"),
        ("NG", "Ng"),
        ("AJ", "AJ"),
        ("ST JOHN", "St John"),
        ("  AISHA   JANE ", "Aisha Jane"),
        ("McDonald", "McDonald"),
        ("van der Berg", "van der Berg"),
        ("LaToya", "LaToya"),
        ("", ""),
    ],
)
def test_a_name_from_a_list_in_capitals_is_shown_as_people_write_it(listed, shown):
    assert display_name(listed) == shown


@settings(max_examples=500)
@given(st.text(st.characters(categories=["L", "Zs"], include_characters="-'’"), max_size=25))
def test_showing_a_shown_name_changes_nothing(name):
    assert display_name(display_name(name)) == display_name(name)


@given(st.text("abcMO'- cZ", max_size=20))
def test_showing_a_name_changes_only_its_capitals_and_spaces(name):
    assert display_name(name).casefold() == " ".join(name.split()).casefold()


@pytest.mark.parametrize(
    ("written", "forenames", "surname"),
    [
        ("MCDONALD-SMITH, AISHA JANE", "Aisha Jane", "McDonald-Smith"),
        ("Smith, Aisha", "Aisha", "Smith"),
        ("SMITH Aisha Jane", "Aisha Jane", "Smith"),
        ("VAN DER BERG Jan", "Jan", "van der Berg"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("AISHA SMITH", "Aisha", "Smith"),
        ("Tom O Brien", "Tom", "O Brien"),
        ("Van Dijk", "Van", "Dijk"),
        ("A Smith", "A", "Smith"),
        ("NG Aisha", "Aisha", "Ng"),
        ("AJ Smith", "AJ", "Smith"),
        ("Ash", "", "Ash"),
        ("", "", ""),
    ],
)
def test_a_whole_name_is_split_as_it_was_written(written, forenames, surname):
    assert split_name(written) == (forenames, surname)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Zoë-Marie", ("zoe", "marie")),
        ("O’Brien", ("obrien",)),
        ("O Brien", ("obrien",)),
        ("Mac Donald", ("mcdonald",)),
        ("Mack", ("mack",)),
        ("Øyvind Łuk", ("oyvind", "luk")),
        ("Αθηνά", ("αθηνα",)),
        ("---", ()),
    ],
)
def test_what_people_write_differently_is_left_out_of_comparing(written, compared):
    assert parts(written) == compared


@given(st.text(max_size=25))
def test_comparing_takes_no_notice_of_capitals_or_ends(name):
    assert parts(f"  {name} ") == parts(name) == parts(name.casefold())


@pytest.mark.parametrize(
    ("one", "other", "forms"),
    [
        ("bill", "william", True),
        ("mo", "mohammed", True),
        ("charlie", "charlotte", True),
        ("charlie", "charles", True),
        ("charles", "charlotte", False),
        ("aisha", "noor", False),
        ("nobody", "nobody", False),
    ],
)
def test_short_forms_and_spellings_of_one_name(one, other, forms):
    assert are_forms_of_one_name(one, other) is forms
    assert are_forms_of_one_name(other, one) is forms


def test_the_table_of_forms_is_written_as_names_are_compared():
    for line in FORMS.split("\n"):
        assert len(line.split()) == len(set(line.split())), line
    assert all(parts(name) == (name,) for name in GROUPS)
