/** What webpack makes of files that are no scripts. */
declare module '*.css';
declare module '*.png' {
  /** Address of the emitted file. */
  const address: string;
  export default address;
}
declare module '*.svg' {
  /** Address of the emitted file. */
  const address: string;
  export default address;
}
