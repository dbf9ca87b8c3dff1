import type { AddIn } from '../../xlsx/template-file.ts';

/** Origin that the manifest of the source tree names: the development server of `npm run excel`. */
export const developmentOrigin = 'https://localhost:3000';

/** The add-in's manifest for one origin, and what a template says of the add-in. */
export interface PublishedManifest {
  readonly xml: string;
  readonly addIn: AddIn;
}

/** The address of a server of Office pages as an origin, or null: Office wants https, and the pane's own host. */
export function paneOrigin(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:') return null;
  return url.href === `${url.origin}/` && `${url.username}${url.password}` === '' ? url.origin : null;
}

/**
 * The manifest with the addresses of the origin that serves the pane.
 *
 * @param manifest text of the source tree's `manifest.xml`
 */
export function publishedManifest(manifest: string, origin: string): PublishedManifest {
  const only = (element: string) => new RegExp(`<${element}>([^<]+)</${element}>`).exec(manifest)?.[1] ?? '';
  return {
    xml: manifest.replaceAll(developmentOrigin, origin),
    addIn: { addInId: only('Id'), version: only('Version') },
  };
}
