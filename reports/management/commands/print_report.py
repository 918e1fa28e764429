"""Print annual duty reports as PDF: one deputy's, or every seat's."""

from collections import Counter
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from congress.enums import Level
from congress.management.values import number_of, year_of
from congress.models import Jurisdiction
from reports.drafting import papers
from reports.printing import filename, pdf_of
from reports.seats import begun_by, ended_before


PROGRESS_EVERY = 10


class Command(BaseCommand):
    help = (
        "打印年度述职报告（PDF）。没有写报告的，按记录打出带“草稿”字样的样稿；"
        "以前年度已经离任的，打出一句说明；不改动任何数据。"
    )

    def add_arguments(self, parser):
        parser.add_argument("--year", required=True, metavar="年度", help="如 2025")
        whom = parser.add_mutually_exclusive_group(required=True)
        whom.add_argument("--deputy", metavar="姓名", help="一名代表；--out 为文件名")
        whom.add_argument("--all", action="store_true", help="全部席位，每席一个文件；--out 为文件夹")
        parser.add_argument("--out", required=True, type=Path, metavar="路径")
        parser.add_argument("--jurisdiction", metavar="名称", help="只打印这个区划的，如 云渚区")
        parser.add_argument("--constituency", metavar="选区号", help="同名代表用选区号区分")

    def handle(self, *args, year, deputy, out, **options):
        year = year_of(year)
        seats = _seats(year, options["jurisdiction"])
        constituency = number_of(options["constituency"], "--constituency")
        if constituency is not None:
            seats = seats.filter(constituency__number=constituency)
        if deputy is None:
            self._print_all(seats, year, out)
        else:
            self._print_one(_only(seats, deputy, year, options["jurisdiction"]), year, out)

    def _print_one(self, seat, year, out):
        [paper] = papers([seat], year)
        _write(out, pdf_of(paper))
        self.stdout.write(f"已打印{seat}的{paper.title}{_mark(paper)}：{out}")

    def _print_all(self, seats, year, folder):
        if folder.exists() and not folder.is_dir():
            raise CommandError(f"{folder} 是一个文件，--all 要打印到文件夹里，请换一个路径。")
        # Those who held office that year take the plain file names.
        ready = sorted(papers(list(seats), year), key=_is_former)
        if not ready:
            raise CommandError(f"到{year}年底还没有代表任职，没有可以打印的述职报告。")
        taken = Counter()
        for number, paper in enumerate(ready, start=1):
            name = filename(paper.seat)
            taken[name] += 1
            if taken[name] > 1:
                name = f"{name.removesuffix('.pdf')}_{taken[name]}.pdf"
            _write(folder / name, pdf_of(paper))
            if number % PROGRESS_EVERY == 0 or number == len(ready):
                self.stdout.write(f"已打印 {number}/{len(ready)}")
        former = sum(map(_is_former, ready))
        final = sum(paper.final for paper in ready)
        self.stdout.write(
            f"共{len(ready)}席：正式报告{final}份，带“草稿”字样的{len(ready) - final - former}份，"
            f"{year}年以前离任的说明{former}份，都在 {folder}。{year}年以后才任职的席位不打印。"
        )


def _seats(year, name):
    if name is None:
        return begun_by(year)
    places = list(Jurisdiction.objects.filter(name=name))
    if not places:
        raise CommandError(f"没有名为“{name}”的区划，请检查名称。")
    if len(places) > 1:
        raise CommandError(f"有{len(places)}个区划都叫“{name}”，请在网页上打印。")
    return begun_by(year).within(places[0])


def _only(seats, name, year, jurisdiction):
    """The one seat of that name: held in the year if any is, in the named congress itself or the highest.

    Of somebody who held none that year it is the latest.
    """
    named = sorted(seats.named(name), key=lambda seat: seat.last_day or date.max, reverse=True)
    found = [seat for seat in named if not ended_before(seat, year)] or named
    own = [seat for seat in found if seat.term.jurisdiction.name == jurisdiction]
    found = own or found
    if len({seat.deputy_id for seat in found}) == 1:
        found = sorted(found, key=lambda seat: Level.values.index(seat.term.jurisdiction.level))[:1]
    if not found:
        raise CommandError(f"到{year}年底任过职的代表中没有“{name}”，请检查姓名。")
    if len(found) > 1:
        places = "、".join(seat.place for seat in found)
        raise CommandError(
            f"有{len(found)}个席位的代表叫“{name}”：{places}。请加 --jurisdiction 或 --constituency 指明。"
        )
    return found[0]


def _write(path, document):
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document)
    except OSError as error:
        raise CommandError(f"写不了文件 {path}，请检查路径是不是文件、有没有写入权限。") from error


def _mark(paper):
    return "" if paper.final else "（已离任）" if _is_former(paper) else "（草稿）"


def _is_former(paper):
    return paper.ended_on is not None
