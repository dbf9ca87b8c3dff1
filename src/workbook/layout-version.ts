/** Version of the workbook's layout. Rises whenever a template of an older layout has to be carried over. */
export const layoutVersion = 1;
