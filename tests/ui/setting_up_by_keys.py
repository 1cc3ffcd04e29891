"""Setting up by keys: the lead's workspace, a colleague admitted by voice, and the set-up pack."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from evidencekit.clock import Clock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.operations import unlock
from evidencekit.operations.unlock import Created, NewWorkspace
from tests.inspection.hands import Hands
from tests.inspection.stage import AREA, FRAMEWORK
from tests.ui.by_keys import ByKeys, name_of
from tests.ui.keys import focused, press, type_words
from ui.places.hand_over import HandOver
from ui.places.set_up import Make
from ui.places.set_up_code import SetUpCode
from ui.places.team import Team
from ui.places.team_parts import Digits

LEAD, INSPECTOR = "Judith Marsh", "Rosa Quint"
WORDS = "lantern otter maple canyon drift"
HERS = "rosa.evidence"


def sets_up(judith: ByKeys, home: Path) -> None:
    """Go through the four steps as the lead; the recovery code is typed from the paper."""
    judith.app.session.home = home
    judith.app.session.make_workspace = _cheaply(judith.clock)
    judith.presses("Set up this laptop")
    judith.types("Your name", LEAD)
    judith.tabs_to("Inspector")
    press(Qt.Key.Key_Right)
    assert name_of(focused()) == "Lead inspector"
    judith.types("Inspectorate", "Ofsted")
    judith.types("Local authority area", AREA)
    judith.presses("Continue")
    type_words(WORDS)
    press(Qt.Key.Key_Return)
    type_words(WORDS)
    press(Qt.Key.Key_Return)
    judith.settles()
    page = judith.page
    assert isinstance(page, SetUpCode)
    paper = page.shown.text()
    judith.presses("I have written it down")
    type_words(" ".join(paper.split()))
    press(Qt.Key.Key_Return)
    judith.settles()
    judith.presses("Open my notes")


def brings_a_card(hands: Hands, stick: Path) -> tuple[Path, str]:
    """Let an inspector make her workspace and a join card; give it, and the digits she reads."""
    stick.mkdir()
    hands.passphrases[HERS] = WORDS
    hands.do("new", HERS, "--framework", FRAMEWORK, "--area", AREA, "--name", INSPECTOR,
             "--inspectorate", "hmic", "--role", "inspector")  # fmt: skip
    card = stick / "rosa.card"
    return card, hands.ask("join-card", HERS, card)["digits"]


def admits(judith: ByKeys, card: Path, digits: str) -> str:
    """Admit somebody by the digits heard; give the lead's own, as they stand on the screen."""
    judith.commands("Team")
    page = judith.page
    assert isinstance(page, Team)
    page.choose_file = lambda _near, _question, then: then(card)
    judith.presses("Admit a colleague")
    judith.types("Digits you hear", digits.replace(" ", ""))
    press(Qt.Key.Key_Return)
    judith.settles()
    assert f"{INSPECTOR} is on the roster." in page.notice.words
    (mine, *_) = page.findChildren(Digits)
    return mine.words().removeprefix("Your 30 digits: ").replace(", ", " ")


def hands_over_the_pack(judith: ByKeys, stick: Path) -> Path:
    """Make the set-up pack that is offered next."""
    judith.presses("Make the pack")
    page = judith.page
    assert isinstance(page, HandOver)
    page.choose_folder = lambda _near, _question, then: then(stick)
    judith.presses("Sign and save bundle")
    (pack,) = [each for each in stick.iterdir() if each.suffix != ".card"]
    return pack


def is_in_the_team(hands: Hands, pack: Path, digits: str) -> None:
    """Let the inspector pin the lead by the digits heard; she stands on the roster."""
    hands.do("pin", HERS, pack, "--digits", digits)
    roster = hands.ask("roster", HERS)
    found = {each["name"]: each["role"] for each in roster["members"]}
    assert found == {LEAD: "lead", INSPECTOR: "inspector"}


def _cheaply(clock: Clock) -> Make:
    def make(folder: Path, new: NewWorkspace) -> Created:
        return unlock.create_workspace(folder, replace(new, cost=TEST_COST), clock=clock)

    return make
