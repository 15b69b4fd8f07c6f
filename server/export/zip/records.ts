import type { Packed } from './packed.ts'

/*
 * The records of a ZIP archive: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3 and 4.4, with ZIP64 where a number needs it. Names are
 * ASCII, so that every program reads them alike.
 */

/** A file as the directory of the archive lists it. */
export interface Listed extends Pick<Packed, 'compressed' | 'size' | 'crc'> {
  readonly name: string
  readonly time: Date
  /** Where its own header begins, in bytes from the beginning of the archive. */
  readonly offset: number
}

const deflated = 8
/** 4.5: the version of the format that reads ZIP64. */
const version = 45
const madeByUnix = 3 << 8
/** A regular file that its owner may write and everybody read. */
const permissions = (0o100644 << 16) >>> 0
/** In place of a number that stands in the ZIP64 record. */
const most32 = 0xffffffff
const most16 = 0xffff

/** What stands before a file's content (4.3.7). */
export function localHeader(file: Listed): Buffer {
  const extra = isLarge(file) ? zip64([file.size, file.compressed]) : Buffer.alloc(0)
  const fixed = Buffer.alloc(30)
  fixed.writeUInt32LE(0x04034b50, 0)
  fixed.writeUInt16LE(version, 4)
  writeShared(fixed, 8, file, extra)
  return Buffer.concat([fixed, Buffer.from(file.name, 'ascii'), extra])
}

/** A file's line in the directory (4.3.12). */
export function directoryHeader(file: Listed): Buffer {
  const numbers = [
    ...(isLarge(file) ? [file.size, file.compressed] : []),
    ...(file.offset >= most32 ? [file.offset] : []),
  ]
  const extra = numbers.length > 0 ? zip64(numbers) : Buffer.alloc(0)
  const fixed = Buffer.alloc(46)
  fixed.writeUInt32LE(0x02014b50, 0)
  fixed.writeUInt16LE(madeByUnix | version, 4)
  fixed.writeUInt16LE(version, 6)
  writeShared(fixed, 10, file, extra)
  fixed.writeUInt32LE(permissions, 38)
  fixed.writeUInt32LE(Math.min(file.offset, most32), 42)
  return Buffer.concat([fixed, Buffer.from(file.name, 'ascii'), extra])
}

/** What both headers say in the same order, from the method on. */
function writeShared(header: Buffer, at: number, file: Listed, extra: Buffer): void {
  const { date, time } = dosTime(file.time)
  const large = isLarge(file)
  header.writeUInt16LE(deflated, at)
  header.writeUInt16LE(time, at + 2)
  header.writeUInt16LE(date, at + 4)
  header.writeUInt32LE(file.crc, at + 6)
  header.writeUInt32LE(large ? most32 : file.compressed, at + 10)
  header.writeUInt32LE(large ? most32 : file.size, at + 14)
  header.writeUInt16LE(file.name.length, at + 18)
  header.writeUInt16LE(extra.length, at + 20)
}

/** Both sizes go to the ZIP64 record where one has to: 4.5.3. */
function isLarge({ size, compressed }: Listed): boolean {
  return Math.max(size, compressed) >= most32
}

function zip64(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(8 * numbers.length, 2)
  for (const [at, number] of numbers.entries()) extra.writeBigUInt64LE(BigInt(number), 4 + 8 * at)
  return extra
}

/** The directory of an archive as its end tells it. */
export interface Directory {
  readonly files: number
  readonly size: number
  readonly offset: number
}

/** What ends an archive (4.3.14 to 4.3.16). Without it no program takes it for whole. */
export function endRecords(directory: Directory): Buffer {
  const { files, size, offset } = directory
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(files, most16), 8)
  end.writeUInt16LE(Math.min(files, most16), 10)
  end.writeUInt32LE(Math.min(size, most32), 12)
  end.writeUInt32LE(Math.min(offset, most32), 16)
  const needsMore = files >= most16 || size >= most32 || offset >= most32
  return needsMore ? Buffer.concat([zip64End(directory), end]) : end
}

function zip64End({ files, size, offset }: Directory): Buffer {
  const end = Buffer.alloc(76)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(madeByUnix | version, 12)
  end.writeUInt16LE(version, 14)
  end.writeBigUInt64LE(BigInt(files), 24)
  end.writeBigUInt64LE(BigInt(files), 32)
  end.writeBigUInt64LE(BigInt(size), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  // The locator, which says where the record above begins.
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + size), 64)
  end.writeUInt32LE(1, 72)
  return end
}

/** Local time in steps of two seconds, from 1980 on. */
function dosTime(moment: Date): { date: number; time: number } {
  const year = Math.max(moment.getFullYear(), 1980)
  return {
    date: ((year - 1980) << 9) | ((moment.getMonth() + 1) << 5) | moment.getDate(),
    time:
      (moment.getHours() << 11) | (moment.getMinutes() << 5) | Math.floor(moment.getSeconds() / 2),
  }
}
