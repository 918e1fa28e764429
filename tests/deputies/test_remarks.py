from datetime import date

import pytest

from deputies.enums import EndGround
from deputies.remarks import Remark, parse_remark, start_known_to


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("", Remark()),
        ("连任", Remark(reelected=True)),
        ("非连任", Remark()),
        ("2025年1月13日补选", Remark(by_elected=True, starts_on=date(2025, 1, 13))),
        ("2024年3月补选", Remark(by_elected=True, starts_on=date(2024, 3, 1))),
        ("补选（2024年3月）", Remark(by_elected=True, starts_on=date(2024, 3, 1))),
        ("2024年6月辞职", Remark(ends_on=date(2024, 6, 30), end_ground=EndGround.RESIGNED)),
        ("2025.3 辞职", Remark(ends_on=date(2025, 3, 31), end_ground=EndGround.RESIGNED)),
        ("二〇二五年二月辞职", Remark(ends_on=date(2025, 2, 28), end_ground=EndGround.RESIGNED)),
        (
            "连任；2025年8月病逝",
            Remark(reelected=True, ends_on=date(2025, 8, 31), end_ground=EndGround.DIED),
        ),
        (
            "2023年12月调离本区，代表资格终止",
            Remark(ends_on=date(2023, 12, 31), end_ground=EndGround.MOVED),
        ),
        (
            "因工作调动 2024年5月迁出",
            Remark(ends_on=date(2024, 5, 31), end_ground=EndGround.MOVED),
        ),
        (
            "2024年3月补选，2025年5月6日责令辞职",
            Remark(
                by_elected=True,
                starts_on=date(2024, 3, 1),
                ends_on=date(2025, 5, 6),
                end_ground=EndGround.ORDERED_TO_RESIGN,
            ),
        ),
        ("2025-04-30资格终止", Remark(ends_on=date(2025, 4, 30))),
        ("现居望云街道", Remark()),
        ("调离", Remark(doubt="“调离”没有写明年月，按在任导入")),
        ("2025年13月辞职", Remark(doubt="“辞职”没有写明年月，按在任导入")),
    ],
)
def test_parse_remark(text, remark):
    assert parse_remark(text) == remark


@pytest.mark.parametrize(
    ("text", "day", "known_to"),
    [
        ("2024年3月补选", date(2024, 3, 1), "month"),
        ("2024年3月1日补选", date(2024, 3, 1), "day"),
        ("2024年3月补选", date(2024, 3, 18), "day"),
        ("连任", date(2022, 1, 12), "day"),
        ("", None, None),
    ],
)
def test_start_known_to(text, day, known_to):
    assert start_known_to(text, day) == known_to
