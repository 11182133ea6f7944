"""The installed wheel, from another directory: its content is there, and a look-up stays light."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.content.hash import content_hash
from toolbox_cli.reports.lookups import lookup_keys

pytestmark = pytest.mark.wheel


def installed(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(os.environ["TOOLBOX_BIN"]) / arguments[0]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [program, *arguments[1:]], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        stdin=subprocess.DEVNULL, env={**environment, "COLUMNS": "80"},
    )  # fmt: skip


def test_the_main_job_runs_from_another_directory(tmp_path: Path) -> None:
    done = installed("toolbox", "analyse", "--answers", str(ROOT / "examples" / "weinig-overlast.yaml"), "--json", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["content_version"] == CATALOGUE.edition.version


def test_the_installed_content_is_the_content_of_the_checkout(tmp_path: Path) -> None:
    code = (
        "import pickle; from toolbox_cli.cli import ready; from toolbox_cli.content import load, locate;"
        "assert locate.LOOKUPS.is_file() and locate.COMPILED.is_file();"
        "made = load.load_catalogue(); read = load.read_catalogue(locate.data_folder());"
        "assert made.model_dump() == read.model_dump();"
        "from toolbox_cli.reports.lookups import compose_lookup, lookup_keys;"
        "keys = list(lookup_keys(read));"
        "assert all(ready.load_document(key) == compose_lookup(read, key) for key in keys); print(len(keys))"
    )
    done = installed("python", "-c", code, folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(list(lookup_keys(CATALOGUE)))


@pytest.mark.parametrize("arguments", [["measure", "gebiedsverbod"], ["law", "172a"], ["law"], ["law", "--mandate"], ["share"]])
def test_a_look_up_loads_neither_yaml_nor_models(arguments: list[str], tmp_path: Path) -> None:
    code = (
        f"import sys; from toolbox_cli.cli.app import run; code = run({arguments});"
        "heavy = [name for name in ('yaml', 'toolbox_cli.model.catalogue', 'toolbox_cli.content.read') if name in sys.modules];"
        "print(code, heavy)"
    )
    done = installed("python", "-c", code, folder=tmp_path)

    assert done.stdout.splitlines()[-1] == "0 []", done.stdout[-200:] + done.stderr


def test_the_installed_content_has_the_hash_of_the_checkout(tmp_path: Path) -> None:
    code = (
        "import sys; from toolbox_cli.content import hash, locate; assert locate.HASH.is_file();"
        "print(hash.content_hash_of_installation(), 'hashlib' in sys.modules, hash.content_hash(locate.data_folder()))"
    )
    done = installed("python", "-c", code, folder=tmp_path)
    made, heavy, read = done.stdout.split()

    assert made == read == content_hash(ROOT / "data"), done.stderr
    assert heavy == "False"


def test_own_content_works_with_the_installed_program(tmp_path: Path) -> None:
    assert installed("toolbox", "content", "own", "eigen", folder=tmp_path).returncode == 0
    done = installed("toolbox", "--own", "eigen", "measure", "pleinspreekuur", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "eigen inhoud van uw gemeente" in done.stdout


@pytest.mark.parametrize("typed", ["Jan Voorbeeld", "111222333", "gebeidsverb"])
def test_a_name_that_is_not_found_is_looked_at_without_yaml_or_models(typed: str, tmp_path: Path) -> None:
    code = (
        f"import sys; from toolbox_cli.cli.app import run; code = run(['measure', '{typed}']);"
        "heavy = [name for name in ('yaml', 'toolbox_cli.model.catalogue', 'toolbox_cli.content.read') if name in sys.modules];"
        "print(code in (1, 4), heavy)"
    )
    done = installed("python", "-c", code, folder=tmp_path)

    assert done.stdout.splitlines()[-1] == "True []", done.stdout[-200:] + done.stderr


def test_completion_gives_names(tmp_path: Path) -> None:
    code = (
        "import os; os.environ.update(_TOOLBOX_COMPLETE='complete_bash', COMP_WORDS='toolbox measure gebiedsv', COMP_CWORD='2');"
        "import sys; sys.argv = ['toolbox']; from toolbox_cli.cli.app import main; main()"
    )
    done = installed("python", "-c", code, folder=tmp_path)

    assert "gebiedsverbod/172a" in done.stdout.split()


EXAMPLE = str(ROOT / "examples" / "incidenten-voorbeeld.csv")


def test_without_the_libraries_for_figures_the_command_says_what_to_install(tmp_path: Path) -> None:
    done = installed("toolbox", "evidence", EXAMPLE, "--period", "2025", folder=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert "toolbox-cli[evidence]" in done.stderr


def test_figures_read_with_the_installed_libraries_are_those_of_the_checkout(tmp_path: Path) -> None:
    done = installed("toolbox", "evidence", EXAMPLE, "--period", "2025", "--json", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["registrations"][0]["total"] == 247


def test_figures_read_into_an_analysis_and_drawn(tmp_path: Path) -> None:
    drawn = installed("toolbox", "evidence", EXAMPLE, "--period", "2025", "--pictures", "figuren", folder=tmp_path)
    advised = installed(
        "toolbox", "analyse", "--evidence", EXAMPLE, "--period", "2025", "--confirm", "--rest-unknown", "--json", folder=tmp_path
    )

    assert drawn.returncode == 0, drawn.stderr
    assert list((tmp_path / "figuren").glob("*.png"))
    assert advised.returncode == 0, advised.stderr


def test_the_look_of_a_pdf_comes_along(tmp_path: Path) -> None:
    code = "from importlib.resources import files; print(len(files('toolbox_cli.reports').joinpath('paper.typ').read_bytes()))"
    done = installed("python", "-c", code, folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == (ROOT / "toolbox_cli" / "reports" / "paper.typ").stat().st_size
