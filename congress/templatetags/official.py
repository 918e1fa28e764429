"""How official documents write dates, ordinals and running text (GB/T 9704-2012, domain.md D8)."""

import cn2an
from django import template

from congress.calendar import chinese_date
from congress.text import paragraphs


register = template.Library()

_YEAR_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


@register.filter
def arabic_date(day):
    """Return a date as official documents write it, 2025年3月20日, without zero padding."""
    return chinese_date(day) if day else ""


@register.filter
def numerals_date(day):
    """Return a date in Chinese numerals, 二〇二五年十二月三十一日, as many duty reports still have it."""
    if not day:
        return ""
    year = str(day.year).translate(_YEAR_DIGITS)
    return f"{year}年{cn2an.an2cn(day.month)}月{cn2an.an2cn(day.day)}日"


@register.filter
def numeral(number):
    """Return a positive whole number in Chinese numerals for headings: 3 → 三, 12 → 十二."""
    return cn2an.an2cn(number)


register.filter("paragraphs", paragraphs)
