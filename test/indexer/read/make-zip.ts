import { crc32 } from 'node:zlib'

/** Writes a zip file whose entries are stored as they are. */
export function zipOf(entries: Readonly<Record<string, Uint8Array>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of Object.entries(entries)) {
    const local = header(0x04034b50, name, bytes)
    directory.push(central(local, name, offset))
    parts.push(local, Buffer.from(name), Buffer.from(bytes))
    offset += local.length + name.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

function header(signature: number, name: string, bytes: Uint8Array): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(signature, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt32LE(crc32(bytes), 14)
  local.writeUInt32LE(bytes.length, 18)
  local.writeUInt32LE(bytes.length, 22)
  local.writeUInt16LE(name.length, 26)
  return local
}

function central(local: Buffer, name: string, offset: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  // What both headers share stands two bytes further on.
  local.copy(entry, 6, 4, 30)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, Buffer.from(name)])
}
