"""The workflow of what hangs on a matter: a unit's part in it, a promise that it made."""

from congress.workflow import Workflow


class PartWorkflow(Workflow):
    """Matter before part: the matter's row is locked first; ``matter`` names the foreign key to it."""

    def __init__(self, *args, matter, **kwargs):
        self.matter = matter
        super().__init__(*args, **kwargs)

    def prepare(self, name, part, *, by):
        """As :meth:`Workflow.prepare`, with the matter locked before its part."""
        matters = part._meta.get_field(self.matter).related_model._base_manager
        key = getattr(part, f"{self.matter}_id")
        matters.select_for_update(of=("self",)).values_list("pk").get(pk=key)
        return super().prepare(name, part, by=by)
