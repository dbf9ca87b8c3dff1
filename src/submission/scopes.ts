/** What an access token allows at the endpoint. */
export const scopes = {
  /** Reading one's own submissions, findings and receipts. */
  read: 'submissions:read',
  /** Sending. */
  write: 'submissions:write',
  /** Loading what the plan decided; for the plan's own staff. */
  adjudicate: 'adjudications:write',
  /** Reading who did and read what; for auditors. */
  audit: 'audit:read',
  /** Opening what was sent in an emergency, for a stated reason; for who does not see it otherwise. */
  emergency: 'emergency:open',
  /** Making encounter files, downloading them and loading what came back; for the plan's own staff. */
  encounters: 'encounters:manage',
  /** Loading the plan's roster, eligibility and authorizations; for the staff of plans and delegates. */
  planFiles: 'plan-files:manage',
  /** Taking in and disabling people, systems and organisations; for administrators. */
  manage: 'people:manage',
} as const;

/** What a sender asks for, as OAuth writes it. */
export const senderScope: string = [scopes.read, scopes.write].join(' ');

/** Everything that the endpoint knows, as OAuth writes it. Whose staff an organization is, its directory says. */
export const everyScope: string = Object.values(scopes).join(' ');
