"""What a report's line can be counted by."""

from __future__ import annotations

from collections.abc import Mapping

MEASURED_BY: Mapping[str, str] = {
    "service_level": "answered_in_target",
    "bot_containment": "bot_resolution",
    "digital_resolution": "settled_online",
    "satisfaction": "csat",
    "effort": "ces",
    "on_time": "on_time_delivery",
    "appointments": "appointments_kept",
}
"""What a line is counted by, where it is called otherwise."""
COUNTED = (
    "answered_in_target",
    "speed_of_answer",
    "abandonment",
    "handle_time",
    "first_contact_resolution",
    "containment",
    "bot_resolution",
    "settled_online",
    "form_completion",
    "self_service",
    "on_time_delivery",
    "refunds_in_target",
    "fill_rate",
    "csat",
    "ces",
    "nps",
    "appointments_kept",
)
"""The measures that something in a journey counts for or against."""
METRICS = (*MEASURED_BY, *COUNTED)
"""Every name of a line that the debrief reads again."""
