"""The page on which a person takes a step: one view for every workflow."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse

from congress import clock
from congress.forms import StepForm
from congress.workflow import StepNotAvailable


# What one person sends again within this time is a second click.
SAME_CLICK = timedelta(minutes=5)


def step_page(
    request,
    *,
    record,
    workflow,
    name,
    verb,
    form_class=StepForm,
    back=None,
    template_name="congress/step.html",
    context=None,
    told="",
    **kwargs,
):
    """Show the form of a step and, on POST, take it by calling ``verb(record, by=user, **cleaned_data)``.

    ``template_name`` extends ``congress/step.html``; ``kwargs`` go to the form; ``told`` is what the person
    did it to, where that reads better than the record's name after a colon. A person who may not take
    the step meets a 403; one who comes too late, or clicked twice, a sentence on the record's own page
    (``back``, by default its ``get_absolute_url``).
    """
    back = back or record.get_absolute_url()
    step = workflow.worded(workflow.steps[name], record)
    allowed, ready = step.allowed(request.user, record), record.status in step.sources
    if not (allowed and ready) and _clicked_twice(request, record, step):
        messages.info(request, "您已办过这一步，不用再办一次。")
        return redirect(back)
    if not allowed:
        raise PermissionDenied(f"您不能对此{step.label}。")
    if not ready:
        messages.error(request, workflow.refusal(step, record))
        return redirect(back)
    form = form_class(*sent(request), **kwargs)
    if form.is_valid():
        try:
            verb(record, by=request.user, **form.cleaned_data)
        except StepNotAvailable as refusal:
            messages.error(request, str(refusal))
            return redirect(back)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{step.told}{told or f'：{record}'}。")
            return redirect(back)
    page = {"record": record, "step": step, "form": form, "back": back, **(context or {})}
    return render(request, template_name, page)


def _clicked_twice(request, record, step):
    """Whether the person sends again what he has just done: it may have taken away his right to do it."""
    if request.method != "POST":
        return False
    just_now = record.events.filter(by=request.user, at__gt=clock.now() - SAME_CLICK)
    return just_now.filter(step=step.name).exists()


def sent(request):
    """What a form takes first: what was sent, be it nothing, or no arguments while it is only shown."""
    return (request.POST, request.FILES) if request.method == "POST" else ()


def add_errors(form, error):
    """Put a model's errors at the form's fields, and what has no field on top."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    for field, sentences in by_field.items():
        form.add_error(field if field in form.fields else None, sentences)


def step_links(record, steps, url_name, *, main=None, due_on=None, due_sentence="", light=None):
    """The buttons of ``_partials/_steps.html``; the primary one carries the due date.

    ``main`` names the steps that carry the work on, the most urgent first: they stand before the others,
    and only one of them is primary. Without it the order is the workflow's.
    """
    if main is not None:
        steps = sorted(steps, key=lambda step: main.index(step.name) if step.name in main else len(main))
    clock = {"due_on": due_on, "due_sentence": due_sentence, "light": light}
    links = []
    for place, step in enumerate(steps):
        primary = place == 0 and (main is None or step.name in main)
        link = {
            "label": step.label,
            "url": reverse(url_name, args=[record.pk, step.name]),
            "primary": primary,
        }
        links.append(link | (clock if primary else dict.fromkeys(clock)))
    return links
