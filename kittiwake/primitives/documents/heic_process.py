"""Run by heic.py as a process of its own: a HEIC picture comes in, a JPEG goes out.

Its decoders are large, and read what strangers made. What breaks them, or makes them take all there is, ends this process and nothing
else: it has so much memory, so many seconds, and no file but these two.
"""

import resource
import sys

import pi_heif
from PIL import Image, ImageOps

QUALITY = 95  # it is written once more


def main(megabytes: int, seconds: int, most_pixels: int, longest_side: int) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pi_heif.register_heif_opener(thumbnails=False)
    with Image.open(sys.stdin.buffer, formats=["HEIF"]) as picture:
        if picture.width * picture.height > most_pixels:
            return 3
        picture.thumbnail((longest_side, longest_side))
        ImageOps.exif_transpose(picture).convert("RGB").save(sys.stdout.buffer, "JPEG", quality=QUALITY)
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
