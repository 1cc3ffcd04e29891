"""What the evidence says together: pure answers from one frozen snapshot."""
