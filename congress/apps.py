from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class CongressConfig(AppConfig):
    name = "congress"
    verbose_name = "基础资料"

    def ready(self):
        """Find what each app adds to the engines; keep the groups equal to the declared roles."""
        from congress import checks, lookups, unit_register  # noqa: F401 -- what they declare is registered
        from congress.roles import sync_groups

        autodiscover_modules("desk", "figures", "messages", "registers", "search")
        post_migrate.connect(sync_groups, sender=self)
