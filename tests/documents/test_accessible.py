"""Every HTML document looked at by axe-core in a browser: no finding against WCAG 2.2 AA."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from every_block import every_paper
from helpers import CATALOGUE, ROOT

from toolbox_cli.cli.plan_given import Asked, dossier_of, given_for
from toolbox_cli.reports.html import to_html
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.plan import Wanted, papers
from toolbox_cli.reports.plan_kinds import Format, Kind
from toolbox_cli.reports.reader import Reader

pytestmark = pytest.mark.slow

LITTLE_KNOWN = "toolbox: antwoorden\nversion: 1\nanswers:\n  frequentie: wekelijks\n  gedrag: [winkeldiefstal]\n"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--virtual-time-budget=20000",
)  # fmt: skip
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """
<script>{axe}</script><script>
axe.run(document, {{runOnly: {{type: "tag", values: {rules}}}}}).then(found => {{
  const node = document.createElement("pre");
  node.id = "axe-report";
  const told = found.violations.map(one => [one.id, one.help, one.nodes.slice(0, 3).map(item => item.html.slice(0, 200))]);
  node.textContent = JSON.stringify({{passes: found.passes.length, violations: told}});
  document.body.appendChild(node);
}});
</script>
"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core; its folder is in TOOLBOX_AXE."""
    path = Path(os.environ.get("TOOLBOX_AXE", "node_modules/axe-core")) / "axe.min.js"
    if shutil.which("chromium") and path.is_file():
        return path.read_text("utf-8")
    if os.environ.get("TOOLBOX_DOCUMENTS"):
        pytest.fail(f"chromium or {path} is not there")
    pytest.skip("needs Chromium and axe-core: set TOOLBOX_AXE to the folder of axe-core")


def findings(paper: Paper, axe: str, folder: Path) -> list[object]:
    """What axe-core finds in a page, as a browser shows it."""
    page = folder / f"{paper.name}.html"
    script = RUN.format(axe=axe.replace("</script", "<\\/script"), rules=json.dumps(RULES))
    allowing = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", to_html(paper))  # a document itself runs nothing
    page.write_text(allowing.replace("</body>", f"{script}</body>"), "utf-8")
    command = ["chromium", *FLAGS, f"--user-data-dir={folder / 'browser'}", "--dump-dom", page.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=180, check=True).stdout
    report = re.search(r'<pre id="axe-report">(.*?)</pre>', shown, re.DOTALL)
    assert report, f"axe-core did not report on {paper.name}"
    found = json.loads(unescape(report[1]))
    assert found["passes"] > 10
    violations: list[object] = found["violations"]
    return violations


def all_papers(path: Path) -> list[Paper]:
    given = given_for(CATALOGUE, path, ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml", no_profile=False)
    made = papers(CATALOGUE, dossier_of(CATALOGUE, given, Asked(tuple(Kind), tuple(Reader), tuple(Format))), Wanted(tuple(Kind)))
    return [paper for paper in made if not re.fullmatch(r"meldkaart-.*-a4", paper.name)]


@pytest.mark.parametrize("name", ["bekende-persoon-station", "plan-voorbeeld", "bijna-niets-bekend"])
def test_no_document_has_a_finding_against_wcag(name: str, axe: str, tmp_path: Path) -> None:
    path = ROOT / "examples" / f"{name}.yaml"
    if not path.exists():
        path = tmp_path / f"{name}.yaml"
        path.write_text(LITTLE_KNOWN, "utf-8")

    made = all_papers(path)

    assert len(made) >= 7
    assert {paper.name: found for paper in made if (found := findings(paper, axe, tmp_path))} == {}


def test_no_kind_of_block_has_a_finding_against_wcag(axe: str, tmp_path: Path) -> None:
    assert findings(every_paper(), axe, tmp_path) == []


def test_a_page_with_a_fault_is_found(axe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself works: a picture without an alternative text is a finding."""
    good = to_html(every_paper())
    monkeypatch.setitem(findings.__globals__, "to_html", lambda _: re.sub(r' alt="[^"]*"', "", good))

    assert any("image-alt" in str(found) for found in findings(every_paper(), axe, tmp_path))
