from kittiwake.assurance.supervision.models.personal import PersonalDraft, PersonalNote
from kittiwake.assurance.supervision.models.quality import Sample
from kittiwake.assurance.supervision.models.supervisions import ChildPart, Supervision, SupervisionAgreement

__all__ = ["ChildPart", "PersonalDraft", "PersonalNote", "Sample", "Supervision", "SupervisionAgreement"]
