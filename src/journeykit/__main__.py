"""Lets ``python -m journeykit`` run the command line."""

import sys

from journeykit.cli import main

sys.exit(main())
