"""An extension of griffe: records of attrs show how they are made, as classes with an `__init__` of their own do."""

from __future__ import annotations

from typing import Any

from griffe import Attribute, Class, Extension, Function, Parameter, ParameterKind, Parameters


class AttrsRecords(Extension):
    """Gives each record the `__init__` that attrs makes of its annotated fields."""

    def on_class(self, *, cls: Class, **kwargs: Any) -> None:
        """Add the `__init__`, once the members of the class are known."""
        decorators = [str(decorator.value) for decorator in cls.decorators]
        if any(text.startswith("attrs.frozen") for text in decorators):
            keyword_only = any("kw_only=True" in text for text in decorators)
            cls.set_member("__init__", _init(cls, keyword_only))


def _init(cls: Class, keyword_only: bool) -> Function:
    kind = ParameterKind.keyword_only if keyword_only else ParameterKind.positional_or_keyword
    members = [member for member in cls.members.values() if isinstance(member, Attribute)]
    fields = [each for each in members if each.annotation and "property" not in each.labels]
    own = Parameter("self", kind=ParameterKind.positional_or_keyword)
    given = [_parameter(field, kind) for field in fields if not field.name.startswith("_")]
    return Function("__init__", parameters=Parameters(own, *given), returns=None, parent=cls)


def _parameter(field: Attribute, kind: ParameterKind) -> Parameter:
    """A field as a parameter; what a call gives as its default is not shown."""
    default = "..." if "(" in str(field.value) and str(field.value) != "()" else field.value
    return Parameter(field.name, annotation=field.annotation, kind=kind, default=default)
