"""What people are told has happened to their work."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from congress import clock


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A message is read by its recipient alone."""
        return self.filter(recipient=user)

    def unread(self):
        return self.filter(read_at=None)


class Message(models.Model):
    """One sentence to one person about a step that somebody else took; written by ``congress.messages``.

    What is to be done stands on the desk; a message says what happened, and leads to the record.
    """

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="收件人", on_delete=models.CASCADE, related_name="messages"
    )
    sentence = models.TextField("内容")
    url = models.CharField("链接", max_length=200)
    sent_at = models.DateTimeField("时间", default=clock.now, editable=False)
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "消息"
        verbose_name_plural = "消息"
        ordering = ["-sent_at", "-pk"]
        indexes = [
            models.Index(fields=["recipient", "-sent_at"], name="message_recipient_sent"),
            models.Index(fields=["recipient"], condition=Q(read_at=None), name="message_unread"),
        ]

    def __str__(self):
        return self.sentence
