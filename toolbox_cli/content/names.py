"""All ids by kind, for completion."""

from toolbox_cli.analysis.profile_fields import fields_of
from toolbox_cli.model.catalogue import Catalogue


def names_in(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the ids that can stand behind a command or option, by kind."""
    return {
        "measure": [*(measure.id for measure in catalogue.measures), *(form.id for form in catalogue.forms if form.variant_id)],
        "partner": [partner.id for partner in catalogue.partners],
        "practice": [practice.id for practice in catalogue.practices],
        "article": [article.id for article in catalogue.articles],
        "scheme": [scheme.id for scheme in catalogue.schemes],
        "profile": [f"{field.name}=" for field in fields_of(catalogue)],
        "setting": [f"{question.id}={option.id}" for question in catalogue.questions for option in question.options],
    }
