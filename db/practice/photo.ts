import { crc32, deflateSync } from 'node:zlib';

const SIZE_px = 160;
const STRIPE_px = 20;

/** The picture that stands for every photo and paper of a practice town: grey stripes as of the practice mark, as PNG. */
export function practicePhoto(): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIZE_px, 0);
  head.writeUInt32BE(SIZE_px, 4);
  // Eight bits of grey a pixel, not interlaced.
  head[8] = 8;
  // Stored, not compressed: the same bytes, and so the same name, on every version of zlib.
  const body = deflateSync(stripes(), { level: 0 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

/** Rows of pixels, each after the number of its filter (0, none). */
function stripes(): Buffer {
  const rows = Buffer.alloc(SIZE_px * (SIZE_px + 1));
  for (let y = 0; y < SIZE_px; y += 1)
    for (let x = 0; x < SIZE_px; x += 1)
      rows[y * (SIZE_px + 1) + 1 + x] = Math.floor((x + y) / STRIPE_px) % 2 === 0 ? 0xd8 : 0xee;
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + named.length);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), 4 + named.length);
  return framed;
}
