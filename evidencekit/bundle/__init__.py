"""The one file that leaves the laptop: what it holds, how it is made and how it is trusted."""
