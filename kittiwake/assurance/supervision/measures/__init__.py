from kittiwake.assurance.supervision.measures import children, first_year, supervisions

MEASURES = [*supervisions.MEASURES, *children.MEASURES, *first_year.MEASURES]
