"""Route that simulates who could see an exhibit after a change of rules or releases."""

from app.api.guards import MayReadRules, WritingUnit
from app.api.routing import Router
from app.api.sharing.views.simulations import SimulationForm, SimulationView, simulation_view
from app.services.sharing import simulations as service

router = Router(prefix="/api/jits/{jit}/simulations", tags=["access-rules"])


@router.post("")
async def simulate_access(session: WritingUnit, seat: MayReadRules, form: SimulationForm) -> SimulationView:
    """Simulate what each party and each of its members would see after a change. Nothing is written or recorded."""
    found, roster = await service.simulate(session, seat, form.wish())
    return simulation_view(found, roster)
