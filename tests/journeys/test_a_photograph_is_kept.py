"""A recent photograph and a letter come from a telephone, are found and looked at, and one of them is struck out."""

from __future__ import annotations

from kittiwake.primitives.documents.tests import files


def test_a_photograph_is_kept_and_looked_at(visitor, site, tmp_path) -> None:
    photograph, letter = tmp_path / "IMG_2041.jpg", tmp_path / "From the school.pdf"
    photograph.write_bytes(files.picture(size=(1200, 1600), colour=(90, 140, 160)))
    letter.write_bytes(files.PDF)
    ash = site.children["ash"]

    # Given a worker at the page of a child
    worker = visitor("worker")
    worker.opens(f"/children/{ash}/documents/")
    worker.sees("No document or photograph is kept here yet")
    worker.presses("Add a photograph or document")

    # When they choose two files, and forget to say what they are
    worker.page.locator("input[type=file]").set_input_files([photograph, letter])
    worker.sees("2 of 2 sent.")
    assert not worker.page.get_by_role("button", name="Try again").is_visible()
    worker.is_sent_back("Add them")
    worker.sees("Select what it is")

    # Then both are still there; the letter is kept, and the photograph stands on the child's page
    already = worker.page.get_by_role("group", name="Files you have sent already")
    already.get_by_label("IMG_2041.jpg").uncheck()
    worker.chooses("What is it?", "Letter or email")
    worker.presses("Add them")
    worker.presses("Add a photograph or document")
    worker.page.get_by_label("IMG_2041.jpg").check()
    worker.chooses("What is it?", "Recent photograph")
    worker.types("What is it called?", "At the seaside")
    worker.enters_day("Which day is it from?", "1", "11", "2026")
    worker.presses("Add them")
    worker.sees("From the school")
    worker.opens(f"/children/{ash}/")
    worker.sees("Recent photograph")
    picture = worker.page.get_by_alt_text("At the seaside")
    assert picture.evaluate("each => each.complete && each.naturalWidth") == 1200
    picture.click()
    worker.looks_right()
    worker.opens(f"/children/{ash}/chronology/")
    worker.sees("Document: At the seaside")

    # And the letter, which is another child's, is struck out
    worker.opens(f"/children/{ash}/documents/")
    worker.follows("From the school")
    with worker.page.expect_download() as coming:
        worker.page.get_by_role("button", name="Download the file").click()
    assert coming.value.suggested_filename == "From the school.pdf"
    worker.follows("It is wrong: strike it out")
    worker.types("Why is it wrong?", "It is about another child")
    worker.presses("Strike it out")
    worker.sees("It is about another child")
