"""A framework in words: how far it came, where it comes from, what it holds; or what is wrong."""

from pathlib import Path

from evidencekit.framework.items import Status
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.pack_files import Offered, holds
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import column
from ui.widgets.tag import Tag

STATUS = {
    Status.PROPOSED: ("Proposed", "caution"),
    Status.PILOTED: ("Piloted", "info"),
    Status.LIVE: ("Live", "ok"),
    Status.SUPERSEDED: ("Superseded", "caution"),
}
CHANGE_THEM = "Change these lines in a text editor, then choose the file again."
_MOST = 20  # lines shown of a file that is something else altogether


class PackCard(Card):
    """What a framework holds, each thing with its words beside it."""

    def __init__(self, pack: FrameworkPack, file: str = "") -> None:
        words, tone = STATUS[pack.status]
        head = flow(Tag(words, tone))
        super().__init__(Heading(pack.title, "h2"), head, gap=8)
        if file:
            self.add(label(f"From {file}", "muted", wrap=True))
        if pack.banner:
            self.add(label(pack.banner, wrap=True))
        for what, said in holds(pack):
            self.add(column(label(what, "strong"), label(said, wrap=True), gap=1))


class WrongCard(Card):
    """What keeps a file from being a framework, line by line."""

    def __init__(self, file: Path, wrong: tuple[tuple[int, str], ...]) -> None:
        super().__init__(
            Heading(f"{file.name} is not a framework yet", "h2"),
            label(CHANGE_THEM, wrap=True), tone="error", gap=8,
        )  # fmt: skip
        for line, why in wrong[:_MOST]:
            self.add(label(f"Line {line}: {why}", wrap=True))


def card_of(offered: Offered) -> Card:
    """Give the card of a chosen file."""
    if offered.found is None:
        return WrongCard(offered.path, offered.wrong)
    return PackCard(offered.found.pack, str(offered.path))
