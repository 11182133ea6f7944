"""How an HTML page looks: sober, for the screen and for paper; everything can be read without colour."""

from __future__ import annotations

import re

from toolbox_cli.reports.paper import Paper, Size
from toolbox_cli.reports.safe import safe

BETWEEN = " · "
MARGINS = {Size.A4: "20mm 20mm 22mm", Size.A5: "14mm 13mm 17mm"}
POINTS = {(Size.A4, False): 10.5, (Size.A4, True): 14.0, (Size.A5, False): 9.5, (Size.A5, True): 14.0}
SIGNS = {(Size.A4, False): 84, (Size.A4, True): 63, (Size.A5, False): 66, (Size.A5, True): 45}
SCREEN, SCREEN_LARGE = "100%", "125%"
_NOT_IN_STRING = re.compile(r"[^\w .,:;()·–-]")

_LOOK = """\
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 46rem; color: var(--ink); background: #fff;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  line-height: 1.5; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; text-wrap: balance; break-after: avoid; break-inside: avoid; }
h1 { font-size: 1.75em; margin-top: .4em; padding-bottom: .35em; border-bottom: 3px solid var(--accent); }
h2 { font-size: 1.3em; color: var(--accent); padding-bottom: .15em; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.08em; }
h4, h5, h6 { font-size: 1em; }
p, ul, ol, dl, table, figure, nav, .scroll { margin: 0 0 .9em; }
p, li, dd { orphans: 3; widows: 3; }
ul, ol { padding-inline-start: 1.5em; }
li { margin: .2em 0; }
li > ul { margin: .2em 0 0; }
small, .muted { font-size: .88em; color: var(--soft); }
a { color: var(--accent); }
.mark p { margin: 0 0 1rem; padding: .3em .7em; border: 1.5px solid var(--ink); font-weight: 600; width: fit-content; }
.callout { padding: .6em .9em; border: 1px solid var(--rule); border-inline-start: 5px solid var(--accent); background: var(--pale);
  break-inside: avoid; }
nav { padding: .7em 1em; border: 1px solid var(--rule); break-inside: avoid; }
nav p { margin: 0 0 .2em; }
nav ul { margin: 0; padding: 0; list-style: none; columns: 17em; column-gap: 1.5em; }
nav li { margin: 0; }
nav a { display: inline-block; padding: .15em 0; min-height: 24px; }
dl > div { display: flow-root; padding: .3em 0; border-top: 1px solid var(--rule); }
dl > div:last-child { border-bottom: 1px solid var(--rule); }
dt { float: inline-start; width: 24%; font-weight: 600; }
dd { margin: 0; margin-inline-start: calc(24% + 1em); }
ul.boxes { padding: 0; list-style: none; }
ul.boxes li { position: relative; padding-inline-start: 1.7em; break-inside: avoid; }
ul.boxes .box { position: absolute; inset-inline-start: 0; }
.box { font-size: 1.15em; line-height: 1; }
.option { display: inline-block; margin-inline-start: 1em; }
.blank { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0 .6em; min-height: 2.2em; break-inside: avoid; }
.blank .line { flex: 1 1 12em; height: 1.8em; border-bottom: 1px solid var(--ink); }
table { width: min(100%, var(--width)); table-layout: fixed; border-collapse: collapse; font-size: .92em; line-height: 1.4;
  border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink); hyphens: auto; }
th, td { padding: .35em .6em; vertical-align: top; text-align: start; border-bottom: 1px solid var(--rule); }
thead { display: table-header-group; }
thead th, thead td { border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 600; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
.scroll { overflow-x: auto; }
.broad { margin-inline: min(0px, (46rem - min(100vw - 3rem, 68rem)) / 2); }
.scroll table { min-width: var(--least); margin: 0; }
.scroll:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
figure { margin: 1.4em 0 1.8em; }
figcaption { margin-bottom: .6em; break-after: avoid; }
figure img { display: block; width: 100%; height: auto; margin-bottom: .8em; break-inside: avoid; }
hr.page { margin: 2em 0; border: 0; border-top: 1px dashed var(--soft); }
body > footer { margin-top: 2.5em; padding-top: .6em; border-top: 1px solid var(--rule); font-size: .85em; color: var(--soft); }
body > footer p { display: inline-block; margin: 0 1.5em .2em 0; }
@media (max-width: 34rem) {
  dt { float: none; width: auto; }
  dd { margin: 0; }
}
@media print {
  body { max-width: none; padding: 0; line-height: 1.35; }
  a { color: inherit; text-decoration: none; }
  .callout { background: none; }
  h1, h2, h3, h4, h5, h6 { margin: 1.1em 0 .4em; }
  h1 { margin-top: .3em; }
  p, ul, ol, dl, table, figure, nav, .scroll { margin-bottom: .6em; }
  li { margin: .1em 0; }
  dl > div { padding: .12em 0; }
  th, td { padding: .22em .5em; }
  .scroll { overflow: visible; }
  .broad { margin-inline: 0; font-size: .85em; }
  .broad th, .broad td { padding: .3em .4em; }
  .scroll table { min-width: 0; }
  hr.page { visibility: hidden; height: 0; margin: 0; border: 0; break-after: page; }
  hr.page + * { margin-top: 0; }
  @supports (app-region: none) and selector(::details-content) {
    /* such a browser prints it below each page, so not once more at the end */
    body > footer { display: none; }
  }
}
"""


