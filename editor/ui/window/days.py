"""Which days a chart shows, on screen or in an export."""

import datetime

import msgspec


class Days(msgspec.Struct, frozen=True):
    """mode: "" all days, "day" one, "one" and "beside" what differs from an earlier."""

    mode: str = ""
    day: datetime.date | None = None
    before: datetime.date | None = None


ALL_DAYS = Days()
