"""The profile as a short interview: one field at a time, every answer saved at once, Enter goes on."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

import typer

from toolbox_cli.analysis.profile_fields import CONTACTS, Field, applies, fields_of
from toolbox_cli.cli.interview import STOPPED
from toolbox_cli.cli.output import say, tell
from toolbox_cli.cli.profile import changed
from toolbox_cli.cli.profile_file import ProfileFile, save_profile
from toolbox_cli.cli.prompts import Order, line_of, move_of, words_typed
from toolbox_cli.content.profile_value import words_from
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.profile import Profile, ProfileKind, Words
from toolbox_cli.model.question import UNKNOWN
from toolbox_cli.reports.profile import full_label, text_of
from toolbox_cli.reports.words import partner_name

_HINT = {
    ProfileKind.CHOICES: "Nummers, met komma's",
    ProfileKind.NUMBER: "Aantal",
    ProfileKind.DATE: "Datum (bijvoorbeeld 12-3-2026)",
    ProfileKind.TEXT: "Tekst",
    ProfileKind.MAIL: "Mailadres",
    ProfileKind.PHONE: "Telefoonnummer",
}
_KEYS = "  Enter = houden of overslaan   w = weet ik niet   - = leegmaken\n  < = terug   stop = stoppen"


@dataclass
class _Run:
    """The state of one talk: the profile so far, where the person is, and of which partners a contact is asked."""

    catalogue: Catalogue
    file: ProfileFile
    profile: Profile
    at: int = 0
    partners: tuple[str, ...] | None = None

    def fields(self) -> list[Field]:
        """What is asked on these answers, in order; contacts only of the partners that were chosen."""
        return [
            field
            for field in fields_of(self.catalogue)
            if (field.place[1] in (self.partners or ()) if field.section == CONTACTS else applies(field, self.profile))
        ]

    def until_done(self) -> None:
        while True:
            fields = self.fields()
            if self.at >= len(fields):
                if self.partners is not None:
                    return
                self._choose_partners()
                continue
            self._one(fields[self.at], self.at == 0 or fields[self.at - 1].section != fields[self.at].section)

    def _one(self, field: Field, first: bool) -> None:
        """Put one field until it is answered, kept, or left by going back."""
        if first:
            say(f"\n{field.title}")
        _put(self.catalogue, field, self.profile.words(field.name))
        while True:
            line = line_of(f"{_HINT.get(field.fact.kind, 'Nummer')}:")
            move = move_of(line)
            if move is Order.STOP:
                raise EOFError
            if isinstance(move, int):
                self.at = max(self.at + move, 0) if move < 0 else self.at + 1
                return
            if line == "?":
                tell(field.fact.help)
            elif not line or self._take(field, line):
                self.at += 1
                return

    def _take(self, field: Field, line: str) -> bool:
        """Note what was typed and save it; False when it cannot be, with what would be right."""
        words, fault = ((), "") if line == "-" else self._read(field, line)
        if words is None:
            tell(f"Dat past niet: {fault}.")
            return False
        after, lapsed = changed(self.catalogue, self.profile, field, words)
        if after != self.profile:
            save_profile(self.catalogue, self.file, after)
        self.profile = after
        for text in lapsed:
            tell(text)
        return True

    def _read(self, field: Field, line: str) -> tuple[Words | None, str]:
        """The words that were typed, or what is wrong with them."""
        if field.asks is None:
            return words_from(self.catalogue, field, [UNKNOWN if line == "w" else line])
        words, fault = words_from(self.catalogue, field, words_typed(field.asks, line))
        if words is None and field.asks.options:
            many = "een of meer nummers" if field.fact.kind is ProfileKind.CHOICES else "één nummer"
            return None, f"kies {many} van 1 tot en met {len(field.asks.options)}, of w"
        return words, fault.replace(UNKNOWN, "w")

    def _choose_partners(self) -> None:
        """Ask of which partners a contact is noted."""
        contacts = self.catalogue.profile.contacts
        say(f"\n{contacts.title}")
        tell(contacts.text, "")
        tell(contacts.help)
        for number, name in enumerate(contacts.partners, start=1):
            mark = " (genoteerd)" if any(self.profile.words(f"{CONTACTS}.{name}.{fact.id}") for fact in contacts.facts) else ""
            say(f"  {number:>2}  {partner_name(self.catalogue, name)}{mark}")
        while True:
            line = line_of("Nummers, met komma's (Enter: geen):")
            move = move_of(line)
            if move is Order.STOP:
                raise EOFError
            if isinstance(move, int) and move < 0:
                self.at = max(self.at + move, 0)
                return
            chosen = _numbers(line, len(contacts.partners))
            if chosen is not None:
                self.partners = tuple(contacts.partners[number - 1] for number in chosen)
                return
            tell(f"Kies een of meer nummers van 1 tot en met {len(contacts.partners)}, of druk op Enter.")


def talk(catalogue: Catalogue, file: ProfileFile, profile: Profile) -> None:
    """Go through the profile; each answer is in the file before the next question."""
    tell("Gemeenteprofiel: vaste feiten van uw gemeente, die daarna voor elke zaak gelden. Noem geen namen van personen.", "")
    say(_KEYS)
    tell(f"Elk antwoord wordt meteen bewaard in {file.path}.", "")
    run = _Run(catalogue, file, profile)
    try:
        run.until_done()
    except (EOFError, KeyboardInterrupt):
        noted = "Wat u hebt ingevuld, is bewaard." if run.profile.values else "Er was nog niets ingevuld."
        tell(f"Gestopt. {noted} Verder gaan: {_again(file)}", "")
        raise typer.Exit(STOPPED) from None
    tell(f"Klaar. Bekijken: {_again(file, ' show')}", "")


def _put(catalogue: Catalogue, field: Field, words: Words) -> None:
    say()
    about = full_label(catalogue, field).removesuffix(f": {field.fact.label}")
    tell(f"{about[:1].upper()}{about[1:]}: {field.fact.text}" if about != field.fact.label else field.fact.text, "")
    tell(field.fact.help)
    for number, option in enumerate(field.asks.options if field.asks is not None else (), start=1):
        say(f"  {number:>2}  {option.label}")
    if words:
        tell(f"Er staat: {text_of(field, words)}.")


def _numbers(line: str, most: int) -> list[int] | None:
    """The numbers in a line, in order; None when one of them is no choice."""
    parts: Sequence[str] = line.replace(",", " ").replace(";", " ").split()
    if not all(part.isdecimal() and len(part) < 4 and 1 <= int(part) <= most for part in parts):
        return None
    return sorted({int(part) for part in parts})


def _again(file: ProfileFile, command: str = "") -> str:
    return f"toolbox profile{command}" + (f" --file {shlex.quote(str(file.path))}" if file.named else "")
