"""What the county keeps: every library in the order of the tabs, the only list to extend."""

from fj_desktop.core.catalog import Catalog
from fj_desktop.core.field import Library
from fj_desktop.libraries.alumni import Alumnus
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.libraries.chains import Chain
from fj_desktop.libraries.companies import Company
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
from fj_desktop.libraries.scenarios import Scenario
from fj_desktop.libraries.staff import Staff
from fj_desktop.libraries.towns import Town
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
    Company,
    Person,
    Staff,
    Unit,
    Town,
    Chain,
    Office,
)

BESIDE: tuple[Library, ...] = (Attachment, Verdict, View)
"""Records without a tab: stored, captured, undone and exchanged like those of a library."""

CATALOG = Catalog(LIBRARIES, BESIDE)
