/** What an access token allows at the endpoint. */
export const scopes = {
  /** Reading one's own submissions, findings and receipts. */
  read: 'submissions:read',
  /** Sending. */
  write: 'submissions:write',
} as const;

/** What a sender asks for, as OAuth writes it. */
export const senderScope: string = Object.values(scopes).join(' ');
