"""The editor's folder, for files no honest person writes."""

from editing.conftest import editor

__all__ = ["editor"]
