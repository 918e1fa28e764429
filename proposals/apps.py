from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ProposalsConfig(AppConfig):
    name = "proposals"
    verbose_name = "议案建议"

    def ready(self):
        """Find what the floors above add to a proposal's page."""
        autodiscover_modules("panels")
