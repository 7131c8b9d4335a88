"""What all tests share: how Hypothesis searches, and which programs a test may ask for."""

import os
import shutil

import pytest
from hypothesis import HealthCheck, settings

# A loaded machine is neither a slow test nor a slow strategy, so nothing is timed.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Every change is tried on the same examples, few enough to wait for; "thorough" is for the night.
settings.register_profile(
    "ci",
    settings.get_profile("dev"),
    max_examples=30,
    derandomize=True,
    database=None,
    print_blob=True,
)
settings.register_profile("thorough", settings.get_profile("dev"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

PROGRAMS = ("dot", "chromium", "chromedriver", "java")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run insist on the programs without which some tests skip."""
    parser.addoption(
        "--require-programs",
        action="store_true",
        help=f"fail, rather than skip, where {' or '.join(PROGRAMS)} is missing",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make one marker a program."""
    for program in PROGRAMS:
        config.addinivalue_line("markers", f"{program}: needs the {program} program")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is missing, or fail where the run insists on it."""
    for program in PROGRAMS:
        if item.get_closest_marker(program) and shutil.which(program) is None:
            if item.config.getoption("--require-programs"):
                pytest.fail(f"the {program} program is missing", pytrace=False)
            pytest.skip(f"the {program} program is missing")
