"""Keys, signatures, envelopes: the only user of cryptography, pyrage and keyring.

Nothing here knows what evidence is: bytes come in, bytes go out.
"""
