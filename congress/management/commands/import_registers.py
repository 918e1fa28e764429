"""Take over an office's registers from the command line."""

import json
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from congress import rules
from congress.models import User
from congress.registers.area import UnknownDistrict
from congress.registers.importer import importer_of, importers
from congress.registers.office import area_for, mappings_for, set_heading, set_marks
from congress.registers.report import Outcome, Severity
from congress.registers.takeover import done_by, open_book, rolled_back, take_over


LEFT_OUT, SHOWN_WORDS = "不计", 8
ENDINGS = {".xlsx", ".xlsm", ".xls", ".csv", ".txt", ".et"}


class Command(BaseCommand):
    requires_system_checks = [Tags.models]  # those of the addresses would load every page, and the printing
    help = "接收登记表：代表名册、选区划分表、承办单位通讯录等。一个文件要么全部导入，要么一行也不导入。"

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="文件或文件夹")
        parser.add_argument("--only", metavar="种类", help="只导入这些登记表，用逗号隔开，如 roster,units")
        parser.add_argument("--jurisdiction", metavar="名称", help="登记表属于哪个区县；不写则从标题中认")
        parser.add_argument("--create", action="store_true", help="区县、镇街不存在时新建")
        parser.add_argument(
            "--term",
            action="append",
            default=[],
            metavar="届次",
            help="标题没有写届次时用：--term 9，或 --term 石坎镇=15；@后写本届第一天："
            "--term 9@2022-01-12；可写多次",
        )
        parser.add_argument(
            "--mark",
            action="append",
            default=[],
            metavar="标记=意思",
            help="表里的标记、说法是什么意思，如 --mark ○=出席、--mark 较满意=基本满意；考勤可写出席、迟到、"
            "早退、请假、缺席、不计，接待登记可写类别、处理方式、满意度；记住后以后导入不用再写；可写多次",
        )
        parser.add_argument(
            "--heading",
            action="append",
            default=[],
            metavar="表头=意思",
            help="考勤表里没有认出的表头是什么意思：--heading 开幕会=2025-01-12上午、"
            "--heading 第一天=2025-01-12上午第一次全体会议，或者栏目、不导入，如 --heading 房号=不导入；"
            "记住后以后导入不用再写；可写多次",
        )
        parser.add_argument("--report", metavar="文件", help="把结果和问题清单写入这个 JSON 文件")
        parser.add_argument("--dry-run", action="store_true", help="只预览，不保存")
        parser.add_argument("--user", metavar="用户名", help="以哪个用户的名义导入")

    def handle(self, *args, **options):
        if User._meta.db_table not in connection.introspection.table_names():
            raise CommandError("数据库还没有建好，请先运行 manage.py migrate。")
        kinds = self._kinds(options["only"])
        user = self._user(options["user"])
        if options["report"]:
            self._check_writable(Path(options["report"]))
        books = [
            open_book(path, path.name, chosen=chosen)
            for path, chosen in self._files(map(Path, options["paths"]))
        ]
        with rolled_back() if options["dry_run"] else nullcontext(), done_by(user):
            report = self._take_over(books, kinds, options, user)
        if options["report"]:
            content = json.dumps(report.as_dict(), ensure_ascii=False, indent=1)
            Path(options["report"]).write_text(content, encoding="utf-8")
        self._print(report, dry_run=options["dry_run"])
        if report.problems:
            raise CommandError("；".join(problem.rstrip("。") for problem in report.problems) + "。")

    def _take_over(self, books, kinds, options, user):
        numbers, starts = self._terms(options["term"])
        marks = self._marks(options["mark"])
        headings = self._headings(options["heading"])
        try:
            with transaction.atomic():
                area = area_for(
                    books,
                    options["jurisdiction"],
                    create=options["create"],
                    numbers=numbers,
                    starts=starts,
                    user=user,
                )
        except UnknownDistrict as error:
            raise CommandError(str(error)) from error
        self._check_user(user, area)
        for kind, meanings in marks.items():
            set_marks(area.office, kind, meanings)
        for importer, heading, meaning in headings:
            set_heading(area.office, importer.register.kind, heading, meaning)
        return take_over(books, area, kinds=kinds, mappings=mappings_for(area.office))

    def _kinds(self, only):
        labels = {importer.register.kind: importer.register.label for importer in importers()}
        if only is None:
            return None
        kinds = set(only.replace("，", ",").split(","))
        for unknown in kinds - set(labels):
            known = "、".join(f"{kind}（{label}）" for kind, label in labels.items())
            raise CommandError(f"没有“{unknown}”这种登记表，可以导入的是：{known}。")
        return kinds

    def _marks(self, written):
        """By kind of register: writing → meaning of the marks told, "" does not count."""
        marks, known, told_of = {}, [], set()
        for importer in importers() if written else ():
            meanings = importer.meanings_of()
            labels = {str(label): key for key, label in meanings.items()}
            if fresh := [label for label in labels if label not in told_of]:
                shown = "、".join(fresh[:SHOWN_WORDS])
                known.append(f"{shown}等" if len(fresh) > SHOWN_WORDS else shown)
                told_of.update(fresh)
            for text in written if labels else ():
                writing, _, meaning = text.rpartition("=")
                if writing and (meaning in labels or meaning == LEFT_OUT):
                    marks.setdefault(importer.register.kind, {})[writing] = labels.get(meaning, "")
        understood = {writing for told in marks.values() for writing in told}
        for text in written:
            if text.rpartition("=")[0] not in understood:
                words = "，".join([*known, LEFT_OUT])
                raise CommandError(f"标记“{text}”看不懂，请写成 ○=出席 的样子；意思可写{words}。")
        return marks

    def _headings(self, written):
        """(importer, heading, fields of a MeetingMapping, or column key, "" for none) of what was told."""
        found = []
        for importer in importers():
            if not importer.register.open_ended:
                continue
            keys = {column.label: column.key for column in importer.register.columns} | {"不导入": ""}
            for text in written:
                heading, _, meaning = text.partition("=")
                told = keys.get(meaning, importer.meeting_of(heading, meaning))
                if not heading or told is None:
                    raise CommandError(
                        f"表头“{text}”看不懂，请写成 开幕会=2025-01-12上午 的样子，或写成 房号=不导入；"
                        f"也可以写栏目：{'、'.join(key for key in keys if key != '不导入')}。"
                    )
                found.append((importer, heading, told))
        return found

    def _terms(self, written):
        """The numbers and the first days of terms by the name of the place."""
        numbers, starts = {}, {}
        for text in written:
            place, _, told = text.rpartition("=")
            number, _, day = told.partition("@")
            if not number.isdecimal():
                raise CommandError(f"届次“{text}”看不懂，请写数字，如 --term 9 或 --term 石坎镇=15。")
            numbers[place] = int(number)
            if day:
                starts[place] = self._day(day)
        return numbers, starts

    def _day(self, text):
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise CommandError(f"日期“{text}”看不懂，请写成 2022-01-12 的样子。") from error

    def _check_writable(self, path):
        """Refuse a report that could not be written before anything is imported."""
        is_new = not path.exists()
        try:
            with path.open("a", encoding="utf-8"):
                pass
        except OSError as error:
            raise CommandError(
                f"结果不能写入“{path}”，还没有导入。请检查文件夹是否存在、是否有写入权限，再重新导入。"
            ) from error
        if is_new:
            path.unlink()

    def _user(self, username):
        user = User.objects.filter(username=username).first()
        if username and not user:
            raise CommandError(f"没有用户名为“{username}”的用户。")
        return user

    def _check_user(self, user, area):
        place, office = area.own or area.district, area.district.office_name
        if user and not (rules.can_take_over(user) and user.works_for(place)):
            raise CommandError(f"“{user.username}”不能导入{place}的登记表，请用{office}的账号。")

    def _files(self, paths):
        """(path, whether it was named itself) of every file; a folder gives what looks like a register."""
        found = []
        for path in paths:
            if path.is_dir():
                inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in ENDINGS)
                found += [(file, False) for file in inside if not file.name.startswith(("~$", "."))]
            elif path.exists():
                found.append((path, True))
            else:
                raise CommandError(f"没有“{path}”这个文件或文件夹，请检查路径。")
        if not found:
            raise CommandError("文件夹里没有 Excel 或 csv 文件，请检查路径。")
        return found

    def _print(self, report, *, dry_run):
        say = self.stdout.write
        for notice in report.notices:
            say(notice)
        for note in report.sheets:
            say(note.message)
            if note.kind:
                counts = report.counts_of(note)
                say("  " + "，".join(f"{Outcome(key).label}{count}行" for key, count in counts.items()))
            for heading in note.unknown if note.values else ():
                meaning = f"{note.missing[0]} " if note.missing else "2025-01-12上午（哪一场会议）"
                known = f"--heading {heading}={meaning}或 --heading {heading}=不导入"
                say(f"没有认出的栏“{heading}”：{note.values[heading] or '没有标记'}。请加 {known}。")
        for defect in report.defects:
            place = f"{defect.file} {defect.sheet or ''}".strip()
            say(f"[{Severity(defect.level).label}] {place}：{defect.message}")
        for mark in report.marks:
            meaning = next(iter(importer_of(mark.kind).meanings_of(mark.group).values()))
            known = f"请加 --mark {mark.writing}={meaning} 等说明后再导入"
            say(f"没有认出的标记“{mark.writing}”：{mark.where}。{known}。")
        total = "，".join(f"{Outcome(key).label}{count}行" for key, count in report.counts.items())
        say(f"合计：{total}。" + ("以上为预览，没有保存。" if dry_run else ""))
