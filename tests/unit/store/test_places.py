"""Folders of cloud, sync and chat programs are known by their names, whatever lies above or below."""

from pathlib import Path

import pytest

from fj_desktop.errors import UserError
from fj_desktop.store.places import foreign_hands, mounted_as, refuse_foreign_hands


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive", "OneDrive"), ("OneDrive - 奉节县", "OneDrive"), ("iCloudDrive", "iCloud"), ("Mobile Documents", "iCloud"),
        ("com~apple~CloudDocs", "iCloud"), ("Dropbox", "Dropbox"), ("Dropbox (个人)", "Dropbox"), ("BaiduNetdisk", "百度网盘"),
        ("BaiduNetdiskWorkspace", "百度网盘"), ("BaiduSyncdisk", "百度网盘"), ("百度网盘同步空间", "百度网盘"), ("Nutstore", "坚果云"),
        ("Nutstore Files", "坚果云"), ("我的坚果云", "坚果云"), ("微云同步助手(12345)", "微云"), ("Weiyun", "微云"),
        ("WeChat Files", "微信"), ("xwechat_files", "微信"), ("腾讯文档", "腾讯文档"), ("Tencent Files", "QQ"), ("DingTalk", "钉钉"),
        ("钉钉文件", "钉钉"), ("Feishu", "飞书"), ("飞书云盘", "飞书"), ("WPSDrive", "WPS 云文档"), ("WPS Cloud Files", "WPS 云文档"),
        ("WPS云盘", "WPS 云文档"), ("WXWork", "企业微信"), ("企业微信", "企业微信"), ("Google Drive", "Google Drive"),
        ("GoogleDrive-a@b.c", "Google Drive"), ("Syncthing", "Syncthing"),
    ],
)  # fmt: skip
def test_a_folder_of_such_a_program_is_refused_at_any_depth(tmp_path: Path, folder: str, program: str) -> None:
    for path in (tmp_path / folder, tmp_path / folder / "招商" / "台账", tmp_path / folder.upper() / "台账"):
        assert foreign_hands(path, {}) == program
        with pytest.raises(UserError, match=f"在“{program}”的文件夹里.*请另选一个只在本机的文件夹"):
            refuse_foreign_hands(path)


@pytest.mark.parametrize(
    "folder", ["招商台账", "Documents", "one drive test", "wechat", "奉节云阳", "boxes", "qq", "飞", "wps"]
)
def test_other_folders_are_fine(tmp_path: Path, folder: str) -> None:
    assert foreign_hands(tmp_path / folder, {}) == ""
    refuse_foreign_hands(tmp_path / folder)


def test_a_link_into_such_a_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "x").mkdir(parents=True)
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox" / "x", target_is_directory=True)
    assert foreign_hands(tmp_path / "plain", {}) == "Dropbox"


def test_marks_and_variables_of_such_programs_tell_as_well(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert foreign_hands(tmp_path / "shared" / "台账", {}) == "Syncthing"
    assert foreign_hands(tmp_path / "renamed" / "台账", {"OneDriveCommercial": str(tmp_path / "renamed")}) == "OneDrive"


def test_the_kind_of_disk_is_that_of_the_nearest_mount() -> None:
    mounts = "/dev/a / ext4 rw 0 0\nserver:/x /mnt/share\\040one nfs4 rw 0 0\nbroken\n/dev/b /mnt/share\\040one/in ext4 rw 0 0\n"
    assert mounted_as(Path("/mnt/share one/desk"), mounts) == "nfs4"
    assert mounted_as(Path("/mnt/share one/in/desk"), mounts) == "ext4"
    assert mounted_as(Path("/mnt/other"), mounts) == "ext4"
