/** Stands for a style sheet or a picture, which webpack turns into an address and a test does not load. */
export default 'asset';
