"""Every role: its name, one sentence, and what it may do in the admin.

What a role may do with a matter is said by ``<app>/rules.py``; here stand only the model permissions that
the admin asks for. They are kept in ``auth.Group`` by :func:`sync_groups`.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

from congress.enums import Role


@dataclass(frozen=True)
class RoleDefinition:
    """``permissions`` are "app.model: actions" rows; ``admin`` opens the admin to the role."""

    role: Role
    sentence: str
    admin: bool = False
    permissions: tuple = ()

    @property
    def codenames(self):
        """Pairs (app label, codename)."""
        for row in self.permissions:
            model, actions = row.split(": ")
            app, name = model.split(".")
            for action in actions.split():
                yield app, f"{action}_{name}"


OFFICE_TABLES = (
    "congress.jurisdiction: view",
    "congress.officerules: view add change",
    "congress.unit: view add change",
    "congress.formername: view add change delete",
    "congress.profile: view add change",
    "congress.term: view add change",
    "congress.holiday: view",
    "congress.session: view add change",
    "congress.meeting: view",
    "congress.agendaitem: view change delete",
    "congress.headingmapping: view delete",
    "congress.meetingmapping: view delete",
    "congress.markmapping: view delete",
    "deputies.deputy: view add change",
    "deputies.seat: view add change",
    "deputies.seatpost: view change",
    "deputies.suspension: view",
    "deputies.vacancy: view",
    "deputies.employment: view change",
    "deputies.honour: view change delete",
    "deputies.constituency: view add change",
    "deputies.delegation: view add change",
    "deputies.deputygroup: view add change",
    "deputies.groupmembership: view add change delete",
    "deputies.station: view add change",
    "deputies.stationasset: view add change delete",
    "deputies.postedrule: view add change delete",
    "deputies.loan: view add change",
    "deputies.attendance: view",
    "deputies.speech: view",
    "deputies.activity: view",
    "deputies.participation: view",
    "deputies.cardinspection: view",
    "deputies.briefing: view",
    "deputies.higherseat: view",
    "deputies.subsidypayment: view",
    "deputies.leave: view",
    "deputies.credentialscase: view",
    "proposals.proposal: view",
    "proposals.commitment: view",
    "proposals.keysupervision: view",
    "proposals.inspection: view",
    "proposals.proposalcategory: view",
    "reception.receptionday: view",
    "reception.receptionrule: view delete",
    "reception.receptionplan: view",
    "reception.appointment: view",
    "reception.opinion: view",
    "reception.opinioncategory: view",
    "reception.wordhint: view",
    "reception.guidance: view",
    "reports.dutyreport: view",
)

ROLES = {
    definition.role: definition
    for definition in (
        RoleDefinition(
            Role.DISTRICT_OFFICE,
            "管理本区代表名册、接待和意见办理，协调区级单位，审核代表述职报告。",
            admin=True,
            permissions=(
                *OFFICE_TABLES,
                "congress.jurisdiction: add change",
                "congress.resultclass: view add change delete",
                "proposals.proposalcategory: add change",
                "reception.opinioncategory: add change",
                "reception.wordhint: add change",
                "reception.guidance: add change",
                "deputies.activitykind: view add change",
            ),
        ),
        RoleDefinition(
            Role.LOCAL_OFFICE,
            "管理本镇街的代表、接待日和群众意见，向镇街单位转办，超出权限的报区里协调。",
            admin=True,
            permissions=OFFICE_TABLES,
        ),
        RoleDefinition(
            Role.LIAISON,
            "准备接待日，登记来访和意见，核实代表的活动记录。",
        ),
        RoleDefinition(
            Role.DEPUTY,
            "接待选民、登记意见、答复选民，提出议案建议，记录自己的履职活动，撰写述职报告。",
        ),
        RoleDefinition(
            Role.UNIT_CLERK,
            "签收或退回转给本单位的意见和议案建议，拟订办理方案，书面答复。",
        ),
        RoleDefinition(
            Role.GOV_OFFICE,
            "把区里协调的事项和已受理的议案建议分给承办单位，督促按期答复。",
        ),
        RoleDefinition(
            Role.LEADER,
            "查阅本区划内的事项、履职情况和数据，不作办理。",
        ),
        RoleDefinition(
            Role.SYSADMIN,
            "管理用户、区划、节假日等系统设置，看不到业务数据。",
            admin=True,
            permissions=(
                "congress.user: view add change",
                "congress.jurisdiction: view add change",
                "congress.holiday: view add change delete",
                "congress.unit: view",
            ),
        ),
        RoleDefinition(
            Role.AUDITOR,
            "检查登录记录、个人信息查看记录和办理记录，看不到业务内容。",
            admin=True,
            permissions=(
                "axes.accessattempt: view",
                "axes.accessfailurelog: view",
                "axes.accesslog: view",
                "reception.disclosure: view",
                "reception.datachange: view",
                "deputies.libertylook: view",
                "deputies.retaliationlook: view",
                "admin.logentry: view",
            ),
        ),
    )
}


def group_of(role):
    """The group that carries the permissions of ``role``."""
    group, _ = Group.objects.get_or_create(name=Role(role).label)
    return group


def sync_groups(using="default", **kwargs):
    """Make the groups' permissions equal to the roles'. Called after each migrate and flush.

    ``post_migrate`` reaches this app before later apps have their permissions, so they are created first.
    """
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0, using=using)
    permissions = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for definition in ROLES.values():
        group, _ = Group.objects.using(using).get_or_create(name=definition.role.label)
        group.permissions.set(permissions[key] for key in definition.codenames)
