import type { SavedFile } from './ports.ts';

/** Offers a file for saving, as a click on a link to it does; the browser keeps no copy. */
export function saveFile({ bytes, name, type }: SavedFile, page: Document): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun with the click; what it needs of the address it has by the next turn.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 0);
}
