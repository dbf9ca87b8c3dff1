/** Words that stand in one address and are left out of another. */
const directions: ReadonlySet<string> = new Set([
  ...['N', 'S', 'E', 'W', 'NE', 'NW', 'SE', 'SW'],
  ...['NORTH', 'SOUTH', 'EAST', 'WEST', 'NORTHEAST', 'NORTHWEST', 'SOUTHEAST', 'SOUTHWEST'],
]);

/**
 * A site as it is compared: house number, first word of the street, and the ZIP code's five digits. `400 Harbor Way,
 * Suite 2` and `400 HARBOR WAY` are one site, as are `12 N. Main St` and `12 Main Street`. An address without a house
 * number counts with all of its words.
 */
export function siteKey(address: string, zip: string): string {
  const words = address.toUpperCase().split(/[^\p{L}\p{N}]+/u);
  const [number = '', ...street] = words.filter((word) => word !== '');
  const first = street.find((word) => !directions.has(word));
  const place = /\d/.test(number) && first !== undefined ? [number, first] : [number, ...street];
  return [zip.slice(0, 5), ...place].join(' ');
}
