"""What a person has been told: the list, opening one, marking all as read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import ListView

from congress import clock
from congress.models import Message
from congress.posted import posted_from


@method_decorator(never_cache, name="dispatch")
class MessageList(ListView):
    """The newest first."""

    template_name = "congress/message_list.html"
    paginate_by = 25

    def get_queryset(self):
        return Message.objects.visible_to(self.request.user)


def message_open(request, pk):
    """Lead to the page that a message is about. He reads it by opening it: this GET writes, once."""
    message = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    if message.read_at is None:
        message.read_at = clock.now()
        message.save(update_fields=["read_at"])
    return redirect(message.url)


@posted_from("message_list")
def message_read_all(request):
    count = Message.objects.visible_to(request.user).unread().update(read_at=clock.now())
    messages.success(request, f"已把{count}条消息标为已读。" if count else "没有未读的消息。")
    return redirect("message_list")
