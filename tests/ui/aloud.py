"""Read a running app over the desktop's accessibility bus, as a screen reader does."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.ui.led import WHERE

_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
_STATES = {  # bits of the bus's first word of states (AtspiStateType)
    4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 23: "selected",
    25: "showing", 30: "visible",
}  # fmt: skip
_APP = "EvidenceKit"
_PATIENCE = 500  # questions; the key comes by another way than they do

Ref = tuple[str, str]  # bus name and path


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing as the bus tells it."""

    depth: int
    role: str
    name: str
    states: frozenset[str]
    labelled: str  # asked for where there is no name, and of what has the keyboard


class Desktop:
    """A screen, a session bus, an accessibility bus, and the app on them."""

    def __init__(self, workspace: Path, passphrase: str, home: Path) -> None:
        self._stack = ExitStack()
        self._home = home
        try:
            self._begin(workspace, passphrase)
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._stack.close()

    def visit(self, screen: str) -> str:
        """Open a screen; give its title."""
        self._say(screen)
        return self._hear()

    def tab(self) -> str:
        """Press Tab as the X server sends it; give the name of what has the keyboard then."""
        before = self.visit(WHERE)
        self._xdotool("key", "Tab")
        after = before
        for _ in range(_PATIENCE):
            after = self.visit(WHERE)
            if after != before:
                break
        return after

    def nodes(self) -> Iterator[Heard]:
        """Walk what is showing, in order."""
        yield from self._walk(self._app, 0)

    def focused(self) -> list[Heard]:
        """Give what the bus says has the keyboard."""
        return [each for each in self.nodes() if "focused" in each.states]

    # -- inside

    def _begin(self, workspace: Path, passphrase: str) -> None:
        self._env = {**os.environ, "HOME": str(self._home), "XDG_RUNTIME_DIR": str(self._home)}
        self._env.pop("WAYLAND_DISPLAY", None)
        self._env["DISPLAY"] = f":{self._screen()}"
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address"])
        self._env["DBUS_SESSION_BUS_ADDRESS"] = bus.readline().strip()
        session = self._connect(self._env["DBUS_SESSION_BUS_ADDRESS"])
        self._start([_LAUNCHER, "--launch-immediately"], silent=True)
        self._env |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        to_bus = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        self._bus = self._connect(_ask(session, to_bus, "GetAddress")[0])
        self._answers = self._start([sys.executable, "-m", "tests.ui.led", str(workspace)])
        self._say(passphrase)
        self._hear()
        self._app = self._find()
        window = self._xdotool("search", "--sync", "--onlyvisible", "--name", _APP).split()[-1]
        self._xdotool("windowfocus", "--sync", window)

    def _screen(self) -> str:
        """Start a screen of its own; the server picks a free number."""
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        self._stack.callback(_stop, server)
        with os.fdopen(read, encoding="ascii") as told:
            return told.readline().strip()

    def _start(self, line: Sequence[str], *, silent: bool = False) -> Any:
        log = self._stack.enter_context((self._home / "errors.txt").open("a", encoding="utf-8"))
        started = subprocess.Popen(
            line, env=self._env, text=True, stdin=subprocess.PIPE, stderr=log,
            stdout=subprocess.DEVNULL if silent else subprocess.PIPE,
        )  # fmt: skip
        self._stack.callback(_stop, started)
        self._last = started
        return started.stdout

    def _connect(self, address: str) -> DBusConnection:
        made = open_dbus_connection(address)
        self._stack.callback(made.close)
        return made

    def _say(self, line: str) -> None:
        stdin = self._last.stdin
        assert stdin is not None
        stdin.write(f"{line}\n")
        stdin.flush()

    def _hear(self) -> str:
        heard: str = self._answers.readline()
        assert heard, (self._home / "errors.txt").read_text("utf-8")[-2000:]
        return heard.strip()

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._env, check=True, capture_output=True, text=True,
            timeout=30,
        )  # fmt: skip
        return done.stdout

    def _find(self) -> Ref:
        found = [each for each in self._children(_REGISTRY) if _APP in self._name(each)]
        assert found, "the app is not on the accessibility bus"
        return found[0]

    def _walk(self, node: Ref, depth: int) -> Iterator[Heard]:
        for child in self._children(node):
            states = self._states(child)
            if "showing" not in states:
                continue
            role, name = self._call(child, "GetRoleName")[0], self._name(child)
            is_asked = not name or "focused" in states
            yield Heard(depth, role, name, states, self._label(child) if is_asked else "")
            yield from self._walk(child, depth + 1)

    def _label(self, node: Ref) -> str:
        for kind, others in self._call(node, "GetRelationSet")[0]:
            if kind == 2 and others:
                return self._name(others[0])
        return ""

    def _children(self, node: Ref) -> list[Ref]:
        return [(each[0], each[1]) for each in self._call(node, "GetChildren")[0]]

    def _name(self, node: Ref) -> str:
        place = DBusAddress(node[1], bus_name=node[0], interface=_ACCESSIBLE)
        name: str = self._bus.send_and_get_reply(Properties(place).get("Name")).body[0][1]
        return name

    def _states(self, node: Ref) -> frozenset[str]:
        low = self._call(node, "GetState")[0][0]
        return frozenset(words for bit, words in _STATES.items() if low >> bit & 1)

    def _call(self, node: Ref, what: str) -> Any:
        return _ask(self._bus, DBusAddress(node[1], bus_name=node[0], interface=_ACCESSIBLE), what)


def _ask(bus: DBusConnection, place: DBusAddress, what: str) -> Any:
    return bus.send_and_get_reply(new_method_call(place, what)).body


def _stop(process: "subprocess.Popen[Any]") -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()
