"""The tables of casework, one noun a file."""

from casework.models.consent import Consent, Purpose
from casework.models.conversation import Conversation, NotRelevant
from casework.models.look import Look
from casework.models.member import Member
from casework.models.prescription import Owner, Prescription, PrescriptionStatus, Step
from casework.models.suggestion_shown import SuggestionShown

__all__ = [
    "Consent",
    "Conversation",
    "Look",
    "Member",
    "NotRelevant",
    "Owner",
    "Prescription",
    "PrescriptionStatus",
    "Purpose",
    "Step",
    "SuggestionShown",
]
