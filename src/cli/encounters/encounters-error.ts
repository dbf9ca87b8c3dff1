/** What is wrong with the command or its input, in words for the person at the keyboard. */
export class EncountersError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EncountersError';
  }
}
