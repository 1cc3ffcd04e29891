"""The rehearsal inspection of Amberford: invented people, staged through operations only."""
