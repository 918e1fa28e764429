"""Static files out of installed npm packages: the files that ``NPM_ASSETS`` names and no others."""

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage


class NpmFinder(BaseFinder):
    """Serve ``NPM_ASSETS = {package: [files]}`` under ``npm/<package>/<file>``.

    Whole packages hold thousands of files that no page uses; collecting them takes minutes.
    """

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=settings.BASE_DIR / "node_modules")
        self.storage.prefix = "npm"

    def find(self, path, find_all=False, **kwargs):
        """Return the file's path on disk, or a list when all are asked for; empty when not named."""
        prefix, _, wanted = path.partition("/")
        names = self._names() if prefix == self.storage.prefix else ()
        found = [self._installed(name) for name in names if name == wanted]
        return found if find_all or not found else found[0]

    def list(self, ignore_patterns):
        """Yield each named file with its storage; raise ImproperlyConfigured where one is missing."""
        for name in self._names():
            self._installed(name)
            yield name, self.storage

    def _names(self):
        return [f"{package}/{file}" for package, files in settings.NPM_ASSETS.items() for file in files]

    def _installed(self, name):
        if not self.storage.exists(name):
            raise ImproperlyConfigured(f"缺少静态文件 node_modules/{name}，请先运行 script/bootstrap 安装。")
        return self.storage.path(name)
