"""Reading other people's files: spreadsheets and text lists in, plain typed values out.

Nothing here knows Django or the database. A file becomes a `Source` (checked before anything is parsed), a
source becomes `Table`s, a table's columns are matched to a `Layout`'s fields, and each row becomes values with,
where one is doubtful, a sentence saying why. What cannot be read safely is refused with one sentence that says
what is wrong and how to mend it. Deciding what a value means for a child's record is the importer's work.
"""
