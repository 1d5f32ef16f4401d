"""What the county keeps: every library in the order of the tabs, the only list to extend."""

from fj_desktop.core.catalog import Catalog
from fj_desktop.core.field import Library
from fj_desktop.libraries.alumni import Alumnus
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.libraries.chain_work.members import ForceMember
from fj_desktop.libraries.chain_work.nodes import ChainNode
from fj_desktop.libraries.chain_work.targets import ChainTarget
from fj_desktop.libraries.chain_work.task_forces import TaskForce
from fj_desktop.libraries.chains import Chain
from fj_desktop.libraries.companies import Company
from fj_desktop.libraries.deciding.assessments import Assessment
from fj_desktop.libraries.deciding.decisions import Decision
from fj_desktop.libraries.deciding.opinions import DepartmentOpinion
from fj_desktop.libraries.deciding.votes import Vote
from fj_desktop.libraries.dispatching.agenda import AgendaItem
from fj_desktop.libraries.dispatching.benefit_reviews import BenefitReview
from fj_desktop.libraries.dispatching.call_rounds import CallRound
from fj_desktop.libraries.dispatching.list_issues import ListIssue
from fj_desktop.libraries.dispatching.meetings import Meeting
from fj_desktop.libraries.dispatching.problems import Problem
from fj_desktop.libraries.dispatching.resolutions import Resolution
from fj_desktop.libraries.entrepreneurs import Entrepreneur
from fj_desktop.libraries.experts import Expert
from fj_desktop.libraries.funding import FundingNeed
from fj_desktop.libraries.hometown import Townsman
from fj_desktop.libraries.knowledge import Knowledge
from fj_desktop.libraries.land import Land
from fj_desktop.libraries.offices import Office
from fj_desktop.libraries.opportunities import Opportunity
from fj_desktop.libraries.outposts import Outpost
from fj_desktop.libraries.people import Person
from fj_desktop.libraries.performing.checks import PerformanceCheck
from fj_desktop.libraries.performing.commitments import Commitment
from fj_desktop.libraries.performing.contracts import Contract
from fj_desktop.libraries.performing.exits import ExitCase
from fj_desktop.libraries.performing.ledger import LedgerEntry
from fj_desktop.libraries.scenarios import Scenario
from fj_desktop.libraries.serving.funds import Fund
from fj_desktop.libraries.serving.investments import Investment
from fj_desktop.libraries.serving.requests import ServiceRequest
from fj_desktop.libraries.serving.talent_needs import TalentNeed
from fj_desktop.libraries.staff import Staff
from fj_desktop.libraries.towns import Town
from fj_desktop.libraries.tracking.emissions import Emission
from fj_desktop.libraries.tracking.handovers import Handover
from fj_desktop.libraries.tracking.leader_links import LeaderLink
from fj_desktop.libraries.tracking.letters import Letter
from fj_desktop.libraries.tracking.permits import Permit
from fj_desktop.libraries.tracking.phases import Phase
from fj_desktop.libraries.tracking.postings import Posting
from fj_desktop.libraries.tracking.progress import Progress
from fj_desktop.libraries.tracking.projects import Project
from fj_desktop.libraries.tracking.receptions import Reception
from fj_desktop.libraries.tracking.sign_ins import SignIn
from fj_desktop.libraries.tracking.stage_moves import StageMove
from fj_desktop.libraries.tracking.thresholds import Threshold
from fj_desktop.libraries.tracking.trip_stops import TripStop
from fj_desktop.libraries.tracking.trips import Trip
from fj_desktop.libraries.tracking.visits import Visit
from fj_desktop.libraries.units import Unit
from fj_desktop.libraries.verdicts import Verdict
from fj_desktop.libraries.views import View

LIBRARIES: tuple[Library, ...] = (
    Entrepreneur,
    Alumnus,
    Townsman,
    Outpost,
    Knowledge,
    FundingNeed,
    Land,
    Expert,
    Scenario,
    Opportunity,
    Project,
    Phase,
    Emission,
    Permit,
    StageMove,
    Progress,
    Visit,
    Trip,
    TripStop,
    Reception,
    Letter,
    Handover,
    LeaderLink,
    Assessment,
    Decision,
    DepartmentOpinion,
    Vote,
    Problem,
    Meeting,
    AgendaItem,
    Resolution,
    CallRound,
    ListIssue,
    BenefitReview,
    Chain,
    ChainTarget,
    ChainNode,
    TaskForce,
    ForceMember,
    ServiceRequest,
    TalentNeed,
    Fund,
    Investment,
    Contract,
    Commitment,
    PerformanceCheck,
    ExitCase,
    LedgerEntry,
    Company,
    Person,
    Staff,
    Posting,
    SignIn,
    Unit,
    Town,
    Office,
    Threshold,
)

BESIDE: tuple[Library, ...] = (Attachment, Verdict, View)
"""Records without a tab: stored, captured, undone and exchanged like those of a library."""

CATALOG = Catalog(LIBRARIES, BESIDE)
