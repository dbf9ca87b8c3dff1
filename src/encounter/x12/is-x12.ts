/** Whether a text is meant to be X12: it begins with an ISA, after marks and spaces. */
export function isX12(text: string): boolean {
  return /^\s*ISA[^A-Za-z0-9]/.test(text);
}
