import { MalformedList, type ListRow } from '../../engine/gazetteers/list-file.ts'
import { placeFile } from '../../engine/gazetteers/place-list.ts'

/** A point on the earth, in decimal degrees; south and west are negative. */
export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

/**
 * Where the places of places.tsv are, by their ids; places that have no one point (Europe, the Gulf Coast) are left out.
 * Throws MalformedList for what is no number of degrees, and for one without the other.
 */
export function placeCoordinates(rows: readonly ListRow[]): Map<string, Coordinates> {
  const found = new Map<string, Coordinates>()
  for (const [index, row] of rows.entries()) {
    const [latitude, longitude] = [row.get('latitude') ?? '', row.get('longitude') ?? '']
    if (latitude === '' && longitude === '') continue
    found.set(row.get('id') ?? '', {
      latitude: degrees(latitude, 90, index),
      longitude: degrees(longitude, 180, index),
    })
  }
  return found
}

function degrees(cell: string, most: number, index: number): number {
  const value = Number(cell)
  if (cell === '' || Number.isNaN(value) || Math.abs(value) > most)
    throw new MalformedList(
      placeFile,
      index + 2,
      `"${cell}" is no number of degrees up to ${String(most)}`,
    )
  return value
}

const earthRadius = 6371

/** The distance between two points in kilometres, on a sphere (haversine formula). */
export function distance(a: Coordinates, b: Coordinates): number {
  const [height, width] = [b.latitude - a.latitude, b.longitude - a.longitude].map(
    (angle) => Math.sin(radians(angle) / 2) ** 2,
  )
  const parallels = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude))
  return 2 * earthRadius * Math.asin(Math.sqrt((height ?? 0) + parallels * (width ?? 0)))
}

const radians = (angle: number) => (angle * Math.PI) / 180
