"""Write the golden papers of a destruction again; only ever for a new version of the format."""

from pathlib import Path

from evidencekit.bundle import certificate as certificates
from evidencekit.operations import certificate_text
from tests.evidencekit.bundle.papers import certificate, confirmation, proposal
from tests.evidencekit.bundle.team import signing_key

HERE = Path(__file__).parent


def make() -> None:
    mine, made = proposal(), certificate()
    (HERE / "v1-proposal.json").write_bytes(mine.encode())
    (HERE / "v1-confirmation.json").write_bytes(confirmation(mine).encode())
    text = certificate_text.of(made, "v1-certificate.json").encode()
    for name, content in (("v1-certificate.json", made.encode()), ("v1-certificate.txt", text)):
        (HERE / name).write_bytes(content)
        (HERE / f"{name}.sig").write_text(certificates.sign(content, signing_key("Ben")))


if __name__ == "__main__":
    make()
