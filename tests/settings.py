"""The product's own settings, in a throw-away data folder."""

import atexit
import os
import shutil
import tempfile

# Each worker has a folder of its own: one that travels in time throws away what it takes for old files.
if "ALONGSIDE_DATA" not in os.environ or "PYTEST_XDIST_WORKER" in os.environ:
    os.environ["ALONGSIDE_DATA"] = tempfile.mkdtemp(prefix="alongside-tests-")
    atexit.register(shutil.rmtree, os.environ["ALONGSIDE_DATA"], ignore_errors=True)
os.environ.setdefault("ALONGSIDE_SECRET_KEY", "only-for-tests")
os.environ.setdefault("ALONGSIDE_DEMONSTRATION", "yes")

from alongside.config.settings import *  # noqa: E402, F403

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405  a server's thread keeps no connection when a test is over
