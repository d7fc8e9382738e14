"""The editor's folder, for files no honest person writes."""

from editing.conftest import drafted, editor

__all__ = ["drafted", "editor"]
