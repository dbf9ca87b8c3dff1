/** Id of a field's control, so that an error summary can lead to it. */
export function fieldId(form: string, column: string): string {
  return `${form}-${column}`;
}
