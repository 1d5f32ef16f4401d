"""Power cuts, failing disks, full disks and kills for any operation on a profile; see ``docs/faults.md``."""
