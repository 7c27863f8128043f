"""What the scripts of a page work on: one frozen value for each tool, and nothing of its looks.

The web writes a value as one JSON element beside the tool's markup; its keys are the fields' names.
"""

from __future__ import annotations

from handbook.document.inline import node


@node
class SourceSwitch:
    """Shows only what sources say."""


ToolData = SourceSwitch
