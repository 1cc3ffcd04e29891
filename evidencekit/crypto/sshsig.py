"""OpenSSH signatures (PROTOCOL.sshsig) with Ed25519 and SHA-512, checked by stock `ssh-keygen -Y`.

One spelling is accepted, the one ssh-keygen writes: what is read is written again and compared.
"""

import base64
import binascii
import hashlib
import hmac
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from evidencekit.crypto.keys import KEY_BYTES, SigningKey, check_public
from evidencekit.errors.crypto import SignatureMismatch

NAMESPACE_BUNDLE = "evidencekit-bundle-v1"
NAMESPACE_LEDGER = "evidencekit-ledger-v1"
NAMESPACE_ROSTER = "evidencekit-roster-v1"
NAMESPACE_DISPOSAL = "evidencekit-disposal-v1"
NAMESPACE_DISCLOSURE = "evidencekit-disclosure-v1"

MAX_SIGNATURE_CHARACTERS = 4096

_MAGIC = b"SSHSIG"
_VERSION = (1).to_bytes(4, "big")
_KEY_TYPE = b"ssh-ed25519"
_HASH = b"sha512"
_SIGNATURE_BYTES = 64
_BEGIN = "-----BEGIN SSH SIGNATURE-----\n"
_END = "\n-----END SSH SIGNATURE-----\n"
_LINE = 70  # ssh-keygen breaks its lines here
_PRINCIPAL = re.compile(r"[A-Za-z0-9._@-]{1,64}")
_NAMESPACE = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")


def sign(message: bytes, key: SigningKey, namespace: str) -> str:
    """Sign a message for one purpose; gives the armoured text that ssh-keygen reads."""
    raw = key.sign(_signed_bytes(message, namespace))
    return _armour(_blob(key.public, namespace, raw))


def verify(message: bytes, signature: str, public: bytes, namespace: str) -> None:
    """Raise SignatureMismatch unless this key signed this message for this purpose."""
    check_public(public)
    raw = _raw_signature(signature, public, namespace)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(raw, _signed_bytes(message, namespace))
    except InvalidSignature as error:
        raise SignatureMismatch(why="other bytes were signed") from error


def claimed_signer(signature: str) -> bytes:
    """Give the key a signature names, to look it up; it proves nothing until `verify`."""
    start = len(_MAGIC) + len(_VERSION) + len(_string(_string(_KEY_TYPE)))
    blob = _unarmour(signature)
    key = blob[start + 4 : start + 4 + KEY_BYTES]
    if not blob.startswith(_MAGIC + _VERSION + _string(_key_blob(key))):
        raise SignatureMismatch(why="another form than Ed25519 with SHA-512")
    return key


def ssh_public(public: bytes) -> str:
    """Spell a public key as OpenSSH does: ssh-ed25519 AAAA…."""
    return f"{_KEY_TYPE.decode()} {base64.b64encode(_key_blob(public)).decode()}"


def fingerprint(public: bytes) -> str:
    """Name a public key in short, as `ssh-keygen -l` does: SHA256:…."""
    digest = hashlib.sha256(_key_blob(public)).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def allowed_signers_line(principal: str, public: bytes, namespace: str, *more: str) -> str:
    """Give one line of an allowed_signers file: who may sign, for what, with which key."""
    namespaces = (namespace, *more)
    for name in (principal, *namespaces):
        # A space or a comma in a name would turn it into options or into somebody else.
        if not _PRINCIPAL.fullmatch(name):
            raise ValueError(name)
    allowed = ",".join(namespaces)
    return f'{principal} namespaces="{allowed}" {ssh_public(public)}\n'


def _raw_signature(untrusted: str, public: bytes, namespace: str) -> bytes:
    blob = _unarmour(untrusted)
    raw = blob[-_SIGNATURE_BYTES:]
    if not hmac.compare_digest(blob, _blob(public, namespace, raw)):
        raise SignatureMismatch(why=_difference(blob, public, namespace))
    return raw


def _difference(blob: bytes, public: bytes, namespace: str) -> str:
    """Name what differs, for the person's sake only: the refusal is already certain."""
    head = _MAGIC + _VERSION
    if not blob.startswith(head):
        return "not an SSH signature of version 1"
    if not blob.startswith(head + _string(_key_blob(public))):
        return "another key"
    if not blob.startswith(head + _string(_key_blob(public)) + _string(namespace.encode())):
        return "another purpose"
    return "another form than Ed25519 with SHA-512"


def _signed_bytes(message: bytes, namespace: str) -> bytes:
    if not _NAMESPACE.fullmatch(namespace):
        raise ValueError(namespace)
    digest = hashlib.sha512(message).digest()
    fields = (namespace.encode(), b"", _HASH, digest)
    return _MAGIC + b"".join(_string(field) for field in fields)


def _blob(public: bytes, namespace: str, raw: bytes) -> bytes:
    signature = _string(_KEY_TYPE) + _string(raw)
    fields = (_key_blob(public), namespace.encode(), b"", _HASH, signature)
    return _MAGIC + _VERSION + b"".join(_string(field) for field in fields)


def _key_blob(public: bytes) -> bytes:
    if len(public) != KEY_BYTES:
        raise SignatureMismatch(why="a key of the wrong length")
    return _string(_KEY_TYPE) + _string(public)


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _armour(blob: bytes) -> str:
    text = base64.b64encode(blob).decode()
    lines = [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
    return _BEGIN + "\n".join(lines) + _END


def _unarmour(untrusted: str) -> bytes:
    if len(untrusted) > MAX_SIGNATURE_CHARACTERS:
        raise SignatureMismatch(why="too long")
    body = untrusted.removeprefix(_BEGIN).removesuffix(_END).replace("\n", "")
    try:
        blob = base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError) as error:
        raise SignatureMismatch(why="not an SSH signature") from error
    # Writing it again finds stray lines, other line lengths and spare bits in one step.
    if _armour(blob) != untrusted:
        raise SignatureMismatch(why="another spelling")
    return blob
