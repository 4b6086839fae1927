"""The tables of the directory, one HSDS family a file."""

from directory.models.contact import Contact, Phone
from directory.models.cost_option import CostOption
from directory.models.duplicate import DuplicatePair, MatchKey, MatchProfile, MatchVersion, PairStatus
from directory.models.everyday_word import EverydayVersion, EverydayWord
from directory.models.feed import Feed
from directory.models.language import Language
from directory.models.location import Accessibility, Address, Location
from directory.models.mistake import MistakeReport
from directory.models.organization import Organization, OrganizationIdentifier
from directory.models.periodic_task import PeriodicTask
from directory.models.provenance import ImportRun, RecordSource, RunStatus, SourceRecord
from directory.models.revision import ChangeStatus, ProposedChange, Revision, SearchChange
from directory.models.schedule import Schedule
from directory.models.search_miss import SearchMiss
from directory.models.service import Service
from directory.models.service_area import ServiceArea
from directory.models.service_at_location import ServiceAtLocation
from directory.models.taxonomy import Attribute, Taxonomy, TaxonomyTerm

__all__ = [
    "Accessibility",
    "Address",
    "Attribute",
    "ChangeStatus",
    "Contact",
    "CostOption",
    "DuplicatePair",
    "EverydayVersion",
    "EverydayWord",
    "Feed",
    "ImportRun",
    "Language",
    "Location",
    "MatchKey",
    "MatchProfile",
    "MatchVersion",
    "MistakeReport",
    "Organization",
    "OrganizationIdentifier",
    "PairStatus",
    "PeriodicTask",
    "Phone",
    "ProposedChange",
    "RecordSource",
    "Revision",
    "RunStatus",
    "Schedule",
    "SearchChange",
    "SearchMiss",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "SourceRecord",
    "Taxonomy",
    "TaxonomyTerm",
]
