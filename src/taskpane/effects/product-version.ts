import packageDescription from '../../../package.json' with { type: 'json' };

/** Version of the product, which every submission names for support. */
export const productVersion = packageDescription.version;
