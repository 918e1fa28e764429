"""The project's settings with what makes tests fast and harmless."""

from congress.settings import *


PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Tests log in often and wrongly; one that is about the lock-out turns it on again.
AXES_ENABLED = False

# What a page hands to the worker is done before the page answers.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
