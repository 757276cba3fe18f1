"""Bases of the forms and views of an exhibit, built from `access/exhibit_fields.py`.

Not here: markings, releases and other fields with rules of their own (`views/evidence.py`).
"""

from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field, create_model

from app.access.exhibit_fields import FIELDS, HANDLING_TEXT, OBTAINED, FieldType
from app.api.schemas import Form, LanguageCode, Line, Moment, Paragraph, Time, View, Zone

_WholeNumber = Annotated[int, Field(strict=True, ge=1, le=10**12)]
#: Types in a form and in a view.
_TYPES: Final[dict[FieldType, tuple[Any, Any]]] = {
    FieldType.LINE: (Line, str),
    FieldType.PARAGRAPH: (Paragraph, str),
    FieldType.LANGUAGE: (LanguageCode, str),
    FieldType.MOMENT: (Moment, Time),
    FieldType.ZONE: (Zone, str),
    FieldType.WHOLE_NUMBER: (_WholeNumber, int),
}

if TYPE_CHECKING:  # type checkers cannot read a class that is built
    RegistrationFields = Form
    DescriptionFields = Form
    ObtainedView = View
else:
    #: Fields stated at registration, except the handling text, which depends on the handling codes.
    RegistrationFields = create_model(
        "RegistrationFields",
        __base__=Form,
        **{
            one.name: (_TYPES[one.type][0], ...) if one.required else (_TYPES[one.type][0] | None, None)
            for one in FIELDS
            if one is not HANDLING_TEXT
        },
    )
    #: Fields that can be changed later; an omitted one stays unchanged.
    DescriptionFields = create_model(
        "DescriptionFields",
        __base__=Form,
        **{one.name: (_TYPES[one.type][0] | None, None) for one in FIELDS if one.editable},
    )
    #: Null if the reader may not read them.
    ObtainedView = create_model(
        "ObtainedView", __base__=View, **{one.name: (_TYPES[one.type][1] | None, ...) for one in OBTAINED}
    )
