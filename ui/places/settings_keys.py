"""Settings: the ways into these notes, when each was last seen to, and how to change them."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from evidencekit.operations import keys
from evidencekit.operations.keys import Done
from ui.places.settings_code import NewRecoveryCode, RecoveryDrill
from ui.places.settings_passphrase import ChangePassphrase
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label

_SAID = {
    Done.PASSPHRASE: "Passphrase changed {when}.",
    Done.CODE: "Recovery code replaced {when}.",
    Done.DRILL: "Recovery code tried {when}: it opened the notes.",
}
_NEVER_TRIED = "The recovery code was not tried since these notes were set up."


class KeysCard(Card):
    """Three ways to look after the keys, each on a page of its own."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(gap=12)
        self._workplace = workplace
        self.told = label("", "muted", wrap=True)
        self.change = button(
            "Change the passphrase", lambda: self._open(ChangePassphrase), icon="lock-keyhole"
        )
        self.replace = button(
            "New recovery code", lambda: self._open(NewRecoveryCode), icon="key-round"
        )
        self.drill = button(
            "Try the recovery code", lambda: self._open(RecoveryDrill), icon="shield-check"
        )
        self.add(label("Ways into these notes", "h2"))
        self.add(self.told)
        self.add(flow(self.change, self.replace, self.drill))
        self.read()

    def read(self) -> None:
        """Read again when each was last done."""
        self._workplace.ask(self, keys.last, self._show)

    def _open(
        self, page: type[ChangePassphrase] | type[NewRecoveryCode] | type[RecoveryDrill]
    ) -> None:  # fmt: skip
        self._workplace.open_page(page(self._workplace))

    def _show(self, last: Mapping[Done, str]) -> None:
        zone = ZoneInfo(self._workplace.zone)
        said = [
            words.format(
                when=f"{datetime.fromisoformat(last[done]).astimezone(zone):%d/%m/%Y %H:%M}"
            )
            for done, words in _SAID.items()
            if done in last
        ]
        if Done.DRILL not in last and Done.CODE not in last:
            said.append(_NEVER_TRIED)
        self.told.setText("\n".join(said))
