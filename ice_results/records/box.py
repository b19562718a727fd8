"""Places in a picture."""

from __future__ import annotations

import attrs


@attrs.frozen
class Box:
    """A rectangle in pixels as given, the origin at the top left.

    QuerySmarttagJob: `position {leftTop, rightBottom}` and `bbox [x1, y1, x2, y2]`.
    """

    left: float
    top: float
    right: float
    bottom: float
