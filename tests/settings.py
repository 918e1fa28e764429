"""The project's settings with what makes tests fast and harmless."""

import tempfile

from congress.settings import *


PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = tempfile.mkdtemp(prefix="huiyin-media-")
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

# Tests log in often and wrongly; one that is about the lock-out turns it on again.
AXES_ENABLED = False
