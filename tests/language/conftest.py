"""Lets the tests of the language import the glossaries and random trees that they share."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
