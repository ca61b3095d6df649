"""Writes scan.pdf: one page that is a picture, with no text behind it. Usage: scan_pdf.py PAGE.jpg FOLDER (greyscale JPEG)."""

import struct
import sys


def size(jpeg):
    at = 2
    while True:
        marker, length = struct.unpack(">HH", jpeg[at:at + 4])
        if marker in (0xFFC0, 0xFFC2):
            height, width = struct.unpack(">HH", jpeg[at + 5:at + 9])
            return width, height
        at += 2 + length


def main(picture, folder):
    jpeg = open(picture, "rb").read()
    width, height = size(jpeg)
    content = b"q 595 0 0 842 0 0 cm /Im0 Do Q"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
        b" /Length %d >>\nstream\n%s\nendstream" % (width, height, len(jpeg), jpeg),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    open(folder + "/scan.pdf", "wb").write(out)


main(*sys.argv[1:])
