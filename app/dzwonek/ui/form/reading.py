"""The open draft with everything that stands in the form's fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.domain.report import Draft
    from dzwonek.ui.form.body import Body
    from dzwonek.ui.form.person import PersonBar
    from dzwonek.ui.form.picture_desk import PictureDesk


def draft_as_shown(draft: Draft, person: PersonBar, body: Body, pictures: PictureDesk) -> Draft:
    """Give the draft as it stands in the form."""
    matter = body.matter()
    return replace(
        draft,
        host=person.host(),
        reporter=person.agent(),
        kind=matter.kind,
        customer=matter.customer,
        ours=matter.ours,
        occurred_at=matter.occurred_at,
        activity=matter.activity,
        scope=body.concern.scope(),
        others=body.concern.others(),
        description=body.description.toPlainText(),
        occurrence=body.often(),
        pictures=pictures.notes(),
        when_typed=body.when.not_understood(),
    )
