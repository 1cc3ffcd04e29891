"""Loading pyrage when it is first used."""

import subprocess
import sys

from evidencekit.crypto.age_library import age_library


def test_an_identity_and_its_recipient_can_be_made() -> None:
    identity = age_library().x25519.Identity.generate()
    assert str(identity).startswith("AGE-SECRET-KEY-1")
    assert str(identity.to_public()).startswith("age1")


def test_importing_the_envelope_does_not_load_pyrage() -> None:
    asked = "import sys, evidencekit.crypto.envelope; print('pyrage' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
