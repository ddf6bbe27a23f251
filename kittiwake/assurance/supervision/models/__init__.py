from kittiwake.assurance.supervision.models.personal import PersonalDraft, PersonalNote
from kittiwake.assurance.supervision.models.quality import Sample
from kittiwake.assurance.supervision.models.supervisions import Agreement, ChildPart, Supervision

__all__ = ["Agreement", "ChildPart", "PersonalDraft", "PersonalNote", "Sample", "Supervision"]
