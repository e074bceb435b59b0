"""Takes the instructions for coarse screens out of the four faces, and nothing else: papers are printed, or read on screens
that do not use them, and every paper carries the faces it is set in.

    pip install fonttools==4.68.0
    python3 bo-hint.py FOLDER_OF_THE_ORIGINALS [FOLDER_OF_THE_RESULT]

The same originals give the same bytes; the README beside this file names both by their SHA-256.
"""

import hashlib
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FACES = ["Regular", "Bold", "Italic", "BoldItalic"]


def without_hints(source: Path, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False, recalcBBoxes=False)
    options = Options()
    options.hinting = False
    # All glyphs, letters, features and names stay as they are.
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.name_legacy = True
    options.glyph_names = True
    options.notdef_outline = True
    options.recommended_glyphs = True
    options.recalc_bounds = False
    options.prune_unicode_ranges = False
    options.recalc_average_width = False
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=font.getGlyphOrder())
    subsetter.subset(font)
    font.save(target, reorderTables=True)


def main() -> None:
    source = Path(sys.argv[1])
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent
    for face in FACES:
        name = f"Tinos-{face}.ttf"
        without_hints(source / name, target / name)
        print(f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {name}")


if __name__ == "__main__":
    main()
