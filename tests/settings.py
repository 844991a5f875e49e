"""The product's own settings, in a throw-away data folder."""

import os
import tempfile

os.environ.setdefault("ALONGSIDE_DATA", tempfile.mkdtemp(prefix="alongside-tests-"))
os.environ.setdefault("ALONGSIDE_SECRET_KEY", "only-for-tests")
os.environ.setdefault("ALONGSIDE_DEMONSTRATION", "yes")

from alongside.config.settings import *  # noqa: E402, F403

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405  a server's thread keeps no connection when a test is over
