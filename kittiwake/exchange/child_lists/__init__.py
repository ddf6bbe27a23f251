"""Ofsted's child-level lists (Annex A) of any day, made from the record: the workbook an inspector asks for first.

    with acting_as(person):
        lists = lists_of_the_day(Viewer(person), on)
        write(lists, file)

The lists' columns, codes and spellings are those of `formats/annex_a`, which reads the same workbook.
"""
