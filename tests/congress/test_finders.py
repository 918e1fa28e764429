import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured

from congress.finders import NpmFinder


@pytest.fixture
def package(settings, tmp_path):
    """An installed package of two files, one of which is named."""
    settings.BASE_DIR = tmp_path
    settings.NPM_ASSETS = {"box": ["dist/box.css"]}
    folder = tmp_path / "node_modules/box/dist"
    folder.mkdir(parents=True)
    (folder / "box.css").write_text("")
    (folder / "other.css").write_text("")
    return folder


def test_find_named_file(package):
    assert NpmFinder().find("npm/box/dist/box.css") == str(package / "box.css")


def test_find_named_file_all(package):
    assert NpmFinder().find("npm/box/dist/box.css", find_all=True) == [str(package / "box.css")]


def test_find_file_not_named(package):
    assert NpmFinder().find("npm/box/dist/other.css") == []


def test_find_outside_npm_needs_no_packages(package):
    (package / "box.css").unlink()

    assert NpmFinder().find("css/site.css") == []


def test_find_named_file_missing(package):
    (package / "box.css").unlink()

    with pytest.raises(ImproperlyConfigured, match=r"^缺少静态文件 node_modules/box/dist/box\.css，"):
        NpmFinder().find("npm/box/dist/box.css")


def test_list_named_files_with_prefix(package):
    assert [(name, storage.prefix) for name, storage in NpmFinder().list([])] == [("box/dist/box.css", "npm")]


def test_list_named_file_missing(package):
    (package / "box.css").unlink()

    with pytest.raises(ImproperlyConfigured, match="script/bootstrap"):
        list(NpmFinder().list([]))


def test_assets_of_the_project_are_installed():
    found = finders.find("npm/bootstrap/dist/css/bootstrap.min.css")

    assert found.endswith("node_modules/bootstrap/dist/css/bootstrap.min.css")
