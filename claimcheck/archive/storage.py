"""Storage as Arrow reaches it: local folders, `s3://`, `gs://`, `hdfs://`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem


class ArrowStorage:
    """Files through pyarrow's file systems."""

    def files(self, place: str) -> list[str]:
        """The full names of all files in the folder `place` and below, or of the file itself."""
        from pyarrow.fs import FileSelector, FileType

        system, path = locate(place)
        scheme = place[: place.index("://") + 3] if "://" in place else ""
        about = system.get_file_info(path)
        if about.type == FileType.File:
            return [scheme + about.path]
        if about.type != FileType.Directory:
            raise InputError(place, "is not there", "give a file or folder of articles")
        below = system.get_file_info(FileSelector(path, recursive=True))
        return [scheme + each.path for each in below if each.type == FileType.File]

    def read(self, place: str) -> bytes | None:
        """What stands in a small file, None where there is none."""
        system, path = locate(place)
        try:
            with system.open_input_stream(path) as file:
                return bytes(file.read())
        except FileNotFoundError:
            return None

    def write(self, place: str, content: bytes) -> None:
        """Write a small file, with the folders it needs."""
        system, path = locate(place)
        system.create_dir(path.rpartition("/")[0], recursive=True)
        with system.open_output_stream(path) as file:
            file.write(content)

    def remove(self, place: str) -> None:
        """Remove a folder with all that it holds, if it is there."""
        from pyarrow.fs import FileType

        system, path = locate(place)
        if system.get_file_info(path).type == FileType.Directory:
            system.delete_dir(path)


def locate(place: str) -> tuple[FileSystem, str]:
    """The file system of a place and its path there. Raises InputError."""
    from pyarrow.fs import FileSystem, LocalFileSystem

    if "://" not in place:
        return LocalFileSystem(), str(Path(place).absolute())
    try:
        system, path = FileSystem.from_uri(place)
    except Exception as error:  # what it raises differs by file system
        raise InputError(place, f"cannot be reached ({error})", "check the address") from None
    return system, path