STACKED = """\
dt { float: none; width: auto; }
dd { margin: 0; }
@media print {
  body { line-height: 1.28; }
  h1, h2, h3 { margin: .7em 0 .25em; padding-bottom: .05em; }
  p, ul, ol, dl, .blank { margin-bottom: .35em; }
  .mark p { margin: 0 0 .4rem; padding: .1em .5em; }
  dl > div, dl > div:last-child { padding: .08em 0; border: 0; }
  dt, dd { display: inline; }
  dt::after { content: ": "; }
  li { margin: 0; }
  .blank { min-height: 1.6em; }
  .blank .line { height: 1.3em; }
}
"""  # in large print a telephone number or web address has no room beside, and paper none below


def style(paper: Paper) -> str:
    """Return the style of the page; what stands at the top and bottom of each printed page is in it."""
    return f"""\
:root {{ color-scheme: light; --ink: #1f2328; --soft: #55595f; --rule: #c3c8ce; --pale: #f2f4f6; --accent: #1b4965;
  font-size: {SCREEN_LARGE if paper.large else SCREEN}; }}
{_LOOK}{STACKED if paper.large else ""}@media print {{ :root {{ font-size: {POINTS[paper.size, paper.large]:g}pt; }} }}
{_page(paper)}"""


def foot(paper: Paper) -> tuple[str, ...]:
    """Return what stands at the bottom: the footer, and the status when the footer does not say it."""
    said = set(re.findall(r"\w+", " ".join(paper.footer).lower()))
    return paper.footer if paper.status.value in said else (*paper.footer, paper.status.value.capitalize())


def _page(paper: Paper) -> str:
    """The mark above every page but the first, where it stands in the page itself; the footer and the page number below each."""
    start, end = ("right", "left") if paper.rtl else ("left", "right")
    font = "font: 8.5pt/1.3 system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; color: #55595f;"
    above = f"  @top-{start} {{ content: {_string(paper.mark)}; {font} }}\n" if paper.mark else ""
    return f"""\
@page {{ size: {paper.size.value} portrait; margin: {MARGINS[paper.size]};
{above}  @bottom-{start} {{ content: {_string(BETWEEN.join(foot(paper)))}; width: 85%; text-align: {start}; {font} }}
  @bottom-{end} {{ content: counter(page) " / " counter(pages); width: 15%; text-align: {end}; {font} }}
}}
@page :first {{ @top-{start} {{ content: none; }} }}
"""


def _string(text: str) -> str:
    """The text as a string in CSS, in which no sign can end the string or the style."""
    return '"' + _NOT_IN_STRING.sub(lambda found: f"\\{ord(found.group()):x} ", safe(text)) + '"'
