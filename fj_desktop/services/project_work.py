"""The part of an unlocked desk that follows projects: gates, dispatch, queue, papers, trips, handovers."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fj_desktop.services.announce import Announcer
    from fj_desktop.services.benefits import BenefitService
    from fj_desktop.services.board import BoardService
    from fj_desktop.services.chain_map import ChainMapService
    from fj_desktop.services.dispatch.service import DispatchService
    from fj_desktop.services.drawing import DrawService
    from fj_desktop.services.duties import DutyService
    from fj_desktop.services.handovers import HandoverService
    from fj_desktop.services.identity import Identity
    from fj_desktop.services.leaving import LeavingGate
    from fj_desktop.services.offers import OfferService
    from fj_desktop.services.papers.service import PaperService
    from fj_desktop.services.parcels import ParcelService
    from fj_desktop.services.posts import PostService
    from fj_desktop.services.project_story import StoryService
    from fj_desktop.services.publishing import PublishService
    from fj_desktop.services.queue.service import QueueService
    from fj_desktop.services.record_view import ViewService
    from fj_desktop.services.records import RecordService
    from fj_desktop.services.tracking import TrackingService
    from fj_desktop.services.trips import TripService
    from fj_desktop.services.weekly import WeeklyService
    from fj_desktop.store.transactions import Store


class ProjectWork:
    """Services of projects, each loaded when first used; the desk gives what they need."""

    _store: "Store"
    identity: "Identity"
    announcer: "Announcer"
    records: "RecordService"
    view: "ViewService"
    gate: "LeavingGate"

    @cached_property
    def dispatch(self) -> "DispatchService":
        """What the week, month, quarter and year look like."""
        from fj_desktop.services.dispatch.service import DispatchService

        return DispatchService(self._store, self.identity, self.gate)

    @cached_property
    def board(self) -> "BoardService":
        """Projects as cards by stage."""
        from fj_desktop.services.board import BoardService

        return BoardService(self._store, self.identity.office)

    @cached_property
    def weekly(self) -> "WeeklyService":
        """The week of this office as a form."""
        from fj_desktop.services.weekly import WeeklyService

        return WeeklyService(self._store, self.identity, self.records, self.gate)

    @cached_property
    def offers(self) -> "OfferService":
        """What fits whom."""
        from fj_desktop.services.offers import OfferService

        return OfferService(self._store)

    @cached_property
    def parcels(self) -> "ParcelService":
        """Plots held for projects."""
        from fj_desktop.services.parcels import ParcelService

        return ParcelService(self._store, self.identity, self.announcer)

    @cached_property
    def story(self) -> "StoryService":
        """A project's whole story."""
        from fj_desktop.services.project_story import StoryService

        return StoryService(self._store, self.identity, self.view, self.board)

    @cached_property
    def chain_map(self) -> "ChainMapService":
        """The maps of the chains."""
        from fj_desktop.services.chain_map import ChainMapService

        return ChainMapService(self._store, self.identity, self.gate)

    @cached_property
    def publishing(self) -> "PublishService":
        """Issues of the two lists."""
        from fj_desktop.services.publishing import PublishService

        return PublishService(self._store, self.identity, self.announcer, self.records)

    @cached_property
    def queue(self) -> "QueueService":
        """What waits today."""
        from fj_desktop.services.queue.service import QueueService

        return QueueService(self._store, self.identity)

    @cached_property
    def tracking(self) -> "TrackingService":
        """The stages of projects; loaded when first used."""
        from fj_desktop.services.tracking import TrackingService

        return TrackingService(self._store, self.identity, self.announcer)

    @cached_property
    def papers(self) -> "PaperService":
        """Documents of one page; loaded when first used."""
        from fj_desktop.services.papers.service import PaperService

        return PaperService(self._store, self.identity, self.gate, self.tracking, self.offers)

    @cached_property
    def trips(self) -> "TripService":
        """The evening sheet of a trip."""
        from fj_desktop.services.trips import TripService

        return TripService(self._store, self.identity, self.announcer)

    @cached_property
    def handovers(self) -> "HandoverService":
        """What a leaver looks after goes to a colleague."""
        from fj_desktop.services.handovers import HandoverService

        return HandoverService(self._store, self.identity, self.announcer)

    @cached_property
    def duties(self) -> "DutyService":
        """Who leads and answers for which clause."""
        from fj_desktop.services.duties import DutyService

        return DutyService(self._store, self.identity, self.gate)

    @cached_property
    def drawing(self) -> "DrawService":
        """Experts by lot."""
        from fj_desktop.services.drawing import DrawService

        return DrawService(self._store, self.identity, self.announcer)

    @cached_property
    def posts(self) -> "PostService":
        """Signing in at a post."""
        from fj_desktop.services.posts import PostService

        return PostService(self._store, self.identity, self.records)

    @cached_property
    def benefits(self) -> "BenefitService":
        """What a year's money brought."""
        from fj_desktop.services.benefits import BenefitService

        return BenefitService(self._store, self.identity, self.announcer)
