"""The process apart: takes one file and one question by pipe, gives one answer, and ends."""
