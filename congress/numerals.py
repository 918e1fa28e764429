"""Numbers as Chinese texts write them."""

import cn2an


SAME_ZERO = str.maketrans({"〇": "零", "○": "零"})


def chinese_int(digits):
    """The whole number that digits or Chinese numerals write: 12, 十二, 二〇二五, 两百. Raises ValueError."""
    return int(digits) if digits.isdecimal() else int(cn2an.cn2an(digits.translate(SAME_ZERO), "smart"))
